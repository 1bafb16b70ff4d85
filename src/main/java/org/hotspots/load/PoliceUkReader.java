package org.hotspots.load;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.offence.Channel;
import org.hotspots.offence.GeocodeClass;
import org.hotspots.offence.Offence;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.RecordKind;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Source;
import org.hotspots.offence.Status;
import org.hotspots.offence.TimePrecision;
import org.jspecify.annotations.Nullable;

/**
 * Reads the public street files. They know the month, a snapped point or none, and a crime type; the Crime ID is kept
 * but is no key, and rows that repeat are offences of their own. {@code LSOA name} and {@code Context} are not used.
 */
final class PoliceUkReader implements RowReader {
    private static final String ANTI_SOCIAL_BEHAVIOUR = "anti-social behaviour";

    /** Crime types that the publisher has used since December 2010. */
    private static final Set<String> CRIME_TYPES = Set.of(
            ANTI_SOCIAL_BEHAVIOUR,
            "bicycle theft",
            "burglary",
            "criminal damage and arson",
            "drugs",
            "other crime",
            "other theft",
            "possession of weapons",
            "public disorder and weapons",
            "public order",
            "robbery",
            "shoplifting",
            "theft from the person",
            "vehicle crime",
            "violence and sexual offences",
            "violent crime");

    private final Column crimeId;
    private final Column month;
    private final Column reportedBy;
    private final Column fallsWithin;
    private final Column location;
    private final Column lsoaCode;
    private final Column crimeType;
    private final Column outcome;
    private final PlaceReader place;
    private final Reading reading;
    private final Map<String, Instant> months = new HashMap<>();
    private final Map<String, String> lowerCase = new HashMap<>();

    PoliceUkReader(Header header, Reading reading) {
        Profile profile = reading.profile();
        this.crimeId = Column.stripped("crime_id", header, profile);
        this.month = Column.stripped("month", header, profile);
        this.reportedBy = Column.stripped("reported_by", header, profile);
        this.fallsWithin = Column.stripped("falls_within", header, profile);
        this.location = Column.verbatim("location", header, profile);
        this.lsoaCode = Column.verbatim("lsoa_code", header, profile);
        this.crimeType = Column.stripped("crime_type", header, profile);
        this.outcome = Column.stripped("last_outcome_category", header, profile);
        CoordinateSystem crs = reading.crs() == null ? CoordinateSystem.LON_LAT : reading.crs();
        this.place = new PlaceReader(header, "longitude", "latitude", crs, reading);
        this.reading = reading;
    }

    @Override
    public @Nullable Offence read(CsvRow row, RowCheck check) {
        Instant recordedAt = month(month.read(row, check), check);
        String category = crimeType.read(row, check);
        if (category.isEmpty()) {
            check.reject("missing-value", "crime_type: may not be blank");
        }
        BritishGridPoint point = place.read(row, check);
        String id = crimeId.readUnique(row, check);
        String where = location.read(row, check);
        String lsoa = lsoaCode.read(row, check);
        String lastOutcome = outcome.read(row, check);
        String force = force(row, check);
        RecordKind kind = kind(category, check);
        if (check.isRejected() || recordedAt == null) {
            return null;
        }
        return new Offence(
                Source.POLICE_UK,
                force,
                kind,
                id.isEmpty() ? null : id,
                null,
                recordedAt,
                null,
                null,
                TimePrecision.MONTH,
                "",
                "",
                category,
                lastOutcome,
                false,
                Set.of(),
                false,
                null,
                point,
                point == null ? null : GeocodeClass.SNAP,
                null,
                where,
                lsoa,
                "",
                Setting.UNKNOWN,
                "",
                Channel.UNKNOWN,
                Status.RECORDED,
                null,
                null,
                check.flags());
    }

    private RecordKind kind(String category, RowCheck check) {
        String word = lowerCase.computeIfAbsent(category, text -> text.toLowerCase(Locale.ROOT));
        if (!CRIME_TYPES.contains(word)) {
            check.flag(OffenceFlag.UNKNOWN_CATEGORY);
        }
        return word.equals(ANTI_SOCIAL_BEHAVIOUR) ? RecordKind.ASB : RecordKind.CRIME;
    }

    private String force(CsvRow row, RowCheck check) {
        String within = fallsWithin.read(row, check);
        if (!within.isEmpty()) {
            return within;
        }
        String reporter = reportedBy.read(row, check);
        return reporter.isEmpty() ? reading.force() : reporter;
    }

    private @Nullable Instant month(String text, RowCheck check) {
        Instant known = months.get(text);
        if (known != null) {
            return known;
        }
        if (!text.matches("[0-9]{4}-[0-9]{2}")) {
            check.reject("date-format", "month=" + RowCheck.quoted(text) + ": yyyy-MM");
            return null;
        }
        int number = Integer.parseInt(text.substring(5));
        if (number < 1 || number > 12) {
            check.reject("invalid-date", "month=" + text + ": there is no such month");
            return null;
        }
        Instant start =
                YearMonth.parse(text).atDay(1).atStartOfDay(DateTimes.LONDON).toInstant();
        if (start.isAfter(reading.latest())) {
            check.reject("future-date", "month=" + text + ": not after " + reading.latest());
            return null;
        }
        if (start.isBefore(DateTimes.EARLIEST.atStartOfDay(DateTimes.LONDON).toInstant())) {
            check.reject("date-range", "month=" + text + ": not before " + DateTimes.EARLIEST);
            return null;
        }
        months.put(text, start);
        return start;
    }
}
