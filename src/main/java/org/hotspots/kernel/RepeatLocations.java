package org.hotspots.kernel;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Places by how much happens there: the "80-20" of problem solving (Clarke and Eck 2003, step 18). A few places may hold
 * most events, and the months in which a place is active tell a standing problem from a spate. Documentation:
 * {@code src/docs/methods/patterns.md}.
 */
public final class RepeatLocations {
    private final List<Location> locations;
    private final long[] running;

    private RepeatLocations(List<Location> locations) {
        this.locations = List.copyOf(locations);
        this.running = new long[locations.size()];
        long sum = 0;
        for (int i = 0; i < running.length; i++) {
            sum += locations.get(i).events();
            running[i] = sum;
        }
    }

    /**
     * A place and what happened there.
     *
     * @param place the caller's number of the place
     * @param events events there
     * @param monthsActive months with any
     * @param firstMonth first month with any
     * @param lastMonth last month with any
     */
    public record Location(int place, int events, int monthsActive, int firstMonth, int lastMonth) {}

    /**
     * Counts events by place; both arrays have one value an event. Cost: a sort.
     *
     * @param places number of the place of each event
     * @param months month of each event, counted from any month
     */
    public static RepeatLocations of(int[] places, int[] months) {
        if (places.length != months.length) {
            throw new IllegalArgumentException(
                    "places and months must be equally many: " + places.length + ", " + months.length);
        }
        Map<Integer, TreeSet<Integer>> active = new TreeMap<>();
        Map<Integer, Integer> events = new TreeMap<>();
        for (int i = 0; i < places.length; i++) {
            active.computeIfAbsent(places[i], place -> new TreeSet<>()).add(months[i]);
            events.merge(places[i], 1, Integer::sum);
        }
        return new RepeatLocations(active.entrySet().stream()
                .map(entry -> new Location(
                        entry.getKey(),
                        events.getOrDefault(entry.getKey(), 0),
                        entry.getValue().size(),
                        entry.getValue().first(),
                        entry.getValue().last()))
                .sorted(Comparator.comparingInt(Location::events)
                        .thenComparingInt(Location::monthsActive)
                        .reversed()
                        .thenComparingInt(Location::place))
                .toList());
    }

    /** Every place, most events first; of equals the one active in most months, then the lowest number. */
    public List<Location> all() {
        return locations;
    }

    /** The places with at least so many events. */
    public List<Location> withAtLeast(int events) {
        return locations.stream()
                .filter(location -> location.events() >= events)
                .toList();
    }

    /** Number of events. */
    public long events() {
        return running.length == 0 ? 0 : running[running.length - 1];
    }

    /** Part of the events at the so many top places, from 0 to 1; 0 where there are no events. */
    public double shareOfTop(int places) {
        return places <= 0 || running.length == 0
                ? 0
                : running[Math.min(places, running.length) - 1] / (double) events();
    }

    /**
     * The fewest places that together hold at least this part of the events.
     *
     * @param share from 0 to 1
     */
    public int placesHolding(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share=" + share + ": from 0 to 1");
        }
        int places = 0;
        while (places < running.length && shareOfTop(places) < share) {
            places++;
        }
        return places;
    }
}
