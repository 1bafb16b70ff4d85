package org.hotspots.export;

import java.util.Locale;

/** What of a run can be taken along. */
public enum Layer {
    HOTSPOTS("Hotspots"),
    CELLS("Cells with events"),
    CONTOURS("Contours of density"),
    CLUSTERS("Clusters"),
    /** The offences behind the count. */
    OFFENCES("Offences"),
    DENSITY("Density");

    private final String title;

    Layer(String title) {
        this.title = title;
    }

    /** Its name in addresses, and in a file that holds it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** Whether each of its features is a record of a single offence. */
    public boolean tellsOffences() {
        return this == OFFENCES;
    }

    /** Whether its features are points and not outlines. */
    public boolean isPoints() {
        return this == OFFENCES;
    }

    /** Whether it is a surface of numbers and not a list of features. */
    public boolean isSurface() {
        return this == DENSITY;
    }
}
