package org.hotspots.snapshot;

import java.util.List;
import org.hotspots.offence.Source;

/** How a document made of a data version is marked. What is in doubt is marked as sensitive. */
public enum Marking {
    /** Offences of a force's own extract are in it. */
    OFFICIAL_SENSITIVE("OFFICIAL-SENSITIVE"),
    /** Nothing is in it but the program's own sample. */
    SYNTHETIC("Synthetic sample: no record is real"),
    /** Nothing is in it but public street files. */
    PUBLIC("Made of published data");

    /** The force in whose name the sample is loaded. */
    public static final String SAMPLE_FORCE = "Synthetic sample";

    private final String words;

    Marking(String words) {
        this.words = words;
    }

    public static Marking of(Snapshot snapshot) {
        boolean hasExtract = false;
        boolean hasPublic = false;
        for (byte source : snapshot.offences().columns().source()) {
            hasExtract |= source == Source.FORCE_EXTRACT.ordinal();
            hasPublic |= source == Source.POLICE_UK.ordinal();
        }
        if (!hasExtract) {
            return PUBLIC;
        }
        boolean isSample = !hasPublic && snapshot.extractForces().equals(List.of(SAMPLE_FORCE));
        return isSample ? SYNTHETIC : OFFICIAL_SENSITIVE;
    }

    /** As it stands on a page. */
    public String words() {
        return words;
    }
}
