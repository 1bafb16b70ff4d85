package org.hotspots.offence;

import java.util.Locale;

/** Whether a record still counts. */
public enum Status {
    RECORDED,
    CANCELLED,
    TRANSFERRED;

    /** The word used in files, parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
