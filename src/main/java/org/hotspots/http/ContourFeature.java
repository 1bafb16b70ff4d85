package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.hotspot.ContourBand;

/** Writes a band of density as a feature. */
final class ContourFeature {
    private ContourFeature() {}

    static void write(JsonGenerator json, ContourBand band) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeFieldName("geometry");
        GeoJson.writeMultiPolygon(json, BritishNationalGrid.toLonLat(band.outline()));
        json.writeFieldName("properties");
        writeProperties(json, band);
        json.writeEndObject();
    }

    /** The figures alone, as an object. */
    static void writeProperties(JsonGenerator json, ContourBand band) throws IOException {
        json.writeStartObject();
        json.writeNumberField("density_per_km2", Json.plain(band.densityPerKm2()));
        json.writeEndObject();
    }
}
