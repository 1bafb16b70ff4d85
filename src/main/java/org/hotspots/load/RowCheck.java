package org.hotspots.load;

import java.util.EnumSet;
import java.util.Set;
import org.hotspots.offence.OffenceFlag;

/**
 * What is found while one row is read: the first reason to reject it, and flags. One object serves all rows of a file,
 * in turn.
 */
final class RowCheck {
    private static final int MAX_QUOTED_CHARS = 64;

    private final EnumSet<OffenceFlag> flags = EnumSet.noneOf(OffenceFlag.class);
    private String reason = "";
    private String detail = "";

    void clear() {
        flags.clear();
        reason = "";
        detail = "";
    }

    /** Rejects the row; the first reason stands. */
    void reject(String newReason, String newDetail) {
        if (reason.isEmpty()) {
            reason = newReason;
            detail = newDetail;
        }
    }

    void flag(OffenceFlag flag) {
        flags.add(flag);
    }

    boolean isRejected() {
        return !reason.isEmpty();
    }

    String reason() {
        return reason;
    }

    String detail() {
        return detail;
    }

    Set<OffenceFlag> flags() {
        return flags.isEmpty() ? Set.of() : Set.copyOf(flags);
    }

    /** The value as it may stand in a message: cut, and with its control characters made visible. */
    static String quoted(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().limit(MAX_QUOTED_CHARS).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                text.append(String.format("\\u%04x", c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }
}
