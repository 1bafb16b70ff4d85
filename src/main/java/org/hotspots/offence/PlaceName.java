package org.hotspots.offence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts of locations taken apart. What of them may be told is for {@code Streets} of the snapshot to say. */
public final class PlaceName {
    private static final String PUBLIC_FILES_PREFIX = "on or near ";

    /** A part of an address that is a flat, a unit or a bare number. */
    private static final Pattern DOOR = Pattern.compile(
            "(flat|apartment|apt|unit|room)\\b.*|[0-9]+[a-z]?(\\s*[-/]\\s*[0-9]+[a-z]?)?", Pattern.CASE_INSENSITIVE);

    /** A house number before the street's name: 12, 12a, 12-14. */
    private static final Pattern HOUSE_NUMBER =
            Pattern.compile("^[0-9]+[a-z]?(\\s*[-/]\\s*[0-9]+[a-z]?)?\\s+(?=\\S)", Pattern.CASE_INSENSITIVE);

    /** What most streets are called; a part that ends so is the street, not the house. */
    private static final Pattern STREET = Pattern.compile(
            ".*\\b(street|road|lane|avenue|close|place|drive|way|crescent|court|gardens|terrace|walk|row|square|hill"
                    + "|grove|parade|green|mews|rise|view|park|bridge|yard|croft|gate|end)",
            Pattern.CASE_INSENSITIVE);

    /** Where public street files name no street: the kinds of place that data.police.uk puts in its stead. */
    private static final Set<String> KINDS = Set.of(
            "airport/airfield",
            "bus/coach station",
            "conference/exhibition centre",
            "further/higher educational building",
            "hospital",
            "motorway service area",
            "nightclub",
            "park/open space",
            "parking area",
            "pedestrian subway",
            "petrol station",
            "police station",
            "prison",
            "race track",
            "shopping area",
            "sports/recreation area",
            "supermarket",
            "theatre/concert hall");

    private PlaceName() {}

    /** The text without what public street files put before every street ("On or near "); blank stays blank. */
    public static String of(String location) {
        String text = location.strip();
        return isOfPublicFiles(text)
                ? text.substring(PUBLIC_FILES_PREFIX.length()).strip()
                : text;
    }

    /** Whether a text begins as public street files begin every location. */
    public static boolean isOfPublicFiles(String location) {
        return location.regionMatches(true, 0, PUBLIC_FILES_PREFIX, 0, PUBLIC_FILES_PREFIX.length());
    }

    /** Whether a name from a public street file is a kind of place, of which a town has many, and no street. */
    public static boolean isKind(String name) {
        return KINDS.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The street without the door: house numbers are taken off, parts between commas that are only a flat, a unit or a
     * number left out; of the rest the first that is called like a street, else the first. Blank where nothing is left.
     */
    public static String street(String location) {
        List<String> parts = Arrays.stream(of(location).split(",", -1))
                .map(part -> HOUSE_NUMBER.matcher(part.strip()).replaceFirst("").strip())
                .filter(part -> !part.isEmpty() && !DOOR.matcher(part).matches())
                .toList();
        return parts.stream()
                .filter(part -> STREET.matcher(part).matches())
                .findFirst()
                .orElse(parts.isEmpty() ? "" : parts.get(0));
    }
}
