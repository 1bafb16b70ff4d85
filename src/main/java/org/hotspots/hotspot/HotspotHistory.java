package org.hotspots.hotspot;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hotspots.geo.Lattice;
import org.hotspots.offence.OffenceFilter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Which hotspots of a run were there before: the question asked of {@value #WINDOWS} windows of the same length, each a
 * month after the one before, the last the run's own. A hotspot goes on a place's track where the two outlines share at
 * least a third of the smaller one: two circles of one size do when their centres are at most 1.1 radii apart, so that a
 * patrol at the middle of one stands at the edge of the other or within it.
 *
 * <p>Windows are taken from the oldest on. Of all pairs of a known track (with the outline it had when last seen) and a
 * hotspot of the window, the one that shares most ground is joined first; each is joined once, and what is left begins a
 * track. So of two hotspots that a former one splits into, the one with more of its ground keeps the name.
 *
 * @param windows oldest first; those that the data do not cover whole are left out, but the run's own is always there
 * @param tracks in the order in which they began, then by rank
 */
public record HotspotHistory(List<Window> windows, List<Track> tracks) {
    /** Windows asked at most: two years of months. */
    public static final int WINDOWS = 24;

    /** A hotspot of at most this rank is among the top. */
    public static final int TOP = 10;

    private static final double LEAST_OVERLAP = 1.0 / 3;

    public HotspotHistory {
        windows = List.copyOf(windows);
        tracks = List.copyOf(tracks);
    }

    /**
     * @param from first day
     * @param to the day after the last
     * @param n events
     * @param hotspots number of hotspots
     */
    public record Window(LocalDate from, LocalDate to, long n, int hotspots) {}

    /**
     * A place that was a hotspot in some windows.
     *
     * @param stableId the cell of its centre in the first window with it, and the last month of that window
     * @param near name of its busiest place when last seen
     * @param ranks its rank in each window; null where it was no hotspot
     * @param current its id in the run, null where it is no hotspot now
     */
    public record Track(
            String stableId,
            @Nullable String near,
            List<@Nullable Integer> ranks,
            @Nullable String current) {
        public Track {
            // List.copyOf takes no nulls.
            ranks = Collections.unmodifiableList(new ArrayList<>(ranks));
        }

        /** Windows in which it was among the top. */
        public int monthsInTop() {
            return (int)
                    ranks.stream().filter(rank -> rank != null && rank <= TOP).count();
        }

        /** Windows in which it was a hotspot. */
        public int monthsSeen() {
            return (int) ranks.stream().filter(rank -> rank != null).count();
        }

        /** Whether it was there in the oldest window, so that it may be older. */
        public boolean mayBeOlder() {
            return ranks.get(0) != null;
        }
    }

    /** What a window's question found. */
    record Found(LocalDate from, LocalDate to, long n, List<Hotspot> hotspots) {

        /**
         * What a run of this input would find, without what a history does not tell: the figures of its verdict, and what
         * random maps say of each hotspot.
         */
        static Found of(RunInput input) {
            Events events = input.select();
            PatrollableCells ground = PatrollableCells.of(input);
            List<Hotspot> hotspots = Verdict.isChance(input, events, ground)
                    ? List.of()
                    : HotspotSearch.unscored(input, new Trial(input, events, ground))
                            .hotspots();
            OffenceFilter filter = input.question().filter();
            return new Found(filter.from(), filter.to(), events.total(), hotspots);
        }
    }

    /** @param found oldest first, not empty */
    static HotspotHistory of(Lattice lattice, List<Found> found) {
        List<Growing> growing = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int window = 0; window < found.size(); window++) {
            List<Hotspot> hotspots = found.get(window).hotspots();
            Growing[] trackOf = joined(growing, hotspots);
            YearMonth month = YearMonth.from(found.get(window).to().minusDays(1));
            for (int i = 0; i < trackOf.length; i++) {
                if (trackOf[i] == null) {
                    trackOf[i] = new Growing(name(lattice, hotspots.get(i), month, names), found.size());
                    growing.add(trackOf[i]);
                }
                trackOf[i].see(window, hotspots.get(i));
            }
        }
        return new HotspotHistory(
                found.stream()
                        .map(each -> new Window(
                                each.from(),
                                each.to(),
                                each.n(),
                                each.hotspots().size()))
                        .toList(),
                growing.stream().map(Growing::track).toList());
    }

    private static String name(Lattice lattice, Hotspot hotspot, YearMonth month, Set<String> names) {
        String cell = lattice.id(
                lattice.cellAt(hotspot.centre().easting(), hotspot.centre().northing()));
        String name = cell + "@" + month;
        // In wide cells several may begin at once.
        for (int other = 2; !names.add(name); other++) {
            name = cell + "@" + month + "-" + other;
        }
        return name;
    }

    private record Pair(int track, int hotspot, double sharedM2) {}

    /** For each hotspot the track that it goes on, or null. */
    private static @Nullable Growing[] joined(List<Growing> tracks, List<Hotspot> hotspots) {
        List<Pair> pairs = new ArrayList<>();
        for (int track = 0; track < tracks.size(); track++) {
            for (int hotspot = 0; hotspot < hotspots.size(); hotspot++) {
                double shared =
                        shared(tracks.get(track).outline, hotspots.get(hotspot).outline());
                if (shared > 0) {
                    pairs.add(new Pair(track, hotspot, shared));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::sharedM2)
                .reversed()
                .thenComparingInt(Pair::hotspot)
                .thenComparingInt(Pair::track));
        @Nullable Growing[] trackOf = new Growing[hotspots.size()];
        Set<Integer> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (trackOf[pair.hotspot()] == null && taken.add(pair.track())) {
                trackOf[pair.hotspot()] = tracks.get(pair.track());
            }
        }
        return trackOf;
    }

    /** Ground shared, in square metres; 0 where that is less than a third of the smaller outline. */
    private static double shared(Geometry one, Geometry other) {
        if (!one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
            return 0;
        }
        double shared =
                OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION).getArea();
        return shared >= LEAST_OVERLAP * Math.min(one.getArea(), other.getArea()) ? shared : 0;
    }

    /** A track while windows are added. */
    private static final class Growing {
        private final String stableId;
        private final @Nullable Integer[] ranks;
        private Geometry outline = new GeometryFactory().createPolygon();
        private @Nullable String near;
        private @Nullable String last;

        Growing(String stableId, int windows) {
            this.stableId = stableId;
            this.ranks = new Integer[windows];
        }

        void see(int window, Hotspot hotspot) {
            ranks[window] = hotspot.rank();
            outline = hotspot.outline();
            near = hotspot.near();
            last = hotspot.id();
        }

        Track track() {
            boolean isCurrent = ranks[ranks.length - 1] != null;
            return new Track(stableId, near, Arrays.asList(ranks), isCurrent ? last : null);
        }
    }
}
