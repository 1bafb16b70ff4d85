package org.hotspots.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.Set;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.load.Row;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.Offence;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.RecordKind;
import org.hotspots.offence.Source;
import org.hotspots.offence.TimePrecision;
import org.jspecify.annotations.Nullable;

/**
 * Writes offences as rows of the staging table. The columns from {@code content_hash} on are what the source says; the
 * hash is over their bytes and the coordinates, so two rows are equal in content exactly when their hashes are (a chance
 * of 2^-128 apart). Changing their order or form makes every stored row look changed at its next import.
 */
final class StagedOffences {
    /** Columns that staging and the table {@code offence} share, in the order in which they are written. */
    static final String COLUMNS = """
            place_id, source_line, day, minute_of_day, record_id, content_hash,
            source, force, kind, crime_number, incident_number, recorded_at, occurred_from, occurred_to,
            time_precision, ho_class, ho_subclass, category, outcome, knife_enabled, hate_strands, domestic_abuse,
            asb_type, geocode_class, uprn, location, lsoa_code, premises_type, setting, beat, channel, status,
            police_found, last_updated, flags""";

    static final String CREATE = """
            create temporary table staged_offence as
            select 0 as staged_id, 0 as file_index, 0::bigint as record, false as outside, %s
            from offence
            with no data
            """.formatted(COLUMNS);

    static final String COPY =
            "copy staged_offence (staged_id, file_index, record, outside, " + COLUMNS + ") from stdin (format binary)";

    private static final int FIELDS = 4 + COLUMNS.split(",").length;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final PlaceBook places;
    private final MessageDigest digest;
    private final ByteBuffer coordinates = ByteBuffer.allocate(2 * Double.BYTES);
    private final StagedFacts facts = new StagedFacts();
    private int count;

    StagedOffences(PlaceBook places) {
        this.places = places;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Rows written so far. */
    int count() {
        return count;
    }

    /** Facts about the rows written so far. */
    StagedFacts facts() {
        return facts;
    }

    void write(int fileIndex, Row.Good row, CopyBuffer out) {
        Offence offence = row.offence();
        out.startRow(FIELDS);
        out.put4(count++);
        out.put4(fileIndex);
        out.put8(row.record());
        boolean outside = writePlace(offence.point(), out);
        out.put4(Math.toIntExact(row.line()));
        LocalDateTime local = writeDay(offence, out);
        int flags = flagMask(offence.flags());
        facts.add(flags, offence.point() == null, outside, 1);
        facts.addDay(local.toLocalDate(), offence.timePrecision());
        writeRecordId(offence, out);
        int hash = out.reserveUuid();
        writeContent(offence, flags, out);
        out.digest(digest, hash + 16);
        coordinates.clear();
        BritishGridPoint point = offence.point();
        coordinates.putDouble(point == null ? Double.NaN : point.easting() + 0.0);
        coordinates.putDouble(point == null ? Double.NaN : point.northing() + 0.0);
        digest.update(coordinates.flip());
        out.fillUuid(hash, digest.digest());
    }

    /** Whether the place is outside all districts. */
    private boolean writePlace(@Nullable BritishGridPoint point, CopyBuffer out) {
        if (point == null) {
            out.putBoolean(false);
            out.putNull();
            return false;
        }
        int entry = places.entry(point.easting(), point.northing());
        out.putBoolean(places.isOutside(entry));
        out.put4(places.id(entry));
        return places.isOutside(entry);
    }

    /** London time that the offence is about. */
    private static LocalDateTime writeDay(Offence offence, CopyBuffer out) {
        Instant from = offence.occurredFrom();
        LocalDateTime local = LocalDateTime.ofInstant(from == null ? offence.recordedAt() : from, LONDON);
        out.putEpochDay(local.toLocalDate().toEpochDay());
        boolean timeIsKnown = from != null
                && offence.timePrecision() == TimePrecision.MINUTE
                && !offence.flags().contains(OffenceFlag.TIME_UNKNOWN);
        if (timeIsKnown) {
            out.put2(local.get(ChronoField.MINUTE_OF_DAY));
        } else {
            out.putNull();
        }
        return local;
    }

    /** What identifies a record of an extract, as short as its length allows; null for public street files. */
    private void writeRecordId(Offence offence, CopyBuffer out) {
        if (offence.source() == Source.POLICE_UK) {
            out.putNull();
            return;
        }
        boolean incident = offence.kind() == RecordKind.ASB;
        String number = incident ? offence.incidentNumber() : offence.crimeNumber();
        if (number == null || number.isEmpty()) {
            throw new IllegalArgumentException("a record of a force's extract without its "
                    + (incident ? "incident_number" : "crime_number") + " reached the database");
        }
        String key = offence.force() + (incident ? "\nincident\n" : "\ncrime\n") + number;
        out.fillUuid(out.reserveUuid(), digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static void writeContent(Offence offence, int flags, CopyBuffer out) {
        out.put2(offence.source().ordinal());
        out.putWholeText(offence.force());
        out.put2(offence.kind().ordinal());
        out.putText(offence.crimeNumber());
        out.putText(offence.incidentNumber());
        out.putInstant(offence.recordedAt());
        out.putInstant(offence.occurredFrom());
        out.putInstant(offence.occurredTo());
        out.put2(offence.timePrecision().ordinal());
        out.putText(offence.hoClass());
        out.putText(offence.hoSubclass());
        out.putText(offence.category());
        out.putText(offence.outcome());
        out.putBoolean(offence.knifeEnabled());
        out.put2(strandMask(offence.hateStrands()));
        out.putBoolean(offence.domesticAbuse());
        putOrdinal(offence.asbType(), out);
        putOrdinal(offence.geocodeClass(), out);
        Long uprn = offence.uprn();
        if (uprn == null) {
            out.putNull();
        } else {
            out.put8(uprn.longValue());
        }
        out.putText(offence.location());
        out.putText(offence.lsoaCode());
        out.putText(offence.premisesType());
        out.put2(offence.setting().ordinal());
        out.putText(offence.beat());
        out.put2(offence.channel().ordinal());
        out.put2(offence.status().ordinal());
        out.putBoolean(offence.policeFound());
        out.putInstant(offence.lastUpdated());
        out.put2(flags);
    }

    private static void putOrdinal(@Nullable Enum<?> word, CopyBuffer out) {
        if (word == null) {
            out.putNull();
        } else {
            out.put2(word.ordinal());
        }
    }

    private static int strandMask(Set<HateStrand> strands) {
        int mask = 0;
        for (HateStrand strand : strands) {
            mask |= 1 << strand.ordinal();
        }
        return mask;
    }

    private static int flagMask(Set<OffenceFlag> flags) {
        int mask = 0;
        for (OffenceFlag flag : flags) {
            mask |= flag.bit();
        }
        return mask;
    }
}
