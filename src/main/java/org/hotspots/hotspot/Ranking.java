package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.RasterGrid;
import org.hotspots.hotspot.Grouping.Group;
import org.hotspots.hotspot.HotspotSearch.Evidence;
import org.hotspots.kernel.Raster;
import org.hotspots.offence.OffenceTable;
import org.hotspots.question.Weight;
import org.hotspots.stats.PoissonInterval;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;

/**
 * Makes hotspots of groups: counts, ranks and describes them. The order is by the weight of the events, most first
 * (their number, which a patrol would meet, unless the question weighs by harm), then by number, then by density, then from south to north and west to east, so that it is the same on every machine.
 */
final class Ranking {
    private static final double M2_PER_KM2 = 1e6;

    private final RunInput input;
    private final Evidence evidence;
    private final OffenceTable.Places places;

    private Ranking(RunInput input, Evidence evidence) {
        this.input = input;
        this.evidence = evidence;
        this.places = input.snapshot().offences().places();
    }

    /** A group with its events: points of the run's events, their number and their weight. */
    private record Counted(Group group, Geometry outline, List<Integer> points, long count, double weight) {
        double areaM2() {
            return outline.getArea();
        }

        Envelope box() {
            return outline.getEnvelopeInternal();
        }
    }

    private static final Comparator<Counted> ORDER = Comparator.comparingDouble(Counted::weight)
            .thenComparingLong(Counted::count)
            .thenComparing(Comparator.comparingDouble(Counted::areaM2).reversed())
            .reversed()
            .thenComparingDouble(counted -> counted.box().getMinY())
            .thenComparingDouble(counted -> counted.box().getMinX())
            .thenComparing(Counted::outline, Geometry::compareTo);

    /** The groups with at least so many events, ranked and described. */
    static FoundHotspots rank(RunInput input, Evidence evidence, Grouping grouping, int leastEvents) {
        Ranking ranking = new Ranking(input, evidence);
        List<Counted> ranked =
                ranking.counted(grouping, leastEvents).stream().sorted(ORDER).toList();
        List<Hotspot> hotspots = new ArrayList<>();
        int[] hotspotOf = new int[grouping.groupOf().length];
        Arrays.fill(hotspotOf, -1);
        double running = 0;
        for (Counted counted : ranked) {
            running += counted.weight();
            counted.points().forEach(point -> hotspotOf[point] = hotspots.size());
            hotspots.add(ranking.describe(hotspots.size() + 1, counted, running));
        }
        return new FoundHotspots(hotspots, hotspotOf);
    }

    private List<Counted> counted(Grouping grouping, int leastEvents) {
        double[] eventsAt = evidence.events().inside().weights();
        double[] weightAt = evidence.events().weighted().weights();
        double[] weights = new double[grouping.groups().size()];
        double[] counts = new double[grouping.groups().size()];
        List<List<Integer>> members = new ArrayList<>();
        grouping.groups().forEach(group -> members.add(new ArrayList<>()));
        for (int i = 0; i < grouping.groupOf().length; i++) {
            int group = grouping.groupOf()[i];
            if (group >= 0) {
                members.get(group).add(i);
                counts[group] += eventsAt[i];
                weights[group] += weightAt[i];
            }
        }
        return IntStream.range(0, counts.length)
                .filter(group -> Math.round(counts[group]) >= leastEvents)
                .mapToObj(group -> new Counted(
                        grouping.groups().get(group),
                        grouping.groups().get(group).drawing().get(),
                        members.get(group),
                        Math.round(counts[group]),
                        weights[group]))
                .toList();
    }

    private Hotspot describe(int rank, Counted counted, double running) {
        // Where nothing weighs anything, every share is 0.
        double total = Math.max(evidence.events().totalWeight(), Double.MIN_NORMAL);
        boolean weighed = input.question().weight() == Weight.HARM;
        Geometry outline = counted.outline();
        double areaKm2 = counted.areaM2() / M2_PER_KM2;
        BritishGridPoint centre = centre(outline);
        return new Hotspot(
                rank,
                outline,
                counted.count(),
                PoissonInterval.exact95(counted.count()),
                counted.weight() / total,
                running / total,
                areaKm2,
                counted.count() / areaKm2,
                peak(outline, centre),
                counted.group().score(),
                near(counted),
                area(counted, AreaKind.TOWN),
                area(counted, AreaKind.DISTRICT),
                centre,
                counted.count() / input.covered().months(),
                evidence.events().selection().makeup(counted.points().stream().mapToInt(Integer::intValue)),
                weighed ? counted.weight() : null,
                counted.points().stream()
                        .map(point -> evidence.events().places()[point])
                        .toList());
    }

    /** The centroid, or where that lies outside a bent outline, a point well inside. */
    private static BritishGridPoint centre(Geometry outline) {
        Point centroid = outline.getCentroid();
        Point inside = outline.contains(centroid) ? centroid : outline.getInteriorPoint();
        return new BritishGridPoint(inside.getX(), inside.getY());
    }

    /** Greatest value of the surface at the centres of its cells inside the outline, or at the outline's centre. */
    private double peak(Geometry outline, BritishGridPoint centre) {
        Raster raster = evidence.density().raster();
        RasterGrid grid = raster.grid();
        Envelope box = outline.getEnvelopeInternal();
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(outline);
        double peak = raster.sampleBilinear(centre.easting(), centre.northing());
        for (int row = index(box.getMinY() - grid.minNorthing(), grid.rows());
                row < grid.rows() && grid.centreNorthing(row) <= box.getMaxY();
                row++) {
            for (int column = index(box.getMinX() - grid.minEasting(), grid.columns());
                    column < grid.columns() && grid.centreEasting(column) <= box.getMaxX();
                    column++) {
                // The look-up is dear: only a cell that would raise the peak is worth it.
                if (raster.value(column, row) > peak
                        && locator.locate(new Coordinate(grid.centreEasting(column), grid.centreNorthing(row)))
                                != Location.EXTERIOR) {
                    peak = raster.value(column, row);
                }
            }
        }
        return peak;
    }

    private int index(double metres, int cells) {
        double cell = Math.floor(metres / evidence.density().raster().grid().cellMetres());
        return (int) Math.min(Math.max(cell, 0), cells);
    }

    /** The street of the place with most events of those that have one; the first of equals in the order of the places. */
    private @Nullable String near(Counted counted) {
        String name = null;
        double most = 0;
        for (int point : counted.points()) {
            double weight = evidence.events().inside().weights()[point];
            Optional<String> street = weight > most
                    ? input.snapshot().streets().nameOf(evidence.events().places()[point])
                    : Optional.empty();
            if (street.isPresent()) {
                most = weight;
                name = street.get();
            }
        }
        return name;
    }

    /** The area of the kind that holds most of the events, if any area holds more than lie in none. */
    private @Nullable String area(Counted counted, AreaKind kind) {
        AreaIndex areas = input.snapshot().areas();
        short[] ordinals = places.areaOrdinals()[kind.ordinal()];
        double[] weights = new double[areas.areas().size() + 1];
        for (int point : counted.points()) {
            // AreaIndex.NONE is -1, so slot 0 stands for no area.
            weights[ordinals[evidence.events().places()[point]] + 1] +=
                    evidence.events().inside().weights()[point];
        }
        int heaviest = 0;
        for (int slot = 1; slot < weights.length; slot++) {
            heaviest = weights[slot] > weights[heaviest] ? slot : heaviest;
        }
        return heaviest == 0 ? null : areas.areas().get(heaviest - 1).name();
    }
}
