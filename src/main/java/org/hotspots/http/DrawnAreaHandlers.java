package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hotspots.area.DrawnArea;
import org.hotspots.area.DrawnArea.Corner;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.LonLat;

/** Turns what was drawn on a map, in degrees, into the area that a question asks about, in whole metres. */
final class DrawnAreaHandlers {
    private static final String CORNERS = "corners";
    private static final String RULE = "longitude,latitude in degrees, corners separated by semicolons";

    /** As scripts write any double, with up to 22 decimals, or near the meridian with an exponent. */
    private static final String DEGREES = "-?[0-9]{1,3}([.][0-9]{1,22})?(e-[0-9]{1,3})?";

    private static final Pattern CORNER = Pattern.compile(DEGREES + "," + DEGREES);

    List<Route> routes() {
        return List.of(Route.get("/api/v1/areas/drawn", Json.TYPE, Set.of(CORNERS), this::drawn));
    }

    /** 200, 304; 400 for corners that are none or not given, and for a ring that no area may have. */
    private void drawn(Context ctx, Parameters parameters) throws IOException {
        if (!parameters.given().containsKey(CORNERS)) {
            parameters.fault(CORNERS, CORNERS + ": required; " + RULE);
        }
        parameters.refuseFaults();
        DrawnArea area = ring(parameters.get(CORNERS, ""), parameters);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = Json.generator(bytes)) {
            json.writeStartObject();
            json.writeStringField("area", area.toString());
            Json.decimals(json, "area_km2", area.areaKm2(), 3);
            json.writeEndObject();
        }
        Answers.send(ctx, Json.TYPE, bytes.toByteArray());
    }

    private static DrawnArea ring(String text, Parameters parameters) {
        try {
            return new DrawnArea(corners(text));
        } catch (IllegalArgumentException e) {
            parameters.fault(CORNERS, CORNERS + "=" + Shown.value(text) + ": " + e.getMessage());
            parameters.refuseFaults();
            throw e;
        }
    }

    private static List<Corner> corners(String text) {
        String[] pairs = text.split(";", DrawnArea.MOST_CORNERS + 2);
        if (pairs.length > DrawnArea.MOST_CORNERS) {
            throw new IllegalArgumentException("more than " + DrawnArea.MOST_CORNERS + " corners");
        }
        List<Corner> corners = new ArrayList<>();
        for (String pair : pairs) {
            if (!CORNER.matcher(pair).matches()) {
                throw new IllegalArgumentException(RULE);
            }
            String[] degrees = pair.split(",", 2);
            LonLat position = new LonLat(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1]));
            if (!BritishNationalGrid.covers(position.longitude(), position.latitude())) {
                throw new IllegalArgumentException("corner " + pair + " is not on the British National Grid");
            }
            BritishGridPoint point = BritishNationalGrid.fromLonLat(position);
            corners.add(new Corner((int) Math.round(point.easting()), (int) Math.round(point.northing())));
        }
        return corners;
    }
}
