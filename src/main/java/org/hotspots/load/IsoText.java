package org.hotspots.load;

/**
 * The shapes of ISO 8601 text, without asking whether there is such a date: {@code yyyy-MM-dd}, then optionally T or a
 * space and {@code HH:mm[:ss[.fraction]]}, then optionally Z or {@code ±HH:mm}. By hand, since regular expressions were
 * half the time of reading an extract.
 */
final class IsoText {
    private static final int DATE = 10;

    private IsoText() {}

    static boolean isDate(String text) {
        return fits(text, 0, "####-##-##")
                && (text.length() == DATE || text.charAt(DATE) == 'T' || text.charAt(DATE) == ' ');
    }

    /** Where the clock time behind a date ends; -1 where there is none. */
    static int endOfClock(String text) {
        if (!fits(text, DATE + 1, "##:##")) {
            return -1;
        }
        int end = DATE + 6;
        if (end == text.length() || text.charAt(end) != ':') {
            return end;
        }
        if (!fits(text, end, ":##")) {
            return -1;
        }
        end += 3;
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = end + 1;
            while (fraction < text.length() && isDigit(text.charAt(fraction))) {
                fraction++;
            }
            return fraction == end + 1 ? -1 : fraction;
        }
        return end;
    }

    static boolean isOffset(String text) {
        if (text.isEmpty() || text.equals("Z")) {
            return true;
        }
        boolean signed = text.charAt(0) == '+' || text.charAt(0) == '-';
        return signed && (text.length() == 5 ? fits(text, 1, "####") : text.length() == 6 && fits(text, 1, "##:##"));
    }

    /** The digits from one index to another as a number. */
    static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean fits(String text, int from, String shape) {
        if (text.length() < from + shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char c = text.charAt(from + i);
            if (shape.charAt(i) == '#' ? !isDigit(c) : c != shape.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
