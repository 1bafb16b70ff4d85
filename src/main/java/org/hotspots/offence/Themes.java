package org.hotspots.offence;

import java.util.Locale;
import java.util.Optional;

/**
 * Which themes a record belongs to. Public street files flag neither knives nor hate, so their crime types stand in as
 * proxies, which every answer that rests on them must say ({@link #proxyNote}).
 */
public final class Themes {
    static final String POLICE_UK_ASB = "anti-social behaviour";
    static final String POLICE_UK_WEAPONS = "possession of weapons";
    static final String POLICE_UK_PUBLIC_ORDER = "public order";

    private Themes() {}

    /** Mask with bit {@code 1 << Theme.ordinal()} for each theme; 0 for a record that does not count. */
    public static byte maskOf(
            Source source, RecordKind kind, Status status, boolean knifeEnabled, int strandMask, String category) {
        if (status != Status.RECORDED || kind == RecordKind.NON_CRIME_HATE) {
            return 0;
        }
        String word = category.toLowerCase(Locale.ROOT);
        boolean publicFile = source == Source.POLICE_UK;
        int mask = bit(Theme.ALL);
        if (publicFile ? word.equals(POLICE_UK_WEAPONS) : knifeEnabled) {
            mask |= bit(Theme.KNIFE);
        }
        if (kind == RecordKind.CRIME && (publicFile ? word.equals(POLICE_UK_PUBLIC_ORDER) : strandMask != 0)) {
            mask |= bit(Theme.HATE);
        }
        if (kind == RecordKind.ASB) {
            mask |= bit(Theme.ASB);
        }
        return (byte) mask;
    }

    /** What an answer on this theme must say where public street files contribute to it; empty where nothing. */
    public static Optional<String> proxyNote(Theme theme) {
        return switch (theme) {
            case KNIFE ->
                Optional.of("Public street files carry no knife flag: possession of weapons stands in for it.");
            case HATE -> Optional.of("Public street files carry no hate flag: public order offences stand in for it.");
            case ASB, ALL -> Optional.empty();
        };
    }

    /** What stands in for the theme in public street files, in a word or two; empty where nothing has to. */
    public static Optional<String> proxy(Theme theme) {
        return switch (theme) {
            case KNIFE -> Optional.of("possession of weapons");
            case HATE -> Optional.of("public order offences");
            case ASB, ALL -> Optional.empty();
        };
    }

    private static int bit(Theme theme) {
        return 1 << theme.ordinal();
    }
}
