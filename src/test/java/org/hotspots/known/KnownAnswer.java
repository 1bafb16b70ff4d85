package org.hotspots.known;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoubleSupplier;

/**
 * A value that somebody published, and how we get ours.
 *
 * @param method the method, in the words of the methods pages
 * @param question what is asked of which data
 * @param published the value as published, digit for digit; its digits say how closely ours must agree
 * @param source who published or computed it
 * @param sharedFile file of real data below {@code data/} that ours is computed from; blank where the test holds all of it
 * @param ours computes our value
 * @param note why ours differs, where the published value is wrong; blank otherwise
 */
public record KnownAnswer(
        String method,
        String question,
        String published,
        String source,
        String sharedFile,
        DoubleSupplier ours,
        String note) {

    /** An answer whose data stand in the test. */
    public static KnownAnswer of(String method, String question, String published, String source, DoubleSupplier ours) {
        return new KnownAnswer(method, question, published, source, "", ours, "");
    }

    /** The same, computed from a file of real data. */
    public KnownAnswer from(String file) {
        return new KnownAnswer(method, question, published, source, file, ours, note);
    }

    /** The same, where the published value is wrong. */
    public KnownAnswer butPublishedIsWrong(String why) {
        return new KnownAnswer(method, question, published, source, sharedFile, ours, why);
    }

    /** Whether ours lies within half a unit of the last published digit. */
    boolean agrees(double value) {
        BigDecimal exact = new BigDecimal(published);
        BigDecimal half = exact.ulp().divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
        // A published value may itself have been rounded from a tie: a hair of room for that.
        double room = half.doubleValue() * (1 + 1e-6);
        return Math.abs(value - exact.doubleValue()) <= room;
    }

    /** Ours with two digits more than were published. */
    String written(double value) {
        int decimals = Math.max(0, new BigDecimal(published).scale()) + 2;
        return new BigDecimal(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
