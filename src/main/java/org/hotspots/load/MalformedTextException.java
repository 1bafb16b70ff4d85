package org.hotspots.load;

import java.io.IOException;
import java.nio.charset.Charset;

/** Thrown where bytes are no text of the file's encoding. */
final class MalformedTextException extends IOException {
    private static final long serialVersionUID = 1;

    private final long byteOffset;
    private final transient Charset charset;

    MalformedTextException(long byteOffset, Charset charset) {
        super("bytes at " + byteOffset + " are not " + charset);
        this.byteOffset = byteOffset;
        this.charset = charset;
    }

    /** Offset of the first bad byte in the unpacked file, from 0. */
    long byteOffset() {
        return byteOffset;
    }

    Charset charset() {
        return charset;
    }
}
