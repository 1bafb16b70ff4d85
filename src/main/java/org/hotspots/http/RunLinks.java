package org.hotspots.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** Addresses of a run and its views, from the root of the server. */
final class RunLinks {
    private RunLinks() {}

    static String self(String runId) {
        return "/api/v1/runs/" + runId;
    }

    /** Every view by name. */
    static Map<String, String> all(String runId) {
        String self = self(runId);
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self);
        links.put("density_tiles", self + "/density/{z}/{x}/{y}.png");
        links.put("cell_tiles", self + "/cells/{z}/{x}/{y}.png");
        links.put("cell_vector_tiles", self + "/cells/{z}/{x}/{y}.mvt");
        links.put("tilejson", self + "/tilejson");
        links.put("hotspots", self + "/hotspots");
        links.put("cells", self + "/cells");
        links.put("clusters", self + "/clusters");
        links.put("contours", self + "/contours");
        links.put("stability", self + "/stability");
        links.put("agreement", self + "/agreement");
        links.put("bandwidths", self + "/bandwidths");
        links.put("relative_risk", self + "/relative-risk");
        links.put("method_card", self + "/method-card");
        links.put("times", self + "/times");
        links.put("months", self + "/months");
        links.put("alternatives", self + "/alternatives");
        links.put("concentration", self + "/concentration");
        links.put("repeat_locations", self + "/repeat-locations");
        links.put("explain", self + "/explain?lon={lon}&lat={lat}");
        links.put("near_repeat", self + "/near-repeat");
        links.put("history", self + "/history");
        links.put("files", self + "/files/{layer}.{format}");
        links.put("brief", self + "/brief.pdf?places={places}&minutes={minutes}");
        links.put("crosswalk", self + "/crosswalk?kind={kind}");
        return links;
    }
}
