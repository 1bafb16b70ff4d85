package org.hotspots.sample;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.RecordKind;
import org.hotspots.offence.Setting;
import org.jspecify.annotations.Nullable;

/** The sample as a force extract in the canonical form: UTF-8, LF, fields with a comma in quotes. */
final class ExtractCsv {
    static final List<String> COLUMNS = List.of(
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
            "geocode_class",
            "uprn",
            "location",
            "premises_type",
            "setting",
            "beat",
            "channel",
            "status",
            "police_found",
            "last_updated");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private ExtractCsv() {}

    static String write(Sample sample) {
        StringBuilder csv = new StringBuilder(16_000_000);
        csv.append(String.join(",", COLUMNS)).append('\n');
        for (Sample.Numbered record : sample.records()) {
            for (int row = 0; row < record.incident().rows(); row++) {
                csv.append(row(record, row)).append('\n');
            }
        }
        return csv.toString();
    }

    private static String row(Sample.Numbered record, int index) {
        Incident incident = record.incident();
        boolean asb = incident.kind() == RecordKind.ASB;
        OffenceCode offence = asb ? null : incident.offences().get(index);
        Place place = incident.place();
        List<String> fields = List.of(
                incident.kind().word(),
                asb ? "" : record.crimeNumbers().get(index),
                record.incidentNumber(),
                TIME.format(incident.report().recordedAt()),
                time(incident.when(), incident.when().from()),
                time(incident.when(), incident.when().to()),
                offence == null ? "" : offence.hoClass(),
                offence == null ? "" : offence.hoSubclass(),
                offence == null ? asbWords(incident) : offence.words(),
                yesNo(incident.marks().knifeEnabled()),
                incident.marks().strands().stream().map(HateStrand::word).collect(Collectors.joining(";")),
                yesNo(incident.marks().domesticAbuse()),
                incident.scene().asbType() == null
                        ? ""
                        : incident.scene().asbType().word(),
                place.point() == null ? "" : String.valueOf(place.point().easting()),
                place.point() == null ? "" : String.valueOf(place.point().northing()),
                place.geocodeClass() == null ? "" : place.geocodeClass().word(),
                place.uprn() == null ? "" : String.valueOf(place.uprn()),
                place.location(),
                incident.scene().premises(),
                incident.scene().setting() == Setting.UNKNOWN
                        ? ""
                        : incident.scene().setting().word(),
                place.beat(),
                incident.report().channel().word(),
                incident.report().status().word(),
                yesNo(incident.report().policeFound()),
                TIME.format(incident.report().lastUpdated()));
        return fields.stream().map(ExtractCsv::field).collect(Collectors.joining(","));
    }

    private static String asbWords(Incident incident) {
        return incident.scene().asbType() == null
                ? "Anti-social behaviour"
                : "Anti-social behaviour - " + incident.scene().asbType().word();
    }

    private static String time(When when, LocalDateTime time) {
        return (when.timeKnown() ? TIME : DATE).format(time);
    }

    private static String yesNo(@Nullable Boolean value) {
        return value == null ? "" : value ? "Y" : "N";
    }

    private static String field(String value) {
        return value.indexOf(',') >= 0 ? '"' + value + '"' : value;
    }
}
