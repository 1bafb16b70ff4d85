package org.hotspots.http;

/** How a received value is shown in a problem. */
public final class Shown {
    private static final int LONGEST = 64;

    private Shown() {}

    /** The value cut to {@value #LONGEST} characters, control characters replaced. */
    public static String value(String received) {
        String shown = received.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return received.codePointCount(0, received.length()) > LONGEST ? shown + "…" : shown;
    }
}
