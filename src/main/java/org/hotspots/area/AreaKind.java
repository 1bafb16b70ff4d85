package org.hotspots.area;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of area that offences are assigned to. */
public enum AreaKind {
    DISTRICT,
    TOWN,
    WARD,
    LSOA,
    BEAT;

    /** The word used in addresses and parameters, such as {@code district}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AreaKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
