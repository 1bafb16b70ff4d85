package org.hotspots.area;

import java.util.Optional;

/**
 * How an area is named in questions: {@code kind:slug}, such as {@code district:rugby}. Rugby is both a district and a
 * town, so the kind is part of the name.
 *
 * @param kind kind of area
 * @param slug lower-case letters, digits and hyphens
 */
public record AreaAddress(AreaKind kind, String slug) implements AskedArea {
    public AreaAddress {
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("slug=" + slug + ": lower-case letters, digits and single hyphens");
        }
    }

    public static Optional<AreaAddress> find(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String slug = text.substring(colon + 1);
        return slug.matches("[a-z0-9]+(-[a-z0-9]+)*")
                ? AreaKind.find(text.substring(0, colon)).map(kind -> new AreaAddress(kind, slug))
                : Optional.empty();
    }

    @Override
    public String kindWord() {
        return kind.word();
    }

    @Override
    public boolean isSmall() {
        return kind != AreaKind.DISTRICT;
    }

    @Override
    public String toString() {
        return kind.word() + ":" + slug;
    }
}
