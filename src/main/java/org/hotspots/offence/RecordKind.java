package org.hotspots.offence;

import java.util.Locale;

/** What a record counts. */
public enum RecordKind {
    CRIME,
    ASB,
    NON_CRIME_HATE;

    /** The word used in files, parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
