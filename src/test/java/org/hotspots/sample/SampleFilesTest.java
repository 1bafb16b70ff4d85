package org.hotspots.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed files are what the generator writes, and have the form that they should have. */
class SampleFilesTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void theGeneratorWritesTheCommittedFiles() {
        Sample sample = Sample.draw(Sample.SEED);

        // Not assertThat(String): its report of a difference in 14 MB would not be read by anyone.
        assertThat(ExtractCsv.write(sample).equals(CommittedSample.csv())).isTrue();
        assertThat(new TruthOf(sample).toJson()).isEqualTo(CommittedSample.text(SampleGenerator.TRUTH));
        assertThat(AreaGeoJson.districts()).isEqualTo(CommittedSample.text(SampleGenerator.DISTRICTS));
        assertThat(AreaGeoJson.towns()).isEqualTo(CommittedSample.text(SampleGenerator.TOWNS));
    }

    @Test
    void neitherLocaleNorTimeZoneMatters(@TempDir Path folder) throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            SampleGenerator.writeTo(folder);
            assertThat(ExtractCsv.write(Sample.draw(Sample.SEED)).equals(CommittedSample.csv()))
                    .isTrue();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        for (String file : List.of(SampleGenerator.TRUTH, SampleGenerator.DISTRICTS, SampleGenerator.TOWNS)) {
            assertThat(Files.readString(folder.resolve(file))).isEqualTo(CommittedSample.text(file));
        }
        byte[] header = new byte[10];
        System.arraycopy(Files.readAllBytes(folder.resolve(SampleGenerator.OFFENCES)), 0, header, 0, 10);
        // Magic, deflate, no name, and a time of 0 (RFC 1952).
        assertThat(header).startsWith(0x1F, 0x8B, 8, 0, 0, 0, 0, 0);
    }

    @Test
    void anotherSeedGivesAnotherSample() {
        assertThat(ExtractCsv.write(Sample.draw(1)).equals(CommittedSample.csv()))
                .isFalse();
    }

    @Test
    void theFileIsSmall() throws IOException {
        assertThat(Files.size(CommittedSample.FOLDER.resolve(SampleGenerator.OFFENCES)))
                .isLessThan(3_000_000);
        assertThat(CommittedSample.ROWS).hasSizeBetween(57_000, 63_000);
    }

    @Test
    void theColumnsAreTheCanonicalOnes() {
        assertThat(CommittedSample.csv().lines().findFirst().orElseThrow())
                .isEqualTo("record_kind,crime_number,incident_number,recorded_at,occurred_from,occurred_to,ho_class,"
                        + "ho_subclass,offence,knife_enabled,hate_strands,domestic_abuse,asb_type,easting,northing,"
                        + "geocode_class,uprn,location,premises_type,setting,beat,channel,status,police_found,"
                        + "last_updated");
    }

    @Test
    void numbersAreUniqueAndEveryRowHasItsKey() {
        Set<String> crimes = new HashSet<>();
        Set<String> asb = new HashSet<>();
        for (NamedCsvRecord row : CommittedSample.ROWS) {
            boolean isAsb = row.getField("record_kind").equals("asb");
            assertThat(row.getField("crime_number").isEmpty()).isEqualTo(isAsb);
            assertThat((isAsb ? asb : crimes).add(row.getField(isAsb ? "incident_number" : "crime_number")))
                    .isTrue();
            assertThat(row.getField("incident_number")).matches("I2[3-6]-[0-9]{6}");
        }
    }

    @Test
    void timesAreInOrderAndOnLondonsClock() {
        LocalDateTime from =
                CommittedSample.time(CommittedSample.TRUTH.at("/period/from").asText());
        LocalDateTime to =
                CommittedSample.time(CommittedSample.TRUTH.at("/period/to").asText());
        List<String> faults = new ArrayList<>();
        for (NamedCsvRecord row : CommittedSample.ROWS) {
            LocalDateTime start = CommittedSample.occurredFrom(row);
            LocalDateTime end = CommittedSample.time(row.getField("occurred_to"));
            LocalDateTime recorded = CommittedSample.time(row.getField("recorded_at"));
            LocalDateTime updated = CommittedSample.time(row.getField("last_updated"));
            // Not one assertion for each comparison: there are half a million.
            boolean inOrder = !start.isBefore(from)
                    && !end.isBefore(start)
                    && !recorded.isBefore(end)
                    && recorded.isBefore(to)
                    && !updated.isBefore(recorded)
                    && !updated.isAfter(to.plusHours(6));
            boolean onTheClock = Stream.of(start, end, recorded, updated)
                    .noneMatch(time -> LONDON.getRules().getValidOffsets(time).isEmpty());
            if (!inOrder || !onTheClock) {
                faults.add(row.toString());
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void anAddressIsOnePlaceAndOnlyAddressesHaveANumber() {
        Map<String, String> places = new HashMap<>();
        for (NamedCsvRecord row : CommittedSample.ROWS) {
            String uprn = row.getField("uprn");
            assertThat(uprn.isEmpty()).isEqualTo(!row.getField("geocode_class").equals("uprn"));
            assertThat(row.getField("geocode_class").isEmpty()).isEqualTo(!CommittedSample.located(row));
            if (!uprn.isEmpty()) {
                String place =
                        row.getField("easting") + " " + row.getField("northing") + " " + row.getField("location");
                String before = places.putIfAbsent(uprn, place);
                assertThat(before == null || before.equals(place)).isTrue();
            }
            if (row.getField("setting").equals("dwelling")
                    && row.getField("geocode_class").equals("street")) {
                assertThat(row.getField("beat"))
                        .as("only places outside the force")
                        .isEmpty();
            }
        }
    }
}
