package org.hotspots.load;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of a file, matched with a profile's. */
final class Header {
    private final List<String> found = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> duplicates = new ArrayList<>();
    private final Map<String, Integer> indexOf = new HashMap<>();
    private final Profile profile;

    /** Where a canonical column is: an index, or -1 and what its value is in every row (may be empty). */
    record Position(int index, String constant) {}

    Header(List<String> names, Profile profile) {
        this.profile = profile;
        Map<String, String> canonicalOf = canonicalNames(profile);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String shown = names.get(i).isBlank()
                    ? "(column " + (i + 1) + ")"
                    : names.get(i).strip();
            String normalised = normalised(names.get(i));
            found.add(shown);
            if (!normalised.isEmpty() && !seen.add(normalised)) {
                duplicates.add(shown);
            }
            Optional<String> column = Optional.ofNullable(canonicalOf.get(normalised))
                    .or(() -> profile.format()
                            .findColumn(normalised)
                            .filter(name -> !profile.headers().containsKey(name)));
            if (column.isEmpty()) {
                ignored.add(shown);
            } else if (indexOf.putIfAbsent(column.get(), i) != null && !duplicates.contains(shown)) {
                duplicates.add(shown);
            }
        }
    }

    /** Case, accents' encoding and the kind of separator do not matter in a header. */
    static String normalised(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_.\\-]+", "_");
    }

    int size() {
        return found.size();
    }

    /** The file's own names, in order. */
    List<String> found() {
        return found;
    }

    /** Names that mean nothing to the profile; their fields are read past and kept nowhere. */
    List<String> ignored() {
        return ignored;
    }

    List<String> duplicates() {
        return duplicates;
    }

    /** How many of the profile's columns there are. */
    int recognised() {
        return indexOf.size();
    }

    Position position(String column) {
        return new Position(
                indexOf.getOrDefault(column, -1), profile.constants().getOrDefault(column, ""));
    }

    /** Which fields of a row belong to columns that the profile knows. */
    boolean[] wanted() {
        boolean[] wanted = new boolean[found.size()];
        indexOf.values().forEach(index -> wanted[index] = true);
        return wanted;
    }

    /** Required columns that are not there, each with its alternatives. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (String alternatives : profile.format().required()) {
            if (List.of(alternatives.split("\\|")).stream().noneMatch(this::has)) {
                missing.add(alternatives.replace("|", " or "));
            }
        }
        if (missing.isEmpty() && !hasPair("easting", "northing") && !hasPair("longitude", "latitude")) {
            missing.add("easting and northing, or longitude and latitude");
        }
        return missing;
    }

    private boolean hasPair(String x, String y) {
        return has(x) && has(y);
    }

    private boolean has(String column) {
        return indexOf.containsKey(column) || profile.constants().containsKey(column);
    }

    private static Map<String, String> canonicalNames(Profile profile) {
        return profile.headers().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(name -> Map.entry(normalised(name), entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }
}
