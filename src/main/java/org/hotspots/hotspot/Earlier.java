package org.hotspots.hotspot;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hotspots.offence.OffenceFilter;
import org.hotspots.offence.Selection.Tally;
import org.hotspots.snapshot.CoveredPeriod;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A question's events in an earlier period of equal length: the one just before, or the same days a year before. Selected
 * by the same filter on the same ground, so that both counts are of one kind.
 */
final class Earlier {

    private final RunInput input;
    private final OffenceFilter filter;
    /** Its events in the area; null where the data do not cover both periods. */
    private final @Nullable Tally events;

    private final @Nullable String reason;

    private Earlier(RunInput input, OffenceFilter filter) {
        this.input = input;
        this.filter = filter;
        this.reason = reason(input, filter);
        this.events = reason == null ? input.select(filter).inside() : null;
    }

    /** The period just before: as many months where the question's are whole months, else as many days. */
    static Earlier justBefore(RunInput input) {
        OffenceFilter now = input.question().filter();
        long months = ChronoUnit.MONTHS.between(now.from(), now.to());
        boolean whole = months > 0 && now.from().plusMonths(months).equals(now.to());
        LocalDate from = whole ? now.from().minusMonths(months) : now.from().minusDays(days(now));
        return new Earlier(input, now.during(from, now.from()));
    }

    /** The same days a year before. */
    static Earlier yearBefore(RunInput input) {
        OffenceFilter now = input.question().filter();
        LocalDate from = now.from().minusYears(1);
        LocalDate to = now.to().minusYears(1);
        // A period of 29 February alone has no day a year before.
        return new Earlier(input, now.during(from, to.isAfter(from) ? to : from.plusDays(1)));
    }

    private static @Nullable String reason(RunInput input, OffenceFilter earlier) {
        CoveredPeriod covered = input.covered();
        if (!covered.whole()) {
            return "The data do not cover the whole of the period.";
        }
        DataVersion version = input.snapshot().version();
        LocalDate dataFrom = version.dataFrom();
        return CoveredPeriod.of(earlier.from(), earlier.to(), version).whole() || dataFrom == null
                ? null
                : "The data begin on " + Wording.day(dataFrom) + ", after " + Wording.day(earlier.from()) + ".";
    }

    private static int days(OffenceFilter filter) {
        return Math.toIntExact(ChronoUnit.DAYS.between(filter.from(), filter.to()));
    }

    /** The change of the whole area's number of events. */
    ChangeSince compare(long now) {
        return events == null ? none() : changed(events.total(), now);
    }

    /**
     * The change of each hotspot's number of events, in the order of the hotspots: the earlier events are those in its
     * outline, and of outlines that overlap or touch, in that of the first by rank.
     */
    List<ChangeSince> compare(List<Hotspot> hotspots) {
        if (events == null) {
            return hotspots.stream().map(hotspot -> none()).toList();
        }
        long[] before = new HotspotOutlines(hotspots)
                .countsIn(input.snapshot().offences().places(), events);
        List<ChangeSince> changes = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            changes.add(changed(before[i], hotspots.get(i).count()));
        }
        return changes;
    }

    private ChangeSince none() {
        return new ChangeSince(filter.from(), filter.to(), null, reason);
    }

    private ChangeSince changed(long before, long now) {
        int daysNow = days(input.question().filter());
        return new ChangeSince(filter.from(), filter.to(), Change.of(before, now, days(filter), daysNow), null);
    }
}
