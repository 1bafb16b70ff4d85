package org.hotspots.http.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.hotspot.Run;
import org.hotspots.hotspot.RunOffences;
import org.hotspots.http.OffenceFeature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * An offence behind the count of a run.
 *
 * @param index of the offence among them
 */
record OffenceItem(Run run, RunOffences offences, int index) implements Item {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @Override
    public String id() {
        return offences.id(index);
    }

    @Override
    public Geometry geometry() {
        BritishGridPoint point = offences.point(index);
        return GEOMETRY.createPoint(new Coordinate(point.easting(), point.northing()));
    }

    @Override
    public void writeProperties(JsonGenerator json) throws IOException {
        OffenceFeature.writeFigures(json, offences.get(index));
        RunContent.writeRun(json, run);
    }
}
