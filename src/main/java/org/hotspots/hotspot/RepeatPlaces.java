package org.hotspots.hotspot;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.SquareLattice;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Selection.Members;
import org.hotspots.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Places where events of a run happened more than once, the most first, then from south to north. What is offered where
 * there is no hotspot: a problem at one address needs no pattern around it.
 *
 * @param places those with at least two events, ranked
 * @param allPlaces places with any event
 * @param events all events of the run
 * @param busiestFifth events at the busiest fifth of all places, rounded up to whole places
 * @param unit what is counted
 */
public record RepeatPlaces(List<Place> places, int allPlaces, long events, long busiestFifth, String unit) {
    /** Places are shown no closer than this: a street's corner, not a front door. */
    private static final SquareLattice SHOWN = new SquareLattice(100);

    private static final int LEAST_EVENTS = 2;

    public RepeatPlaces {
        places = List.copyOf(places);
    }

    /**
     * A place, no closer than its street.
     *
     * @param rank from 1
     * @param count its events
     * @param runningCount events down to this rank
     * @param monthsActive calendar months with any of them
     * @param firstMonth the earliest of these months
     * @param lastMonth the latest
     * @param near name of the street; null where {@link org.hotspots.snapshot.Streets} tells none
     * @param town town it lies in; null for none
     * @param district district it lies in; null for none
     * @param centre middle of the square of 100 m that it lies in
     */
    public record Place(
            int rank,
            long count,
            long runningCount,
            int monthsActive,
            YearMonth firstMonth,
            YearMonth lastMonth,
            @Nullable String near,
            @Nullable String town,
            @Nullable String district,
            BritishGridPoint centre) {}

    private record Found(int place, long count, List<YearMonth> months) {}

    static RepeatPlaces of(RunInput input, Members members) {
        List<Found> found = found(input.snapshot().offences().columns(), members);
        List<Found> ranked = found.stream()
                .sorted(Comparator.comparingLong(Found::count).reversed().thenComparingInt(Found::place))
                .toList();
        List<Place> places = new ArrayList<>();
        long running = 0;
        long fifth = 0;
        int inFifth = (found.size() + 4) / 5;
        for (int i = 0; i < ranked.size(); i++) {
            running += ranked.get(i).count();
            fifth = i < inFifth ? running : fifth;
            if (ranked.get(i).count() >= LEAST_EVENTS) {
                places.add(place(input, i + 1, ranked.get(i), running));
            }
        }
        String unit = input.question().filter().countingBasis().word();
        return new RepeatPlaces(places, found.size(), running, fifth, unit);
    }

    /** Places with any event, in the table's order, in which the rows stand. */
    private static List<Found> found(OffenceTable.Columns columns, Members members) {
        List<Found> found = new ArrayList<>();
        BitSet counted = members.counted();
        int k = counted.nextSetBit(0);
        while (k >= 0) {
            int place = columns.place()[members.offences()[k]];
            Set<YearMonth> months = new TreeSet<>();
            long count = 0;
            while (k >= 0 && columns.place()[members.offences()[k]] == place) {
                months.add(YearMonth.from(LocalDate.ofEpochDay(columns.day()[members.offences()[k]])));
                count++;
                k = counted.nextSetBit(k + 1);
            }
            found.add(new Found(place, count, List.copyOf(months)));
        }
        return found;
    }

    private static Place place(RunInput input, int rank, Found found, long running) {
        OffenceTable.Places places = input.snapshot().offences().places();
        double easting = places.eastings()[found.place()];
        double northing = places.northings()[found.place()];
        return new Place(
                rank,
                found.count(),
                running,
                found.months().size(),
                found.months().get(0),
                found.months().get(found.months().size() - 1),
                input.snapshot().streets().nameOf(found.place()).orElse(null),
                input.snapshot().areaName(AreaKind.TOWN, found.place()),
                input.snapshot().areaName(AreaKind.DISTRICT, found.place()),
                SHOWN.centre(SHOWN.cellAt(easting, northing)));
    }

    /** How much the busiest fifth of the places holds, in counts. */
    public String sentence() {
        if (events == 0) {
            return "There are no " + unit + ".";
        }
        return Wording.of(
                "The busiest fifth of the places with any (%,d of %,d) holds %,d of %,d %s; %,d %s more than one.",
                (allPlaces + 4) / 5,
                allPlaces,
                busiestFifth,
                events,
                unit,
                places.size(),
                places.size() == 1 ? "place has" : "places have");
    }
}
