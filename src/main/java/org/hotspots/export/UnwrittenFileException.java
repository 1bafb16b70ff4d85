package org.hotspots.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file could not be written; the message names the file that was asked for, and says why. */
public final class UnwrittenFileException extends IOException {
    private static final long serialVersionUID = 1;

    UnwrittenFileException(Path asked, Exception cause) {
        super(asked + " cannot be written: " + reason(asked, first(cause)), cause);
    }

    /** What went wrong below all writers that passed it on. */
    private static Exception first(Exception told) {
        Exception first = told;
        for (Throwable cause = told.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException earlier) {
                first = earlier;
            }
        }
        return first;
    }

    private static String reason(Path asked, Exception cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no folder " + asked.toAbsolutePath().getParent();
        }
        if (cause instanceof AccessDeniedException) {
            return "its folder does not allow it";
        }
        String reason = cause instanceof FileSystemException known ? known.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }
}
