package org.hotspots.load;

/**
 * Reads numbers by a grammar of its own: {@code -?[0-9]+(\.[0-9]+)?} with space around it. Java's would also take
 * {@code NaN}, {@code 1e400}, {@code 1d} and {@code 0x1p3}, none of which is a coordinate. One object is used for many.
 */
final class DecimalText {
    private static final int MAX_CHARS = 40;
    /** Up to here the digits are an exact double, and so is the power of ten: their quotient is rounded once. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private double value;
    private int decimals;

    /** The number read last: the double nearest to it. */
    double value() {
        return value;
    }

    /** Digits behind the point of the number read last. */
    int decimals() {
        return decimals;
    }

    /** Whether the characters are a number. */
    boolean parse(char[] chars, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && chars[start] == ' ') {
            start++;
        }
        while (end > start && chars[end - 1] == ' ') {
            end--;
        }
        boolean negative = start < end && chars[start] == '-';
        int at = negative ? start + 1 : start;
        int whole = digits(chars, at, end);
        int point = at + whole;
        boolean hasPoint = point < end && chars[point] == '.';
        int fraction = hasPoint ? digits(chars, point + 1, end) : 0;
        int last = hasPoint ? point + 1 + fraction : point;
        if (whole == 0 || (hasPoint && fraction == 0) || last != end || end - start > MAX_CHARS) {
            return false;
        }
        decimals = fraction;
        if (whole + fraction > EXACT_DIGITS) {
            value = Double.parseDouble(new String(chars, start, end - start));
            return true;
        }
        long mantissa = 0;
        for (int i = at; i < end; i++) {
            if (i != point) {
                mantissa = mantissa * 10 + (chars[i] - '0');
            }
        }
        double magnitude = mantissa / POWERS_OF_TEN[fraction];
        value = negative ? -magnitude : magnitude;
        return true;
    }

    private static int digits(char[] chars, int from, int to) {
        int at = from;
        while (at < to && chars[at] >= '0' && chars[at] <= '9') {
            at++;
        }
        return at - from;
    }
}
