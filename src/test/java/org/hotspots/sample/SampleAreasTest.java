package org.hotspots.sample;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class SampleAreasTest {
    private final Map<String, Geometry> districts = CommittedSample.outlines(SampleGenerator.DISTRICTS);
    private final Map<String, Geometry> towns = CommittedSample.outlines(SampleGenerator.TOWNS);

    @Test
    void namesAreTheRealOnesAndOutlinesAreSaidToBeSchematic() {
        assertThat(districts)
                .containsOnlyKeys(
                        "North Warwickshire", "Nuneaton and Bedworth", "Rugby", "Stratford-on-Avon", "Warwick");
        assertThat(towns)
                .containsOnlyKeys(
                        "Rugby",
                        "Nuneaton",
                        "Bedworth",
                        "Royal Leamington Spa",
                        "Warwick",
                        "Stratford-upon-Avon",
                        "Kenilworth",
                        "Atherstone",
                        "Coleshill");
        for (String file : List.of(SampleGenerator.DISTRICTS, SampleGenerator.TOWNS)) {
            for (JsonNode feature : CommittedSample.json(file).get("features")) {
                assertThat(feature.at("/properties/schematic").asBoolean()).isTrue();
                assertThat(feature.at("/properties/code").asText()).isNotBlank();
                assertThat(feature.at("/properties/kind").asText()).isIn("district", "town");
            }
        }
    }

    @Test
    void outlinesAreValidAndAnticlockwise() {
        for (Map<String, Geometry> areas : List.of(districts, towns)) {
            areas.forEach((name, outline) -> {
                assertThat(outline.isValid()).as(name).isTrue();
                assertThat(outline instanceof Polygon).as(name).isTrue();
                assertThat(Orientation.isCCW(
                                ((Polygon) outline).getExteriorRing().getCoordinates()))
                        .as(name)
                        .isTrue();
            });
        }
    }

    /** One polygon without holes whose area is the sum of its parts has neither gaps nor overlaps. */
    @Test
    void districtsHaveNoGapsAndNoOverlaps() {
        Geometry county = UnaryUnionOp.union(districts.values());
        assertThat(county instanceof Polygon).isTrue();
        assertThat(((Polygon) county).getNumInteriorRing()).isZero();
        double sum = districts.values().stream().mapToDouble(Geometry::getArea).sum();
        assertThat(county.getArea()).isCloseTo(sum, within(1.0));
        // The real county has 1,975 km2.
        assertThat(sum / 1e6).isBetween(1_700.0, 2_250.0);
    }

    @Test
    void everyTownLiesInItsDistrictAndTownsDoNotOverlap() {
        Map<String, String> districtOf = Map.of(
                "Rugby", "Rugby",
                "Nuneaton", "Nuneaton and Bedworth",
                "Bedworth", "Nuneaton and Bedworth",
                "Royal Leamington Spa", "Warwick",
                "Warwick", "Warwick",
                "Kenilworth", "Warwick",
                "Stratford-upon-Avon", "Stratford-on-Avon",
                "Atherstone", "North Warwickshire",
                "Coleshill", "North Warwickshire");
        towns.forEach((name, outline) -> {
            assertThat(requireNonNull(districts.get(districtOf.get(name))).contains(outline))
                    .as(name)
                    .isTrue();
            towns.forEach((other, otherOutline) -> assertThat(!name.equals(other) && outline.intersects(otherOutline))
                    .as("%s and %s", name, other)
                    .isFalse());
        });
    }

    /** A record has a beat if and only if it lies in a district; area codes may be off by half their square. */
    @Test
    void recordsLieInTheForceUnlessTheySayOtherwise() {
        GeometryFactory geometries = new GeometryFactory();
        PreparedGeometry county = PreparedGeometryFactory.prepare(UnaryUnionOp.union(districts.values()));
        int outside = 0;
        for (NamedCsvRecord row : CommittedSample.ROWS) {
            if (CommittedSample.located(row) && !row.getField("geocode_class").equals("area")) {
                boolean inside = county.contains(geometries.createPoint(
                        new Coordinate(CommittedSample.easting(row), CommittedSample.northing(row))));
                assertThat(inside).as("%s", row).isEqualTo(!row.getField("beat").isEmpty());
                outside += inside ? 0 : 1;
            }
        }
        assertThat(outside)
                .isEqualTo(CommittedSample.TRUTH.at("/totals/outside_force").asInt());
    }
}
