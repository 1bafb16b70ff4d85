package org.hotspots.load;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.load.DateTimes.Moment;
import org.hotspots.offence.AsbType;
import org.hotspots.offence.Channel;
import org.hotspots.offence.GeocodeClass;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.Offence;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.RecordKind;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Source;
import org.hotspots.offence.Status;
import org.hotspots.offence.TimePrecision;
import org.jspecify.annotations.Nullable;

/** Reads force extracts in the canonical columns, whatever a profile says that the file calls them. */
final class ExtractReader implements RowReader {
    private static final String ASB_IN_WORDS = "Anti-social behaviour";
    private static final Map<String, Boolean> YES_NO = Map.of("y", true, "n", false);
    private static final Map<String, Channel> CHANNELS = channels();

    private final Words<RecordKind> kind;
    private final Column crimeNumber;
    private final Column incidentNumber;
    private final TimesReader times;
    private final Column hoClass;
    private final Column hoSubclass;
    private final Column offence;
    private final Words<Boolean> knifeEnabled;
    private final Column hateStrands;
    private final Words<HateStrand> hateStrand;
    private final Words<Boolean> domesticAbuse;
    private final Words<AsbType> asbType;
    private final PlaceReader grid;
    private final PlaceReader lonLat;
    private final Words<GeocodeClass> geocodeClass;
    private final Column uprn;
    private final Column location;
    private final Column premisesType;
    private final Words<Setting> setting;
    private final Column beat;
    private final Words<Channel> channel;
    private final Words<Status> status;
    private final Words<Boolean> policeFound;
    private final Map<String, Set<HateStrand>> strandsOf = new HashMap<>();
    private final Reading reading;

    ExtractReader(Header header, Reading reading) {
        Profile profile = reading.profile();
        this.reading = reading;
        this.kind = words("record_kind", header, Words.of(RecordKind.values(), RecordKind::word));
        this.crimeNumber = Column.stripped("crime_number", header, profile);
        this.incidentNumber = Column.stripped("incident_number", header, profile);
        this.times = new TimesReader(header, reading);
        this.hoClass = Column.stripped("ho_class", header, profile);
        this.hoSubclass = Column.stripped("ho_subclass", header, profile);
        this.offence = Column.verbatim("offence", header, profile);
        this.knifeEnabled = words("knife_enabled", header, YES_NO);
        this.hateStrands = Column.stripped("hate_strands", header, profile);
        this.hateStrand = words("hate_strands", header, Words.of(HateStrand.values(), HateStrand::word));
        this.domesticAbuse = words("domestic_abuse", header, YES_NO);
        this.asbType = words("asb_type", header, Words.of(AsbType.values(), AsbType::word));
        this.grid = place("easting", "northing", CoordinateSystem.BRITISH_GRID, header);
        this.lonLat = place("longitude", "latitude", CoordinateSystem.LON_LAT, header);
        this.geocodeClass = words("geocode_class", header, Words.of(GeocodeClass.values(), GeocodeClass::word));
        this.uprn = Column.stripped("uprn", header, profile);
        this.location = Column.verbatim("location", header, profile);
        this.premisesType = Column.verbatim("premises_type", header, profile);
        this.setting = words("setting", header, Words.of(Setting.values(), Setting::word));
        this.beat = Column.verbatim("beat", header, profile);
        this.channel = words("channel", header, CHANNELS);
        this.status = words("status", header, Words.of(Status.values(), Status::word));
        this.policeFound = words("police_found", header, YES_NO);
    }

    @Override
    public @Nullable Offence read(CsvRow row, RowCheck check) {
        RecordKind recordKind = kind.read(row, check);
        if (recordKind == null) {
            check.reject("missing-value", "record_kind: may not be blank");
            return null;
        }
        String crime = recordKind == RecordKind.ASB ? "" : crimeNumber.readUnique(row, check);
        String incident = incidentNumber.readUnique(row, check);
        if (recordKind == RecordKind.ASB ? incident.isEmpty() : crime.isEmpty()) {
            check.reject(
                    "missing-value",
                    (recordKind == RecordKind.ASB ? "incident_number" : "crime_number") + ": may not be blank");
        }
        TimesReader.Times when = times.read(row, check);
        BritishGridPoint point = point(row, check);
        GeocodeClass exactness = geocodeClass.read(row, check);
        String homeOfficeClass = hoClass.read(row, check);
        String homeOfficeSubclass = hoSubclass.read(row, check);
        String category = category(recordKind, offence.read(row, check));
        flagUnknownCode(recordKind, homeOfficeClass, homeOfficeSubclass, category, check);
        Set<HateStrand> strands = strands(hateStrands.read(row, check), check);
        Boolean knife = knifeEnabled.read(row, check);
        Boolean abuse = domesticAbuse.read(row, check);
        AsbType type = asbType.read(row, check);
        Long property = uprn(uprn.readUnique(row, check), check);
        String where = location.read(row, check);
        String premises = premisesType.read(row, check);
        Setting place = Objects.requireNonNullElse(setting.read(row, check), Setting.UNKNOWN);
        String beatName = beat.read(row, check);
        Channel reported = Objects.requireNonNullElse(channel.read(row, check), Channel.UNKNOWN);
        Status state = Objects.requireNonNullElse(status.read(row, check), Status.RECORDED);
        Boolean found = policeFound.read(row, check);
        if (check.isRejected() || when == null) {
            return null;
        }
        return new Offence(
                Source.FORCE_EXTRACT,
                reading.force(),
                recordKind,
                crime.isEmpty() ? null : crime,
                incident.isEmpty() ? null : incident,
                when.recordedAt(),
                when.occurredFrom(),
                when.occurredTo(),
                when.precision(),
                homeOfficeClass,
                homeOfficeSubclass,
                category,
                "",
                knife != null && knife,
                strands,
                abuse != null && abuse,
                type,
                point,
                point == null ? null : exactness,
                property,
                where,
                "",
                premises,
                place,
                beatName,
                reported,
                state,
                found,
                when.lastUpdated(),
                check.flags());
    }

    private @Nullable BritishGridPoint point(CsvRow row, RowCheck check) {
        if (grid.isPresent() && !(lonLat.isPresent() && grid.isBlank(row))) {
            return grid.read(row, check);
        }
        return lonLat.read(row, check);
    }

    private static String category(RecordKind kind, String offence) {
        return offence.isEmpty() && kind == RecordKind.ASB ? ASB_IN_WORDS : offence;
    }

    /** A crime is known by its Home Office class (such as 8, 5D or 104), or at least by words. */
    private static void flagUnknownCode(
            RecordKind kind, String hoClass, String hoSubclass, String category, RowCheck check) {
        boolean known = hoClass.isEmpty()
                ? kind != RecordKind.CRIME || !category.isEmpty()
                : hoClass.matches("[0-9]{1,3}[A-Z]?") && hoSubclass.matches("([0-9]{1,2})?");
        if (!known) {
            check.flag(OffenceFlag.UNKNOWN_CATEGORY);
        }
    }

    private Set<HateStrand> strands(String text, RowCheck check) {
        if (text.isEmpty()) {
            return Set.of();
        }
        Set<HateStrand> known = strandsOf.get(text);
        if (known != null) {
            return known;
        }
        EnumSet<HateStrand> strands = EnumSet.noneOf(HateStrand.class);
        Map<String, String> words = reading.profile().values().getOrDefault("hate_strands", Map.of());
        for (String part : text.split(";")) {
            String word = part.strip();
            HateStrand strand = hateStrand.meaning(words.getOrDefault(word.toLowerCase(Locale.ROOT), word), check);
            if (strand != null) {
                strands.add(strand);
            }
        }
        Set<HateStrand> result = Set.copyOf(strands);
        if (!check.isRejected()) {
            strandsOf.put(text, result);
        }
        return result;
    }

    private static @Nullable Long uprn(String text, RowCheck check) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,12}")) {
            check.reject("not-a-number", "uprn=" + RowCheck.quoted(text) + ": up to twelve digits");
            return null;
        }
        return Long.valueOf(text);
    }

    private <T> Words<T> words(String column, Header header, Map<String, T> meanings) {
        return new Words<>(Column.stripped(column, header, reading.profile()), meanings);
    }

    private PlaceReader place(String x, String y, CoordinateSystem system, Header header) {
        return new PlaceReader(header, x, y, reading.crs() == null ? system : reading.crs(), reading);
    }

    /** A force's file says 999 and 101; the other channels are called as they are here. */
    private static Map<String, Channel> channels() {
        Map<String, Channel> channels = new HashMap<>(Words.of(Channel.values(), Channel::word));
        channels.put("999", Channel.EMERGENCY_999);
        channels.put("101", Channel.NON_EMERGENCY_101);
        return channels;
    }

    /** Reads the four times of a row. */
    private static final class TimesReader {
        private final Column recordedAt;
        private final Column occurredFrom;
        private final Column occurredTo;
        private final Column lastUpdated;
        private final DateTimes recordedAtTimes;
        private final DateTimes occurredFromTimes;
        private final DateTimes occurredToTimes;
        private final DateTimes lastUpdatedTimes;

        record Times(
                Instant recordedAt,
                @Nullable Instant occurredFrom,
                @Nullable Instant occurredTo,
                TimePrecision precision,
                @Nullable Instant lastUpdated) {}

        TimesReader(Header header, Reading reading) {
            Profile profile = reading.profile();
            this.recordedAt = Column.stripped("recorded_at", header, profile);
            this.occurredFrom = Column.stripped("occurred_from", header, profile);
            this.occurredTo = Column.stripped("occurred_to", header, profile);
            this.lastUpdated = Column.stripped("last_updated", header, profile);
            this.recordedAtTimes = new DateTimes("recorded_at", reading);
            this.occurredFromTimes = new DateTimes("occurred_from", reading);
            this.occurredToTimes = new DateTimes("occurred_to", reading);
            this.lastUpdatedTimes = new DateTimes("last_updated", reading);
        }

        /** The times; null where the row was rejected. */
        @Nullable
        Times read(CsvRow row, RowCheck check) {
            Moment recorded = recordedAtTimes.parse(recordedAt.readUnique(row, check), check);
            Moment from = occurredFromTimes.parse(occurredFrom.readUnique(row, check), check);
            Moment to = occurredToTimes.parse(occurredTo.readUnique(row, check), check);
            Moment updated = lastUpdatedTimes.parse(lastUpdated.readUnique(row, check), check);
            if (recorded == null) {
                check.reject("missing-value", "recorded_at: may not be blank");
                return null;
            }
            Instant end = to == null ? null : to.latestReading();
            if (from != null && end != null && end.isBefore(from.at())) {
                check.reject("inverted-period", "occurred_to is before occurred_from");
                return null;
            }
            // When it was recorded is not when it happened, so without occurred_from the time of day is unknown.
            boolean timeUnknown = from == null || from.dateOnly();
            if (timeUnknown) {
                check.flag(OffenceFlag.TIME_UNKNOWN);
            }
            return new Times(
                    recorded.at(),
                    from == null ? null : from.at(),
                    end,
                    timeUnknown ? TimePrecision.DAY : TimePrecision.MINUTE,
                    updated == null ? null : updated.at());
        }
    }
}
