package org.hotspots.app;

import org.jspecify.annotations.Nullable;

/**
 * A setting as a person is told of it.
 *
 * @param name of its variable
 * @param value what it came to, a secret as stars; null where it is not set and needs no value
 * @param from who said so
 */
record ToldSetting(String name, @Nullable String value, Origin from) {
    /** Where a value comes from. */
    enum Origin {
        OPTION("command line"),
        ENVIRONMENT("environment"),
        DEFAULT("default");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
