package org.hotspots.load;

import java.io.IOException;
import java.io.InputStream;

/** A file of text in an import, however it is packed; can be opened again from its start. */
interface TextFile {
    /** As shown to people: the source's name, and the entry's where the source is a zip. */
    String name();

    /**
     * The file's bytes, unpacked; buffered.
     *
     * @throws ImportException from the stream where an archive is damaged, truncated or too large
     */
    InputStream open() throws IOException;
}
