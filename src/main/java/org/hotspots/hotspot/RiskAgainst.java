package org.hotspots.hotspot;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.hotspots.offence.OffenceFilter;
import org.hotspots.offence.Theme;
import org.hotspots.question.Question;
import org.jspecify.annotations.Nullable;

/** What the events of a run are compared with. */
public enum RiskAgainst {
    /** All offences of the same period, setting and counting basis. */
    ALL,
    /** The same in the days before, as many as the period has. */
    PREVIOUS;

    /** The word used in parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    OffenceFilter filter(OffenceFilter asked) {
        if (this == PREVIOUS) {
            long days = ChronoUnit.DAYS.between(asked.from(), asked.to());
            return asked.during(asked.from().minusDays(days), asked.from());
        }
        return new OffenceFilter(
                Theme.ALL,
                null,
                null,
                asked.from(),
                asked.to(),
                asked.setting(),
                asked.countingBasis(),
                asked.policeFound());
    }

    /** Why a question cannot be compared with this, or null where it can. */
    public @Nullable String fault(Question question) {
        return this == ALL && question.filter().theme() == Theme.ALL
                ? "against=all: the run counts all offences already; against=previous"
                : null;
    }
}
