package org.hotspots.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.load.ImportFixture.STREET_HEADER;
import static org.hotspots.load.ImportFixture.counts;
import static org.hotspots.load.ImportFixture.slug;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hotspots.area.Area;
import org.hotspots.area.AreaFile;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.LonLat;
import org.hotspots.offence.GeocodeClass;
import org.hotspots.offence.Offence;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.RecordKind;
import org.hotspots.offence.TimePrecision;
import org.hotspots.support.SharedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliceUkReaderTest {
    private static final String BURGLARY = "c8ecef89,2018-10,British Transport Police,Warwickshire Police,-1.264321,"
            + "52.370876,\"On or near Mill Lane, North\",E01031000,Rugby 001A,Burglary,Under investigation,\n";
    private static final String ASB =
            ",2018-07,Warwickshire Police,,-1.264321,52.370876,On or near Mill Lane,E01031000,"
                    + "Rugby 001A,Anti-social behaviour,,\n";
    private static final String UNLOCATED =
            "978e7e1d,2018-10,Warwickshire Police,Warwickshire Police,,,No Location,,,Burglary,,\n";

    @TempDir
    Path folder;

    private ImportFixture imports;

    @BeforeEach
    void emptyStore() {
        imports = new ImportFixture(folder).profile(Profile.POLICE_UK);
    }

    @Test
    void aRowBecomesAnOffence() {
        imports.run(STREET_HEADER + BURGLARY);

        Offence offence = imports.offences().get(0);
        assertThat(offence.force()).isEqualTo("Warwickshire Police");
        assertThat(offence.kind()).isEqualTo(RecordKind.CRIME);
        assertThat(offence.crimeNumber()).isEqualTo("c8ecef89");
        // The first of October was in summer time: an hour ahead of UTC.
        assertThat(offence.recordedAt()).isEqualTo(Instant.parse("2018-09-30T23:00:00Z"));
        assertThat(offence.timePrecision()).isEqualTo(TimePrecision.MONTH);
        assertThat(offence.point()).isEqualTo(BritishNationalGrid.fromLonLat(new LonLat(-1.264321, 52.370876)));
        assertThat(offence.geocodeClass()).isEqualTo(GeocodeClass.SNAP);
        assertThat(offence.location()).isEqualTo("On or near Mill Lane, North");
        assertThat(offence.lsoaCode()).isEqualTo("E01031000");
        assertThat(offence.category()).isEqualTo("Burglary");
        assertThat(offence.outcome()).isEqualTo("Under investigation");
        assertThat(offence.flags()).isEmpty();
    }

    @Test
    void antiSocialBehaviourHasNoNumberAndItsForceMayBeTheReporter() {
        imports.run(STREET_HEADER + ASB);

        Offence offence = imports.offences().get(0);
        assertThat(offence.kind()).isEqualTo(RecordKind.ASB);
        assertThat(offence.crimeNumber()).isNull();
        assertThat(offence.force()).isEqualTo("Warwickshire Police");
    }

    @Test
    void repeatedRowsAreOffencesOfTheirOwn() {
        ImportCounts counts = counts(imports.run(STREET_HEADER + ASB + ASB + ASB + BURGLARY + BURGLARY));

        assertThat(counts.inserted()).isEqualTo(5);
        assertThat(counts.duplicates()).isZero();
    }

    @Test
    void rowsWithoutALocationAreKept() {
        ImportCounts counts = counts(imports.run(STREET_HEADER + UNLOCATED));

        assertThat(counts.unlocated()).isEqualTo(1);
        assertThat(counts.quarantined()).isZero();
        assertThat(imports.offences().get(0).point()).isNull();
        assertThat(imports.offences().get(0).geocodeClass()).isNull();
        assertThat(imports.offences().get(0).location()).isEqualTo("No Location");
    }

    @Test
    void U34_monthsAreCheckedAsDatesAre() {
        imports.acceptQuarantine()
                .run(STREET_HEADER
                        + BURGLARY.replace("2018-10", "2018-13")
                        + BURGLARY.replace("2018-10", "10/2018")
                        + BURGLARY.replace("2018-10", "2027-01")
                        + BURGLARY.replace("2018-10", "1066-10")
                        + BURGLARY.replace("2018-10", ""));

        assertThat(imports.rejected)
                .extracting(Row.Rejected::reason)
                .containsExactly("invalid-date", "date-format", "future-date", "date-range", "date-format");
    }

    @Test
    void U40_anUnknownCrimeTypeIsStoredAndCounted() {
        ImportRecord record = imports.run(STREET_HEADER + BURGLARY + BURGLARY.replace("Burglary", "Piracy"));

        assertThat(counts(record).flags()).containsEntry(OffenceFlag.UNKNOWN_CATEGORY.word(), 1L);
        assertThat(counts(record).inserted()).isEqualTo(2);
    }

    @Test
    void aStopAndSearchFileIsNoStreetFile() throws IOException {
        Path file = SharedData.require("police-uk/stop-and-search/2019-12-leicestershire-stop-and-search.csv");

        assertThat(slug(imports.run(Files.readAllBytes(file)))).isEqualTo("missing-columns");
    }

    /**
     * Five months of Warwickshire. The expected figures are counted here from the lines by splitting them at commas,
     * which these files allow, since no field before the crime type holds one in quotes; and they are the published
     * description's: 22,648 rows, 4,918 of them ASB, 103 without a location.
     */
    @Test
    void realFilesAreReadWhole() throws IOException {
        List<Path> files = warwickshire();
        List<String[]> rows = new ArrayList<>();
        for (Path file : files) {
            Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(rows::add);
        }
        assertThat(rows).hasSize(22_648);

        ImportRecord record = importFiles(files);

        ImportCounts counts = counts(record);
        assertThat(counts.rowsRead()).isEqualTo(rows.size());
        assertThat(counts.inserted()).isEqualTo(rows.size());
        assertThat(counts.quarantined()).isZero();
        assertThat(counts.flags()).isEmpty();
        assertThat(counts.unlocated())
                .isEqualTo(103)
                .isEqualTo(rows.stream().filter(row -> row[4].isEmpty()).count());
        assertThat(imports.offences().stream().filter(offence -> offence.kind() == RecordKind.ASB))
                .hasSize(4_918)
                .hasSize((int) rows.stream()
                        .filter(row -> List.of(row).contains("Anti-social behaviour"))
                        .count());
    }

    /** The publisher names each located row's LSOA, and with it the district. */
    @Test
    void realPointsLieInTheDistrictsThatTheirRowsName() throws IOException {
        List<Area> districts = AreaFile.read(
                        SharedData.require("boundaries/warwickshire-districts.geojson"),
                        AreaFile.Options.of(AreaKind.DISTRICT))
                .areas();
        AreaIndex index = new AreaIndex(districts);
        int located = 0;
        int different = 0;
        for (Path file : warwickshire()) {
            for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
                String[] row = line.split(",", -1);
                if (row[4].isEmpty()) {
                    continue;
                }
                located++;
                BritishGridPoint point = BritishNationalGrid.fromLonLat(
                        new LonLat(Double.parseDouble(row[4]), Double.parseDouble(row[5])));
                Area ours = index.areaAt(AreaKind.DISTRICT, point.easting(), point.northing());
                String theirs = row[row.length - 4].replaceAll(" [0-9]{3}[A-Z]$", "");
                boolean inCounty =
                        districts.stream().anyMatch(area -> area.name().equals(theirs));
                boolean same = ours == null ? !inCounty : ours.name().equals(theirs);
                different += same ? 0 : 1;
            }
        }
        assertThat(located).isEqualTo(22_648 - 103);
        assertThat(different).isLessThanOrEqualTo(located / 1_000);
    }

    @Test
    void filesOfOtherForcesAreReadWholeToo() throws IOException {
        List<Path> files = new ArrayList<>(files("leicestershire"));
        files.add(SharedData.require("police-uk/revisions/earlier/2020-11-city-of-london-street.csv"));
        long rows = 0;
        for (Path file : files) {
            rows += Files.readAllLines(file).size() - 1;
        }

        ImportCounts counts = counts(importFiles(files));

        assertThat(counts.rowsRead()).isEqualTo(rows);
        assertThat(counts.quarantined()).isZero();
        assertThat(counts.inserted()).isEqualTo(rows);
    }

    private ImportRecord importFiles(List<Path> files) {
        return imports.run(
                ImportRequest.of(files.stream().map(ImportSource::of).toList(), Profile.POLICE_UK), imports.listener());
    }

    private static List<Path> warwickshire() throws IOException {
        return files("warwickshire");
    }

    private static List<Path> files(String force) throws IOException {
        try (Stream<Path> all = Files.walk(SharedData.require("police-uk"))) {
            return all.filter(path -> Objects.toString(path.getFileName())
                            .matches("20(18|19)-[0-9]{2}-" + force + "-street\\.csv"))
                    .sorted()
                    .toList();
        }
    }
}
