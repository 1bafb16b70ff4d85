package org.hotspots.brief;

import java.util.List;
import org.hotspots.hotspot.Agreement;
import org.hotspots.hotspot.ChangeSince;
import org.hotspots.hotspot.EventTimes;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Run;
import org.hotspots.hotspot.Stability;
import org.hotspots.snapshot.Marking;

/**
 * What all pages of a brief draw on, computed once.
 *
 * @param run the run
 * @param hotspots all its hotspots in rank order
 * @param changes of each of them, since the period before
 * @param times when its events happened
 * @param stability which of its hotspots stay under resamples
 * @param agreement which methods find them
 * @param notes what a reader of the run should know
 * @param marking how its data are marked
 */
record RunFacts(
        Run run,
        List<Hotspot> hotspots,
        List<ChangeSince> changes,
        EventTimes times,
        Stability stability,
        Agreement agreement,
        List<String> notes,
        Marking marking) {
    RunFacts {
        hotspots = List.copyOf(hotspots);
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    static RunFacts of(Run run) {
        List<Hotspot> hotspots = run.hotspots();
        return new RunFacts(
                run,
                hotspots,
                run.sincePrevious(hotspots),
                run.times(),
                run.stability(),
                run.agreement(),
                run.notes(),
                run.snapshot().marking());
    }

    /** Where a hotspot stands in the lists. */
    int indexOf(Hotspot hotspot) {
        return hotspot.rank() - 1;
    }
}
