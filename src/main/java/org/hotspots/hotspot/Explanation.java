package org.hotspots.hotspot;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.hotspots.area.Area;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.Lattice;
import org.hotspots.kernel.Raster;
import org.hotspots.kernel.StudyCells;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Selection.Members;
import org.hotspots.offence.Setting;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.snapshot.Streets;
import org.hotspots.stats.Interval;
import org.hotspots.stats.PoissonInterval;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Why a place is as it is in a run: what is in the cell and in the hotspot at a point.
 *
 * @param cell the cell at the point
 * @param hotspot the hotspot at the point, of overlapping ones the first in rank; null where there is none
 * @param hotspotEvents what is in that hotspot; null where there is none
 * @param densityPerKm2 the run's density surface at the point
 * @param edgeShare share of the density's kernel around the point that lies on the ground of the data
 * @param areas areas that the point lies in, at most one of a kind
 */
public record Explanation(
        Cell cell,
        @Nullable Hotspot hotspot,
        @Nullable Contents hotspotEvents,
        double densityPerKm2,
        double edgeShare,
        List<Area> areas) {

    public Explanation {
        areas = List.copyOf(areas);
    }

    /**
     * The cell at a point.
     *
     * @param id permanent name
     * @param isStudyCell whether it is one of the study cells; if not, its centre is outside and it holds nothing
     * @param count its events
     * @param interval exact 95 % interval of the count
     * @param rank 1 + the study cells with more events; null where it holds nothing
     * @param studyCells number of study cells
     * @param score Gi* of the run's cells; null where it is not a number
     * @param neighbours the other study cells that Gi* counts
     * @param events what is in it
     */
    public record Cell(
            String id,
            boolean isStudyCell,
            long count,
            Interval interval,
            @Nullable Integer rank,
            int studyCells,
            Hotspot.@Nullable Score score,
            Neighbours neighbours,
            Contents events) {}

    /**
     * Study cells whose centre is within reach of a cell's, without the cell itself.
     *
     * @param withinMetres the reach
     * @param cells how many
     * @param count their events together
     * @param most the greatest count of one of them
     */
    public record Neighbours(double withinMetres, int cells, long count, long most) {}

    /**
     * What stands behind a count.
     *
     * @param offences matching offences; more than events where incidents have several
     * @param byCategory offences of each category, the most first, then by name
     * @param bySetting offences of each setting, in the order of {@link Setting}
     * @param policeFound offences that police work brought to light; 0 where the question excludes them
     * @param policeFoundUnknown offences whose source does not say how they came to light
     * @param repeatPlaces places with at least two events
     * @param places places with any event
     * @param monthsActive calendar months with any event
     * @param near street of the place with most events of those that have one; null where none has
     */
    public record Contents(
            long offences,
            List<Map.Entry<String, Long>> byCategory,
            List<Map.Entry<Setting, Long>> bySetting,
            long policeFound,
            long policeFoundUnknown,
            int repeatPlaces,
            int places,
            int monthsActive,
            @Nullable String near) {
        public Contents {
            byCategory = List.copyOf(byCategory);
            bySetting = List.copyOf(bySetting);
        }
    }

    /** What a run found. */
    record Found(CellLayer cells, List<Hotspot> hotspots, Raster density, double edgeShare) {}

    /** Empty where the point lies outside the study area and in none of its cells. */
    static Optional<Explanation> at(BritishGridPoint point, RunInput input, Found found) {
        CellLayer layer = found.cells();
        long cell = layer.cells().lattice().cellAt(point.easting(), point.northing());
        if (!layer.cells().isInside(layer.cells().windowIndex(cell))
                && !input.area().contains(point.easting(), point.northing())) {
            return Optional.empty();
        }
        Members members = input.members();
        OffenceTable.Places places = input.snapshot().offences().places();
        Lattice lattice = layer.cells().lattice();
        Contents inCell = contents(
                input.snapshot(),
                members,
                place -> lattice.cellAt(places.eastings()[place], places.northings()[place]) == cell);
        Hotspot hotspot = hotspotAt(point, found.hotspots());
        return Optional.of(new Explanation(
                cell(layer, cell, input.question().cells().neighbourMetres(), inCell),
                hotspot,
                hotspot == null ? null : contents(hotspot, input),
                found.density().sampleBilinear(point.easting(), point.northing()),
                found.edgeShare(),
                areas(input, point)));
    }

    private static @Nullable Hotspot hotspotAt(BritishGridPoint point, List<Hotspot> hotspots) {
        Geometry at = new GeometryFactory().createPoint(new Coordinate(point.easting(), point.northing()));
        return hotspots.stream()
                .filter(hotspot -> hotspot.outline().covers(at))
                .findFirst()
                .orElse(null);
    }

    private static List<Area> areas(RunInput input, BritishGridPoint point) {
        List<Area> areas = new ArrayList<>();
        for (AreaKind kind : AreaKind.values()) {
            Area area = input.snapshot().areas().areaAt(kind, point.easting(), point.northing());
            if (area != null) {
                areas.add(area);
            }
        }
        return areas;
    }

    private static Cell cell(CellLayer layer, long cell, double reach, Contents contents) {
        StudyCells cells = layer.cells();
        int index = cells.windowIndex(cell);
        boolean inside = cells.isInside(index);
        long count = inside ? Math.round(layer.counts()[index]) : 0;
        boolean scored = inside && Double.isFinite(layer.z()[index]);
        return new Cell(
                cells.lattice().id(cell),
                inside,
                count,
                PoissonInterval.exact95(count),
                count == 0 ? null : rank(layer, count),
                cells.size(),
                scored ? new Hotspot.Score(layer.z()[index], layer.p()[index], layer.q()[index]) : null,
                neighbours(layer, cell, reach),
                contents);
    }

    private static int rank(CellLayer layer, long count) {
        int rank = 1;
        for (double other : layer.counts()) {
            rank += Math.round(other) > count ? 1 : 0;
        }
        return rank;
    }

    private static Neighbours neighbours(CellLayer layer, long cell, double reach) {
        StudyCells cells = layer.cells();
        BritishGridPoint centre = cells.lattice().centre(cell);
        int number = 0;
        long sum = 0;
        long most = 0;
        for (int index = cells.inside().nextSetBit(0);
                index >= 0;
                index = cells.inside().nextSetBit(index + 1)) {
            BritishGridPoint other = cells.lattice().centre(cells.cell(index));
            double east = other.easting() - centre.easting();
            double north = other.northing() - centre.northing();
            if (cells.cell(index) != cell && east * east + north * north <= reach * reach) {
                long count = Math.round(layer.counts()[index]);
                number++;
                sum += count;
                most = Math.max(most, count);
            }
        }
        return new Neighbours(reach, number, sum, most);
    }

    /** What is in a hotspot of the run. */
    static Contents contents(Hotspot hotspot, RunInput input) {
        BitSet places = new BitSet();
        hotspot.places().forEach(places::set);
        return contents(input.snapshot(), input.members(), places::get);
    }

    private static Contents contents(Snapshot snapshot, Members members, IntPredicate wanted) {
        OffenceTable.Columns columns = snapshot.offences().columns();
        Map<String, Long> byCategory = new TreeMap<>();
        long[] bySetting = new long[Setting.values().length];
        Map<Integer, Long> byPlace = new HashMap<>();
        Set<YearMonth> months = new HashSet<>();
        long offences = 0;
        long policeFound = 0;
        long policeFoundUnknown = 0;
        for (int k = 0; k < members.offences().length; k++) {
            int row = members.offences()[k];
            if (!wanted.test(columns.place()[row])) {
                continue;
            }
            offences++;
            policeFound += columns.policeFound()[row] == OffenceTable.YES ? 1 : 0;
            policeFoundUnknown += columns.policeFound()[row] == OffenceTable.NOT_KNOWN ? 1 : 0;
            byCategory.merge(columns.categories()[columns.category()[row]], 1L, Long::sum);
            bySetting[columns.setting()[row]]++;
            if (members.counted().get(k)) {
                byPlace.merge(columns.place()[row], 1L, Long::sum);
                months.add(YearMonth.from(LocalDate.ofEpochDay(columns.day()[row])));
            }
        }
        List<Map.Entry<Setting, Long>> settings = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            settings.add(Map.entry(setting, bySetting[setting.ordinal()]));
        }
        return new Contents(
                offences,
                byCategory.entrySet().stream()
                        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .toList(),
                settings,
                policeFound,
                policeFoundUnknown,
                (int) byPlace.values().stream().filter(count -> count > 1).count(),
                byPlace.size(),
                months.size(),
                near(snapshot.streets(), byPlace));
    }

    private static @Nullable String near(Streets streets, Map<Integer, Long> byPlace) {
        return byPlace.entrySet().stream()
                .filter(entry -> streets.nameOf(entry.getKey()).isPresent())
                .max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry.<Integer, Long>comparingByKey().reversed()))
                .flatMap(entry -> streets.nameOf(entry.getKey()))
                .orElse(null);
    }
}
