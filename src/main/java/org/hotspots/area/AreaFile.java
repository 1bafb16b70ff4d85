package org.hotspots.area;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * Areas of one kind as read from a GeoJSON file (a FeatureCollection of Polygons and MultiPolygons) and found good.
 *
 * @param areas ordered by name, then code; outlines valid, in EPSG:27700, outer rings counter-clockwise
 * @param repairs one sentence for each outline that had to be repaired
 * @param sha256 hex SHA-256 of the file's bytes
 */
public record AreaFile(List<Area> areas, List<String> repairs, String sha256) {
    /** The largest file that is read: 64 MiB. */
    public static final long MAX_BYTES = 64L << 20;

    /** No more than this many faults are told of one file. */
    private static final int MAX_FAULTS = 50;

    public AreaFile {
        areas = List.copyOf(areas);
        repairs = List.copyOf(repairs);
    }

    /**
     * How to read a file.
     *
     * @param kind kind of all areas in the file
     * @param codeField property that holds the publisher's code
     * @param nameField property that holds the name
     * @param crs coordinate system such as EPSG:27700, overriding what the file says; null to believe the file
     */
    public record Options(
            AreaKind kind,
            String codeField,
            String nameField,
            @Nullable String crs) {
        /** Properties {@code code} and {@code name}, coordinate system as the file says. */
        public static Options of(AreaKind kind) {
            return new Options(kind, "code", "name", null);
        }
    }

    /**
     * Reads a file whole.
     *
     * @throws AreaFileException where the file cannot be used, with every fault
     * @throws IOException where it cannot be read
     */
    public static AreaFile read(Path file, Options options) throws IOException {
        long size = Files.size(file);
        if (size > MAX_BYTES) {
            throw new AreaFileException(List.of("file of " + size + " bytes: at most " + MAX_BYTES));
        }
        return read(Files.readAllBytes(file), options);
    }

    /** As {@link #read(Path, Options)}, from bytes that are already here. */
    public static AreaFile read(byte[] geoJson, Options options) throws IOException {
        GeoJsonFeatures file = GeoJsonFeatures.read(geoJson);
        AreaCrs crs = AreaCrs.of(options.crs(), file.crsName());
        List<String> faults = new ArrayList<>(file.faults());
        List<String> repairs = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        for (GeoJsonFeatures.Feature feature : file.features()) {
            draft(feature, crs, options, faults, repairs).ifPresent(drafts::add);
        }
        drafts.sort(Comparator.comparing(Draft::name).thenComparing(Draft::code));
        List<Area> areas = named(drafts, options.kind(), faults);
        if (areas.isEmpty() && faults.isEmpty()) {
            faults.add("no features");
        }
        if (!faults.isEmpty()) {
            throw new AreaFileException(faults.subList(0, Math.min(faults.size(), MAX_FAULTS)));
        }
        return new AreaFile(areas, repairs, sha256(geoJson));
    }

    private record Draft(String code, String name, MultiPolygon outline) {}

    private static Optional<Draft> draft(
            GeoJsonFeatures.Feature feature, AreaCrs crs, Options options, List<String> faults, List<String> repairs) {
        String code = feature.property(options.codeField());
        String name = feature.property(options.nameField());
        int faultsBefore = faults.size();
        if (code.isEmpty()) {
            faults.add(feature.label() + ": no property \"" + options.codeField() + "\" with a value; it has "
                    + feature.propertyNames());
        }
        if (name.isEmpty()) {
            faults.add(feature.label() + ": no property \"" + options.nameField() + "\" with a value; it has "
                    + feature.propertyNames());
        }
        String label = name.isEmpty() ? feature.label() : feature.label() + " (" + name + ")";
        try {
            MultiPolygon outline = Outlines.checked(crs.toBritishGrid(feature.outline()), label, repairs);
            return faults.size() == faultsBefore ? Optional.of(new Draft(code, name, outline)) : Optional.empty();
        } catch (OutlineException e) {
            faults.add(label + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static List<Area> named(List<Draft> drafts, AreaKind kind, List<String> faults) {
        Map<String, Integer> namesakes = new HashMap<>();
        drafts.forEach(draft -> namesakes.merge(Slugs.slug(draft.name()), 1, Integer::sum));
        Map<String, Draft> taken = new HashMap<>();
        List<Area> areas = new ArrayList<>();
        for (Draft draft : drafts) {
            String slug = Slugs.slug(draft.name());
            if (slug.isEmpty() || namesakes.getOrDefault(slug, 0) > 1) {
                slug = Slugs.slug(draft.name() + " " + draft.code());
            }
            Draft namesake = slug.isEmpty() ? draft : taken.put(slug, draft);
            if (namesake == null) {
                areas.add(new Area(new AreaAddress(kind, slug), draft.code(), draft.name(), draft.outline()));
            } else {
                faults.add("\"" + draft.name() + "\" (" + draft.code() + "): "
                        + (slug.isEmpty() ? "name and code have no letter or digit" : "given twice"));
            }
        }
        return areas;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
