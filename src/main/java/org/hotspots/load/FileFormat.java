package org.hotspots.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The two forms of file that are read; a mapping profile renames a force's own columns to the second. */
@SuppressWarnings("ImmutableEnumChecker") // the lists and maps are unmodifiable; the checker sees interfaces only
public enum FileFormat {
    /** The public street files of data.police.uk. */
    POLICE_UK(
            List.of(
                    "crime_id",
                    "month",
                    "reported_by",
                    "falls_within",
                    "longitude",
                    "latitude",
                    "location",
                    "lsoa_code",
                    "lsoa_name",
                    "crime_type",
                    "last_outcome_category",
                    "context"),
            List.of("crime_id", "month", "reported_by|falls_within", "longitude", "latitude", "location", "crime_type"),
            Map.of("lon", "longitude", "lng", "longitude", "lat", "latitude", "outcome", "last_outcome_category")),

    /** A force's own extract in the canonical columns. */
    FORCE_EXTRACT(
            List.of(
                    "record_kind",
                    "crime_number",
                    "incident_number",
                    "recorded_at",
                    "occurred_from",
                    "occurred_to",
                    "ho_class",
                    "ho_subclass",
                    "offence",
                    "knife_enabled",
                    "hate_strands",
                    "domestic_abuse",
                    "asb_type",
                    "easting",
                    "northing",
                    "longitude",
                    "latitude",
                    "geocode_class",
                    "uprn",
                    "location",
                    "premises_type",
                    "setting",
                    "beat",
                    "channel",
                    "status",
                    "police_found",
                    "last_updated"),
            List.of(
                    "record_kind",
                    "crime_number|incident_number",
                    "recorded_at",
                    "easting|longitude",
                    "northing|latitude"),
            Map.ofEntries(
                    Map.entry("crime_no", "crime_number"),
                    Map.entry("crime_ref", "crime_number"),
                    Map.entry("crime_reference", "crime_number"),
                    Map.entry("incident_no", "incident_number"),
                    Map.entry("incident_ref", "incident_number"),
                    Map.entry("recorded", "recorded_at"),
                    Map.entry("date_recorded", "recorded_at"),
                    Map.entry("eastings", "easting"),
                    Map.entry("northings", "northing"),
                    Map.entry("lon", "longitude"),
                    Map.entry("lng", "longitude"),
                    Map.entry("lat", "latitude"),
                    Map.entry("updated_at", "last_updated")));

    private final List<String> columns;
    private final List<String> required;
    private final Map<String, String> aliases;

    FileFormat(List<String> columns, List<String> required, Map<String, String> aliases) {
        this.columns = columns;
        this.required = required;
        this.aliases = aliases;
    }

    /** The word used in profiles, such as {@code force-extract}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Canonical column names. */
    List<String> columns() {
        return columns;
    }

    /** Columns that a file must have; alternatives are separated by {@code |}. */
    List<String> required() {
        return required;
    }

    /** The canonical column that a header names, in any of the spellings that need no profile. */
    Optional<String> findColumn(String normalisedHeader) {
        String name = aliases.getOrDefault(normalisedHeader, normalisedHeader);
        return columns.contains(name) ? Optional.of(name) : Optional.empty();
    }

    /** Whether an archive's entry is a file of this format, by its name; other entries are left alone. */
    boolean reads(String memberPath) {
        String name = memberPath.substring(memberPath.lastIndexOf('/') + 1);
        if (name.startsWith(".") || name.startsWith("_") || memberPath.startsWith("__macosx/")) {
            return false;
        }
        return this == POLICE_UK
                ? name.endsWith("-street.csv")
                : name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
    }

    /** What {@link #reads} looks for, in words. */
    String memberDescription() {
        return this == POLICE_UK ? "street file (…-street.csv)" : "text file (.csv, .tsv, .txt)";
    }

    /** Whether a row is known by a number of its own, so that rows can contradict each other. */
    boolean hasKeys() {
        return this == FORCE_EXTRACT;
    }
}
