package org.hotspots.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hotspots.offence.Beat;
import org.hotspots.offence.HomeOfficeCode;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.OffenceTableBuilder;
import org.hotspots.offence.RecordKind;
import org.hotspots.offence.Source;
import org.hotspots.offence.Status;
import org.hotspots.offence.Themes;
import org.postgresql.PGConnection;

/** Reads the offences of one data version into a table, column by column and without an object a row. */
final class SnapshotReader {
    private static final Source[] SOURCES = Source.values();
    private static final RecordKind[] KINDS = RecordKind.values();
    private static final Status[] STATUSES = Status.values();

    private final OffenceTableBuilder builder = new OffenceTableBuilder();
    private final ByteDictionary categories = new ByteDictionary();
    private final ByteDictionary codes = new ByteDictionary();
    private final ByteDictionary beats = new ByteDictionary();
    private final ByteDictionary locations = new ByteDictionary();
    private final ByteDictionary incidents = new ByteDictionary();
    private int[] handleOfPlace = new int[1024];
    /** By the dictionaries' numbers, what the builder calls the same words. */
    private final List<Category> knownCategories = new ArrayList<>();

    private final List<Integer> knownCodes = new ArrayList<>();

    private final List<Integer> knownBeats = new ArrayList<>();

    private int[] knownNames = new int[1024];
    private int knownNameCount;

    private record Category(int number, String words) {}

    /** The builder with all offences of the version; the caller's transaction sees one state of the database. */
    static OffenceTableBuilder read(Connection connection, long dataVersion) throws SQLException {
        PGConnection pg = connection.unwrap(PGConnection.class);
        SnapshotReader reader = new SnapshotReader();
        reader.readPlaces(pg);
        reader.readOffences(pg, dataVersion);
        return reader.builder;
    }

    private void readPlaces(PGConnection connection) throws SQLException {
        CopyInput rows = CopyInput.open(
                connection, "copy (select place_id, easting, northing from place) to stdout (format binary)");
        while (rows.next()) {
            int id = rows.read4(0);
            if (id >= handleOfPlace.length) {
                handleOfPlace = Arrays.copyOf(handleOfPlace, Math.max(2 * handleOfPlace.length, id + 1));
            }
            handleOfPlace[id] = builder.addPlace(rows.readDouble(), rows.readDouble());
        }
    }

    private void readOffences(PGConnection connection, long dataVersion) throws SQLException {
        // COPY takes no parameters; the version is a number. Ordered by number, equal loads give equal tables.
        CopyInput rows = CopyInput.open(connection, """
                copy (
                    select place_id, day, minute_of_day, source, kind, status, setting, flags, hate_strands, asb_type,
                           knife_enabled, police_found, geocode_class, category, location,
                           coalesce(ho_class, '') || E'\\n' || coalesce(ho_subclass, ''),
                           force || E'\\n' || coalesce(beat, ''),
                           case when incident_number is not null then force || E'\\n' || incident_number end
                    from offence
                    where valid_from <= %1$d and (valid_to is null or valid_to > %1$d)
                    order by offence_id
                ) to stdout (format binary)
                """.formatted(dataVersion));
        while (rows.next()) {
            int placeId = rows.read4(OffenceTable.NO_PLACE);
            int day = rows.readEpochDay();
            int minute = rows.read2(-1);
            int source = rows.read2(0);
            int kind = rows.read2(0);
            int status = rows.read2(0);
            int setting = rows.read2(0);
            int flags = rows.read2(0);
            int strands = rows.read2(0);
            int asbType = rows.read2(-1);
            boolean knife = rows.readBoolean();
            int policeFound = rows.readBoolean(OffenceTable.NOT_KNOWN);
            int geocodeClass = rows.read2(OffenceTable.NOT_KNOWN);
            Category category = category(rows.readText(categories, -1));
            int name = name(rows.readText(locations, OffenceTableBuilder.NO_NAME));
            int code = code(rows.readText(codes, -1));
            int beat = beat(rows.readText(beats, -1));
            int incident = rows.readText(incidents, OffenceTableBuilder.OWN_INCIDENT);
            builder.add(new OffenceTableBuilder.Entry(
                    placeId == OffenceTable.NO_PLACE ? placeId : handleOfPlace[placeId],
                    day,
                    minute,
                    incident,
                    Themes.maskOf(SOURCES[source], KINDS[kind], STATUSES[status], knife, strands, category.words()),
                    strands,
                    asbType,
                    setting,
                    source,
                    flags,
                    category.number(),
                    policeFound,
                    geocodeClass,
                    code,
                    name,
                    beat));
        }
    }

    private Category category(int number) {
        if (number < 0) {
            return new Category(builder.category(""), "");
        }
        if (number == knownCategories.size()) {
            String words = categories.text(number);
            knownCategories.add(new Category(builder.category(words), words));
        }
        return knownCategories.get(number);
    }

    /** Class and sub-code stand on two lines; several spellings may be one code. */
    private int code(int number) {
        if (number == knownCodes.size()) {
            String[] parts = codes.text(number).split("\n", -1);
            knownCodes.add(builder.code(new HomeOfficeCode(parts[0], parts[1])));
        }
        return knownCodes.get(number);
    }

    /** Force and beat stand on two lines. */
    private int beat(int number) {
        if (number == knownBeats.size()) {
            String[] parts = beats.text(number).split("\n", 2);
            knownBeats.add(builder.beat(new Beat(parts[0], parts[1])));
        }
        return knownBeats.get(number);
    }

    private int name(int number) {
        if (number == knownNameCount) {
            if (knownNameCount == knownNames.length) {
                knownNames = Arrays.copyOf(knownNames, 2 * knownNames.length);
            }
            knownNames[knownNameCount++] = builder.name(locations.text(number));
        }
        return number == OffenceTableBuilder.NO_NAME ? number : knownNames[number];
    }
}
