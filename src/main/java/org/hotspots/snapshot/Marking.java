package org.hotspots.snapshot;

import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Source;

/**
 * How the data of a version are to be handled, in the words of the Government Security Classifications; the later one
 * is the stricter.
 */
public enum Marking {
    SYNTHETIC("Synthetic sample"),
    OFFICIAL("OFFICIAL"),
    OFFICIAL_SENSITIVE("OFFICIAL-SENSITIVE");

    /** The force that the sample is loaded for: records of it are nobody's. */
    public static final String SYNTHETIC_FORCE = "Synthetic sample";

    private final String words;

    Marking(String words) {
        this.words = words;
    }

    /** What is written on a page. */
    public String words() {
        return words;
    }

    /** Public street files were published; a force's own records were not, whatever they hold. */
    public static Marking of(Source source, String force) {
        if (source == Source.POLICE_UK) {
            return OFFICIAL;
        }
        return force.equals(SYNTHETIC_FORCE) ? SYNTHETIC : OFFICIAL_SENSITIVE;
    }

    /** The strictest that any of the offences needs; the sample's, where there are none. */
    public static Marking of(OffenceTable offences) {
        OffenceTable.Columns columns = offences.columns();
        Marking strictest = SYNTHETIC;
        for (int i = 0; i < columns.source().length; i++) {
            Marking own = of(Source.values()[columns.source()[i]], columns.beats()[columns.beat()[i]].force());
            strictest = own.compareTo(strictest) > 0 ? own : strictest;
        }
        return strictest;
    }
}
