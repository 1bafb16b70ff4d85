package org.hotspots.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Mapping profiles as JSON. Members, all but {@code name} optional:
 *
 * <pre>{@code
 * {
 *   "name": "athena-example",
 *   "format": "force-extract",
 *   "force": "Warwickshire Police",
 *   "columns": {"crime_number": ["Crime No", "Crime Ref"], "recorded_at": "Date Recorded"},
 *   "values": {"knife_enabled": {"Yes": "Y", "No": "N"}},
 *   "constants": {"record_kind": "crime"},
 *   "date_formats": {"recorded_at": "dd/MM/yyyy[ HH:mm]"},
 *   "crs": "EPSG:27700",
 *   "charset": "windows-1252",
 *   "default_locations": [{"name": "Headquarters", "easting": 1, "northing": 1, "radius_m": 50}],
 *   "midnight_means_unknown": true
 * }
 * }</pre>
 *
 * Members and columns that are not known are faults: a misspelt one would silently map nothing.
 */
public final class ProfileFile {
    private static final long MAX_BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<ImportProblem.Fault> faults = new ArrayList<>();

    private ProfileFile() {}

    /** The profile of this name: built in, or shipped in {@code data/profiles}. */
    public static Optional<Profile> find(String name) {
        if (name.equals(Profile.POLICE_UK.name())) {
            return Optional.of(Profile.POLICE_UK);
        }
        if (name.equals(Profile.FORCE_EXTRACT.name())) {
            return Optional.of(Profile.FORCE_EXTRACT);
        }
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            return Optional.empty();
        }
        try (InputStream in = ProfileFile.class.getResourceAsStream("/data/profiles/" + name + ".json")) {
            return in == null ? Optional.empty() : Optional.of(parse(in.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException("the shipped profile " + name + " cannot be read", e);
        }
    }

    /** @throws ImportException {@code invalid-profile} with every fault */
    public static Profile read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw invalid(List.of(new ImportProblem.Fault(file.getFileName().toString(), "at most 1 MiB")));
        }
        return parse(Files.readAllBytes(file));
    }

    /** @throws ImportException {@code invalid-profile} with every fault */
    public static Profile parse(byte[] json) {
        ProfileFile file = new ProfileFile();
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw invalid(List.of(new ImportProblem.Fault(
                    "profile",
                    "not JSON at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr())));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
        Profile profile = file.profile(root);
        if (!file.faults.isEmpty()) {
            throw invalid(file.faults);
        }
        return profile;
    }

    private static ImportException invalid(List<ImportProblem.Fault> faults) {
        return new ImportException(new ImportProblem(
                "invalid-profile",
                422,
                faults.get(0).name() + ": " + faults.get(0).reason(),
                faults));
    }

    private Profile profile(JsonNode root) {
        if (!(root instanceof ObjectNode)) {
            fault("profile", "a JSON object");
        }
        checkMembers(root);
        FileFormat format = format(root.path("format"));
        Map<String, List<String>> headers = new LinkedHashMap<>();
        eachColumn(root, "columns", format, (column, names) -> headers.put(column, texts("columns." + column, names)));
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        eachColumn(root, "values", format, (column, words) -> values.put(column, words(column, words)));
        Map<String, String> constants = new LinkedHashMap<>();
        eachColumn(root, "constants", format, (column, value) -> constants.put(column, value.asText()));
        Map<String, String> patterns = new LinkedHashMap<>();
        eachColumn(root, "date_formats", format, (column, pattern) -> {
            patterns.put(column, pattern.asText());
            DateTimes.findFault(pattern.asText()).ifPresent(fault -> fault("date_formats." + column, fault));
        });
        String name = root.path("name").asText("");
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            fault("name", "name=" + name + ": lower-case letters, digits and single hyphens");
        }
        String crs = root.hasNonNull("crs") ? root.get("crs").asText() : null;
        if (crs != null && CoordinateSystem.find(crs).isEmpty()) {
            fault("crs", "crs=" + crs + ": one of " + CoordinateSystem.NAMES);
        }
        String charset = root.hasNonNull("charset") ? root.get("charset").asText() : null;
        if (charset != null && Charsets.find(charset).isEmpty()) {
            fault("charset", "charset=" + charset + ": one of " + Charsets.NAMES);
        }
        return new Profile(
                name,
                format,
                root.path("force").asText(""),
                headers,
                values,
                constants,
                patterns,
                crs,
                charset,
                defaultLocations(root.path("default_locations")),
                root.path("midnight_means_unknown").asBoolean(false));
    }

    private void checkMembers(JsonNode root) {
        List<String> known = List.of(
                "name",
                "description",
                "format",
                "force",
                "columns",
                "values",
                "constants",
                "date_formats",
                "crs",
                "charset",
                "default_locations",
                "midnight_means_unknown");
        root.fieldNames().forEachRemaining(member -> {
            if (!known.contains(member)) {
                fault(member, "no such member; known are " + String.join(", ", known));
            }
        });
    }

    private FileFormat format(JsonNode node) {
        String word = node.asText(FileFormat.FORCE_EXTRACT.word());
        for (FileFormat format : FileFormat.values()) {
            if (format.word().equals(word)) {
                return format;
            }
        }
        fault("format", "format=" + word + ": one of police-uk, force-extract");
        return FileFormat.FORCE_EXTRACT;
    }

    private void eachColumn(JsonNode root, String member, FileFormat format, BiConsumer<String, JsonNode> each) {
        root.path(member).properties().forEach(entry -> {
            if (format.columns().contains(entry.getKey())) {
                each.accept(entry.getKey(), entry.getValue());
            } else {
                fault(
                        member + "." + entry.getKey(),
                        "no such column; known are " + String.join(", ", format.columns()));
            }
        });
    }

    private List<String> texts(String member, JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(text -> texts.add(text.asText()));
        if (texts.isEmpty() || texts.stream().anyMatch(String::isBlank)) {
            fault(member, "a header or a list of headers");
        }
        return texts;
    }

    private Map<String, String> words(String column, JsonNode node) {
        Map<String, String> words = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> words.put(
                        entry.getKey().strip().toLowerCase(Locale.ROOT),
                        entry.getValue().asText()));
        if (words.isEmpty()) {
            fault("values." + column, "an object of the file's words and their meanings");
        }
        return words;
    }

    private List<Profile.DefaultLocation> defaultLocations(JsonNode list) {
        List<Profile.DefaultLocation> places = new ArrayList<>();
        for (JsonNode place : list) {
            if (!place.path("easting").isNumber()
                    || !place.path("northing").isNumber()
                    || !(place.path("radius_m").asDouble(0) > 0)) {
                fault("default_locations[" + places.size() + "]", "easting, northing and radius_m above 0");
            }
            places.add(new Profile.DefaultLocation(
                    place.path("name").asText(""),
                    place.path("easting").asDouble(),
                    place.path("northing").asDouble(),
                    place.path("radius_m").asDouble()));
        }
        return places;
    }

    private void fault(String name, String reason) {
        faults.add(new ImportProblem.Fault(name, reason));
    }
}
