package org.hotspots.area;

/** The ground that a question asks about: an area that is loaded, or one that was drawn for the question. */
public sealed interface AskedArea permits AreaAddress, DrawnArea {
    /** The word of its kind, such as {@code district}, or {@code drawn}. */
    String kindWord();

    /** Whether it is looked at from near: a town, a ward, an LSOA, a beat, or what is drawn no larger than a town. */
    boolean isSmall();
}
