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
