package org.hotspots.area;

/** Thrown within this package where one feature's outline cannot be used; its reader collects the message. */
final class OutlineException extends Exception {
    private static final long serialVersionUID = 1;

    OutlineException(String message) {
        super(message);
    }
}
