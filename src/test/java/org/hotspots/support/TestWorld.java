package org.hotspots.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.hotspots.area.Area;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.offence.AsbType;
import org.hotspots.offence.GeocodeClass;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Source;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.offence.Theme;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.Snapshot;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * A small made-up force: two districts of 10 x 10 km, North above South, a town Middleton of 4 x 3 km in the north, and
 * seeded offences of every sort, thick around a few places of the town.
 */
public final class TestWorld {
    public static final double WEST = 400_000;
    public static final double SOUTH = 290_000;
    public static final LocalDate FIRST_DAY = LocalDate.of(2025, 3, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2026, 2, 28);
    public static final AreaAddress TOWN = new AreaAddress(AreaKind.TOWN, "middleton");
    public static final AreaAddress NORTH = new AreaAddress(AreaKind.DISTRICT, "north");
    public static final AreaAddress SOUTH_DISTRICT = new AreaAddress(AreaKind.DISTRICT, "south");
    private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 27700);
    private static final int DAYS = 365;

    private TestWorld() {}

    public static AreaIndex areas() {
        return new AreaIndex(List.of(
                area(NORTH, "North", box(WEST, 300_000, WEST + 10_000, 310_000)),
                area(SOUTH_DISTRICT, "South", box(WEST, SOUTH, WEST + 10_000, 300_000)),
                area(TOWN, "Middleton", box(WEST + 3000, 303_000, WEST + 7000, 306_000))));
    }

    public static Area area(AreaAddress address, String name, Geometry outline) {
        MultiPolygon whole = GEOMETRY.createMultiPolygon(new Polygon[] {(Polygon) outline});
        return new Area(address, "E" + name, name, whole);
    }

    public static Polygon box(double west, double south, double east, double north) {
        return (Polygon)
                GEOMETRY.toGeometry(new Envelope(west, east, south, north)).reverse();
    }

    public static Snapshot snapshot(long seed, int offences) {
        return snapshot(version(1), draft(seed, offences), areas());
    }

    public static Snapshot snapshot(DataVersion version, TableDraft draft, AreaIndex areas) {
        return new Snapshot(version, draft.build(areas), areas);
    }

    public static DataVersion version(long number) {
        return new DataVersion(
                number, "fingerprint-" + number, Instant.parse("2026-03-02T06:10:00Z"), FIRST_DAY, LAST_DAY);
    }

    /** Seeded offences; about one in twelve incidents has several. */
    public static TableDraft draft(long seed, int offences) {
        Random random = new Random(seed);
        TableDraft draft = new TableDraft();
        int incident = 0;
        // Drawn from a sequence of its own: what tests know of the rest stays as it is.
        Random provenance = new Random(seed + 1);
        for (int i = 0; i < offences; i++) {
            incident += random.nextInt(12) == 0 ? 0 : 1;
            draft.add(withProvenance(row(random, incident), provenance));
        }
        return draft;
    }

    private static Row row(Random random, int incident) {
        double[] where = where(random);
        Row row = Row.at(where[0], where[1], incident)
                .named("On or near " + street(where))
                .on(FIRST_DAY.plusDays(random.nextInt(DAYS)))
                .atMinute(minute(where, incident))
                .in(Setting.values()[random.nextInt(4)])
                .from(random.nextInt(4) == 0 ? Source.POLICE_UK : Source.FORCE_EXTRACT);
        row = withTheme(row, random);
        if (random.nextInt(30) == 0) {
            row = row.flagged(random.nextBoolean() ? OffenceFlag.DEFAULT_LOCATION : OffenceFlag.LOW_PRECISION);
        }
        row = random.nextInt(40) == 0 ? row.notCounted() : row;
        return random.nextInt(30) == 0 ? row.unlocated() : row;
    }

    /** Of the day, in no order, without a further draw from the seed; one in twenty-five or so is unknown. */
    private static int minute(double[] where, int incident) {
        int spread = (int) (7 * where[0] + where[1] + 37L * incident) % 1500;
        return spread < 1440 ? spread : -1;
    }

    private static Row withProvenance(Row row, Random random) {
        Row found = row.foundByPolice(random.nextInt(10) == 0 ? Boolean.TRUE : random.nextInt(4) == 0 ? null : false);
        int precision = random.nextInt(GeocodeClass.values().length + 1);
        return found.located(precision == GeocodeClass.values().length ? null : GeocodeClass.values()[precision]);
    }

    private static Row withTheme(Row row, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> row.of(Theme.KNIFE);
            case 1 ->
                row.from(Source.FORCE_EXTRACT)
                        .of(Theme.HATE)
                        .strand(HateStrand.values()[random.nextInt(5)])
                        .strand(HateStrand.values()[random.nextInt(5)]);
            case 2 ->
                random.nextInt(3) == 0 ? row.of(Theme.ASB) : row.of(Theme.ASB).asb(AsbType.values()[random.nextInt(3)]);
            default -> row;
        };
    }

    /** Half around five places of the town, the rest over the force and a little beyond, on a lattice of 20 metres. */
    private static double[] where(Random random) {
        double easting = WEST - 500 + 11_000 * random.nextDouble();
        double northing = SOUTH - 500 + 21_000 * random.nextDouble();
        if (random.nextBoolean()) {
            int centre = random.nextInt(5);
            easting = WEST + 3500 + 700 * centre + 90 * random.nextGaussian();
            northing = 303_500 + 400 * centre + 90 * random.nextGaussian();
        }
        return new double[] {20 * Math.rint(easting / 20), 20 * Math.rint(northing / 20)};
    }

    private static String street(double[] where) {
        return "Street " + (int) (where[0] / 500) + "-" + (int) (where[1] / 500);
    }
}
