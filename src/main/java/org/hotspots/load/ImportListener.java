package org.hotspots.load;

/** Whoever watches an import; called on the import's thread, often enough to draw a bar. */
public interface ImportListener {
    /** Nobody. */
    ImportListener NONE = new ImportListener() {};

    default void progress(ImportProgress progress) {}

    /** A row that was rejected, as it is found. */
    default void rejected(String file, Row.Rejected row) {}

    /** An archive's entry that is no file of the profile's format, and is not read. */
    default void ignoredFile(String name) {}

    /** Whether the import shall stop and leave nothing behind; asked until publishing begins. */
    default boolean isCancelled() {
        return false;
    }
}
