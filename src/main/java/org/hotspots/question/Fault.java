package org.hotspots.question;

/**
 * One thing wrong with a request.
 *
 * @param kind what sort of fault
 * @param in where it stands: {@code query} or {@code body}
 * @param name the parameter
 * @param reason the rule and the value received, cut to 64 characters, such as "bandwidth_m=5: from 50 to 5000"
 */
public record Fault(Kind kind, String in, String name, String reason) {
    private static final int LONGEST_ECHO = 64;

    /** The rule and the value, such as "bandwidth_m=5: from 50 to 5000". */
    public static String told(String name, String value, String rule) {
        return name + "=" + cut(value) + ": " + rule;
    }

    /** The text, or its beginning where it is long. */
    static String cut(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO);
    }

    /** Sorts of fault; the word of each names a problem type. */
    public enum Kind {
        INVALID_PARAMETER("invalid-parameter"),
        UNKNOWN_PARAMETER("unknown-parameter"),
        DUPLICATED_PARAMETER("duplicated-parameter");

        private final String slug;

        Kind(String slug) {
            this.slug = slug;
        }

        public String slug() {
            return slug;
        }
    }
}
