package org.hotspots.http.ogc;

import org.hotspots.snapshot.Snapshot;

/** A collection by its name; what it holds changes with the data. */
sealed interface FeatureSource permits AreaSource, RunSource {
    /** Its part of addresses. */
    String id();

    String title();

    /** Name of the query parameter that asks for the content of a time before. */
    String pinName();

    /** What it holds now. */
    Content current(Snapshot newest);

    /** What it held when this pin was given out. Throws a problem where that is not known. */
    Content pinned(String pin);
}
