package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Reads the binary geometries of a GeoPackage, with an envelope of two dimensions. */
final class GeoPackageGeometry {
    private static final int HEADER_BYTES = 40;

    private GeoPackageGeometry() {}

    static Geometry of(byte[] blob) throws ParseException {
        assertThat(new String(blob, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("GP");
        return new WKBReader().read(Arrays.copyOfRange(blob, HEADER_BYTES, blob.length));
    }
}
