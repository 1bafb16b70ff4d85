package org.hotspots.hotspot;

/** The engine could not answer in time; the question may be asked again. */
public final class EngineBusyException extends RuntimeException {
    /** Why. */
    public enum Reason {
        /** Too many computations before this one. */
        OVERLOADED,
        /** The same computation, begun for another request, took longer than the deadline. */
        TIMEOUT
    }

    private final Reason reason;

    public EngineBusyException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
