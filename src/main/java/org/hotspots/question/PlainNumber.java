package org.hotspots.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;

/** Numbers written one way only: digits, no exponent, no needless zeros; 300 and 300.0 are both "300". */
public final class PlainNumber {
    private static final double EXACT_LONGS = 1L << 53;

    private PlainNumber() {}

    public static String text(double value) {
        return isLong(value) ? Long.toString((long) value) : decimal(value).toPlainString();
    }

    public static JsonNode json(double value) {
        return isLong(value) ? LongNode.valueOf((long) value) : DecimalNode.valueOf(decimal(value));
    }

    private static boolean isLong(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT_LONGS;
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }
}
