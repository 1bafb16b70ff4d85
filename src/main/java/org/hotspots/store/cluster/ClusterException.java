package org.hotspots.store.cluster;

import org.jspecify.annotations.Nullable;

/** Thrown where no private cluster can be run; the message names the obstacle and its remedy. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ClusterException(String message) {
        this(message, null);
    }

    ClusterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
