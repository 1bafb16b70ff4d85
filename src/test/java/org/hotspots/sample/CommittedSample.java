package org.hotspots.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.hotspots.geo.BritishNationalGrid;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** The committed files of the sample, read by other means than the ones that wrote them. */
final class CommittedSample {
    static final Path FOLDER = Path.of("data", "sample");
    static final List<NamedCsvRecord> ROWS =
            CsvReader.builder().ofNamedCsvRecord(csv()).stream().toList();
    static final JsonNode TRUTH = json(SampleGenerator.TRUTH);

    private static final Map<String, List<NamedCsvRecord>> INCIDENTS = new ConcurrentHashMap<>();

    private CommittedSample() {}

    static String csv() {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(FOLDER.resolve(SampleGenerator.OFFENCES)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String file) {
        try {
            return JsonMapper.builder().build().readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Outlines by name, in the British National Grid. */
    static Map<String, Geometry> outlines(String file) {
        Map<String, Geometry> outlines = new HashMap<>();
        for (JsonNode feature : json(file).get("features")) {
            try {
                outlines.put(
                        feature.at("/properties/name").asText(),
                        BritishNationalGrid.fromLonLat(
                                new GeoJsonReader().read(feature.get("geometry").toString())));
            } catch (ParseException e) {
                throw new IllegalStateException(e);
            }
        }
        return outlines;
    }

    /** Rows of the theme that count, one for each incident. */
    static List<NamedCsvRecord> incidents(String theme) {
        return INCIDENTS.computeIfAbsent(theme, CommittedSample::firstRows);
    }

    private static List<NamedCsvRecord> firstRows(String theme) {
        Map<String, NamedCsvRecord> first = new LinkedHashMap<>();
        ROWS.stream()
                .filter(row -> counts(row, theme))
                .forEach(row -> first.putIfAbsent(row.getField("incident_number"), row));
        return List.copyOf(first.values());
    }

    /** The rule of the words of the domain, written out once more: only what is recorded and no non-crime counts. */
    static boolean counts(NamedCsvRecord row, String theme) {
        boolean counts = row.getField("status").equals("recorded")
                && !row.getField("record_kind").equals("non_crime_hate");
        return counts
                && switch (theme) {
                    case "knife" -> row.getField("knife_enabled").equals("Y");
                    case "hate" -> !row.getField("hate_strands").isEmpty();
                    case "asb" -> row.getField("record_kind").equals("asb");
                    default -> true;
                };
    }

    static boolean located(NamedCsvRecord row) {
        return !row.getField("easting").isEmpty();
    }

    static double easting(NamedCsvRecord row) {
        return Double.parseDouble(row.getField("easting"));
    }

    static double northing(NamedCsvRecord row) {
        return Double.parseDouble(row.getField("northing"));
    }

    static boolean within(NamedCsvRecord row, double easting, double northing, double radiusMetres) {
        return located(row) && Math.hypot(easting(row) - easting, northing(row) - northing) <= radiusMetres;
    }

    static boolean within(NamedCsvRecord row, JsonNode circle) {
        return within(
                row,
                circle.get("easting").asDouble(),
                circle.get("northing").asDouble(),
                circle.get("radius_m").asDouble());
    }

    /** A date alone is midnight here. */
    static LocalDateTime time(String text) {
        return LocalDateTime.parse(text.length() == 10 ? text + "T00:00:00" : text);
    }

    static LocalDateTime occurredFrom(NamedCsvRecord row) {
        return time(row.getField("occurred_from"));
    }
}
