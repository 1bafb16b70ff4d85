package org.hotspots.http;

import static org.hotspots.http.PlainPage.escaped;

import org.hotspots.hotspot.Run;
import org.hotspots.wording.Wording;
import org.jspecify.annotations.Nullable;

/** Addresses to copy and steps for the programs that analysts use, as a page; a script adds what copies them. */
final class ConnectPage {
    /** Stands in an address for the id of a run where none is given. */
    private static final String ANY_RUN = "RUN";

    private ConnectPage() {}

    /**
     * @param origin scheme, host and port by which the page was asked for
     * @param run the run that the addresses are of; null for a word in its place
     */
    static String text(String origin, @Nullable Run run) {
        String ogc = escaped(origin + "/ogc");
        String view = escaped(origin + "/api/v1/runs/" + (run == null ? ANY_RUN : run.id()));
        return PlainPage.of("Connect", """
                <h1>Connect other programs</h1>
                <p>Two doors: the <b>standing layers</b> always show the last twelve months of the newest data, the views of a <b>run</b> stay as they
                are. %3$s</p>
                <h2>Addresses</h2>
                <table>
                <tbody>
                <tr><th scope="row">Standing layers, OGC API</th><td><code>%1$s</code></td></tr>
                <tr><th scope="row">Density of the run, picture tiles</th><td><code>%2$s/density/{z}/{x}/{y}.png</code></td></tr>
                <tr><th scope="row">Cells of the run, vector tiles</th><td><code>%2$s/cells/{z}/{x}/{y}.mvt</code></td></tr>
                <tr><th scope="row">TileJSON of the run</th><td><code>%2$s/tilejson</code></td></tr>
                <tr><th scope="row">Places of the run, GeoJSON</th><td><code>%2$s/hotspots</code></td></tr>
                <tr><th scope="row">Places of the run, GeoPackage</th><td><code>%2$s/files/hotspots.gpkg</code></td></tr>
                <tr><th scope="row">Offences behind its count, GeoPackage</th><td><code>%2$s/files/offences.gpkg</code></td></tr>
                </tbody>
                </table>
                <h2>QGIS</h2>
                <ol>
                <li><i>Layer, Add Layer, Add WFS / OGC API - Features Layer</i>, then <i>New</i>.</li>
                <li>Any name; as URL <code>%1$s</code>; version <i>OGC API - Features</i>; OK, then <i>Connect</i>.</li>
                <li>Choose a layer, such as <code>hotspots-asb</code>, and <i>Add</i>.</li>
                <li>For the map's own picture: in the Browser <i>XYZ Tiles, New Connection</i> with the address of the picture tiles.</li>
                </ol>
                <h2>ArcGIS Pro</h2>
                <ol>
                <li><i>Insert, Connections, Server, New OGC API Server</i> with <code>%1$s</code>.</li>
                <li>In the Catalog pane open the connection and drag a layer onto the map.</li>
                </ol>
                <h2>Power BI</h2>
                <ol>
                <li><i>Get data, Web</i> with the address of the places; in the query editor expand <code>features</code>, then <code>properties</code>.</li>
                <li>Where the server has a PostgreSQL of its own: <i>Get data, PostgreSQL database</i>, table <code>gis_shared.months</code>.</li>
                </ol>
                <h2>R</h2>
                <pre tabindex="0">library(sf)
                places &lt;- st_read("OAPIF:%1$s", "hotspots-asb")</pre>
                <h2>Python</h2>
                <pre tabindex="0">import geopandas
                places = geopandas.read_file("OAPIF:%1$s", layer="hotspots-asb")</pre>
                <h2>GDAL and curl</h2>
                <pre tabindex="0">ogr2ogr places.gpkg "OAPIF:%1$s" hotspots-asb
                curl '%2$s/hotspots'</pre>
                <p>For programs of your own: <a href="/docs">the whole interface</a>, and its contract at <code>%4$s</code>.</p>
                <p><a href="/">Go to the map</a></p>
                <script type="module" src="/src/connect.js"></script>
                """.formatted(ogc, view, aboutRun(run), escaped(origin + "/openapi.json")));
    }

    private static String aboutRun(@Nullable Run run) {
        return run == null
                ? "The id of a run, which stands under its list, goes where <code>" + ANY_RUN + "</code> is written."
                : Wording.of(
                        "The run here is of %,d %s, %s, from data version %d.",
                        run.n(),
                        run.count().unit(),
                        escaped(run.area().summary().name()),
                        run.version().number());
    }
}
