package org.hotspots.acceptance;

import java.util.Collections;
import java.util.List;

/** Force extracts as small texts: rows of one kind and day, each with a number of its own. */
final class Extract {
    /** A place in Rugby, for rows whose place does not matter. */
    static final String PLACE = "450000,275000";

    private Extract() {}

    /** Crimes with these columns beside kind, number and time; each row the values of those columns. */
    static String of(String columns, List<String> rows) {
        StringBuilder text = new StringBuilder("record_kind,crime_number,recorded_at," + columns + "\n");
        for (int i = 0; i < rows.size(); i++) {
            text.append("crime,C")
                    .append(i + 1)
                    .append(",2026-10-01T12:00,")
                    .append(rows.get(i))
                    .append('\n');
        }
        return text.toString();
    }

    static String of(String columns, String... rows) {
        return of(columns, List.of(rows));
    }

    /**
     * The rows and behind them as many good ones as keep the quarantine at five percent of the file, even if every row
     * before was bad.
     */
    static String mostlyGood(String columns, List<String> rows, String good) {
        List<String> all = new java.util.ArrayList<>(rows);
        all.addAll(Collections.nCopies(19 * rows.size(), good));
        return of(columns, all);
    }
}
