package org.hotspots.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter of a question may be. Reading, the list of themes and the contract are all made from it.
 *
 * @param name name in queries and JSON
 * @param sentence what it means, for people
 * @param values what it may be
 * @param defaultValue value taken where the parameter is absent; null where that depends on the rest of the question,
 *     or where absence itself has a meaning, as {@code defaultSentence} says
 * @param defaultSentence the default in words
 */
public record ParameterSpec(
        String name,
        String sentence,
        Values values,
        @Nullable String defaultValue,
        String defaultSentence) {

    /** What a parameter may be. */
    public sealed interface Values {}

    /** One of some words. */
    public record Words(List<String> words) implements Values {
        public Words {
            words = List.copyOf(words);
        }
    }

    /**
     * A number.
     *
     * @param minimum least value allowed
     * @param maximum greatest value allowed
     * @param whole whether it must be a whole number
     */
    public record Numbers(double minimum, double maximum, boolean whole) implements Values {
        public boolean contains(double value) {
            return value >= minimum && value <= maximum && (!whole || value == Math.rint(value));
        }

        /** The value of the range that is nearest to this one; not rounded. */
        double nearest(double value) {
            return Math.min(Math.max(value, minimum), maximum);
        }

        /** The range in words, such as "from 50 to 5000". */
        public String rule() {
            return (whole ? "a whole number from " : "from ") + PlainNumber.text(minimum) + " to "
                    + PlainNumber.text(maximum);
        }
    }

    /** A day, such as 2026-10-31. */
    public record Days() implements Values {}

    /** A codebook that is loaded. */
    public record CodebookNames() implements Values {}

    /** An area that is loaded, written {@code kind:slug}. */
    public record Areas() implements Values {}
}
