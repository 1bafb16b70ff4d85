package org.hotspots.question;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.area.AskedArea;
import org.hotspots.area.DrawnArea;

/** Reads what a request writes where an area is asked for. */
public final class AreaReader {
    private static final String RULE = "kind:slug, such as district:rugby; the kinds are "
            + Arrays.stream(AreaKind.values()).map(AreaKind::word).collect(Collectors.joining(", "))
            + ", and drawn for one drawn by hand";

    private AreaReader() {}

    /**
     * An area that is loaded, or one drawn by hand.
     *
     * @throws IllegalArgumentException with the rule that the text breaks
     */
    public static AskedArea read(String text, AreaIndex loaded) {
        if (DrawnArea.isMeant(text)) {
            return DrawnArea.parse(text);
        }
        AreaAddress address = AreaAddress.find(text).orElseThrow(() -> new IllegalArgumentException(RULE));
        if (loaded.find(address).isEmpty()) {
            throw new IllegalArgumentException("no such area is loaded");
        }
        return address;
    }

    /** What an exception of {@link #read} says. */
    public static String reason(IllegalArgumentException refusal) {
        return Objects.requireNonNull(refusal.getMessage());
    }
}
