package org.hotspots.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotspots.area.AreaFile;
import org.hotspots.area.AreaKind;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.hotspot.Run;
import org.hotspots.hotspot.Verdict;
import org.hotspots.load.ImportCounts;
import org.hotspots.load.ImportListener;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportRequest;
import org.hotspots.load.ImportSettings;
import org.hotspots.load.ImportSource;
import org.hotspots.load.ImportState;
import org.hotspots.load.Importer;
import org.hotspots.load.Profile;
import org.hotspots.question.QuestionReader;
import org.hotspots.support.SharedData;
import org.hotspots.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real public street files and real boundaries; figures that the files give by another route. */
class WarwickshireAcceptanceTest {
    private static final List<String> MONTHS = List.of("2018-10", "2018-11", "2018-12", "2019-01", "2019-02");
    /** An LSOA's code and its name, which is its district's and a number; no field of these files holds such a pair else. */
    private static final Pattern LSOA = Pattern.compile(",(E01[0-9]{6}),([^,]+) [0-9]{3}[A-Z],");

    @TempDir
    Path folder;

    private TestDatabase test;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void fiveMonthsAreLoadedWholeAndEachPlaceLiesInTheDistrictThatItsRowNames() throws IOException, SQLException {
        List<Path> files = new ArrayList<>();
        for (String month : MONTHS) {
            files.add(SharedData.require("police-uk/" + month + "/" + month + "-warwickshire-street.csv"));
        }
        loadAreas(AreaKind.DISTRICT, "boundaries/warwickshire-districts.geojson");
        loadAreas(AreaKind.TOWN, "boundaries/warwickshire-towns.geojson");
        ImportCounts counts = counts(load(files));

        assertThat(counts.rowsRead()).isEqualTo(22_648);
        assertThat(counts.inserted()).isEqualTo(22_648);
        assertThat(counts.unlocated()).isEqualTo(103);
        assertThat(test.ask("select count(*) from offence where kind = 1")).isEqualTo("4918");

        Run asb = ask(Map.of("theme", List.of("asb"), "from", List.of("2018-10-01"), "to", List.of("2019-03-01")));
        assertThat(asb.area().summary().name()).isEqualTo("Warwickshire Police");
        assertThat(asb.n() + asb.notMapped().total()).isEqualTo(4_918);

        Run weapons = ask(Map.of(
                "theme", List.of("knife"),
                "area", List.of("district:stratford-on-avon"),
                "from", List.of("2018-10-01"),
                "to", List.of("2019-03-01")));
        // Every one of them in a cell of its own.
        assertThat(weapons.cells().max()).isEqualTo(1);
        assertThat(weapons.verdict().kind()).isEqualTo(Verdict.Kind.CHANCE);
        assertThat(weapons.verdict().sentence()).contains("knife crime (possession of weapons standing in for it) in");
        assertThat(asb.verdict().kind()).isEqualTo(Verdict.Kind.CONCENTRATED);

        long located = Long.parseLong(test.ask("select count(*) from offence where place_id is not null"));
        assertThat(located).isEqualTo(22_648 - 103);
        long differing = differing(districtsOfLsoas(files));
        assertThat(differing)
                .as("%d of %d located rows lie in another district than their LSOA's", differing, located)
                .isLessThanOrEqualTo(located / 1_000);
    }

    @Test
    void theRevisedMonthOfTheCityOfLondonIsUpdatesAndNothingElse() throws IOException {
        String name = "2020-11-city-of-london-street.csv";
        Path earlier = SharedData.require("police-uk/revisions/earlier/" + name);
        Path later = SharedData.require("police-uk/revisions/later/" + name);
        long same = linesInCommon(earlier, later);
        // Joined by Crime ID, which repeats, only 247 outcomes seem to have changed.
        assertThat(same).isEqualTo(244);

        assertThat(counts(load(List.of(earlier))).inserted()).isEqualTo(496);
        ImportCounts revision = counts(load(List.of(later)));

        assertThat(revision.rowsRead()).isEqualTo(496);
        assertThat(revision.unchanged()).isEqualTo(same);
        assertThat(revision.updated()).isEqualTo(496 - same);
        assertThat(test.ask("select count(*) from offence where valid_to is null"))
                .isEqualTo("496");
        assertThat(test.ask("select count(*) from offence where valid_from = 1 and valid_to = 2"))
                .isEqualTo("252");
    }

    private void loadAreas(AreaKind kind, String file) throws IOException {
        AreaFile areas = AreaFile.read(SharedData.require(file), AreaFile.Options.of(kind));
        test.database().areas().replaceAreas(kind, areas.areas(), areas.sha256());
    }

    private ImportRecord load(List<Path> files) {
        ImportRecord record = new Importer(test.database().imports(), ImportSettings.of(folder))
                .run(
                        ImportRequest.of(files.stream().map(ImportSource::of).toList(), Profile.POLICE_UK),
                        ImportListener.NONE);
        assertThat(record.state()).isEqualTo(ImportState.COMMITTED);
        return record;
    }

    private static ImportCounts counts(ImportRecord record) {
        return Objects.requireNonNull(record.counts());
    }

    private Run ask(Map<String, List<String>> question) {
        try (Engine engine = new Engine(
                test.database().snapshots(), test.database().runs(), EngineSettings.defaults("acceptance"))) {
            return engine.ask(new QuestionReader(engine.snapshot()).read(question));
        }
    }

    /** District by LSOA code, as the rows' own LSOA names say. */
    private static Map<String, String> districtsOfLsoas(List<Path> files) throws IOException {
        Map<String, String> districts = new HashMap<>();
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                Matcher lsoa = LSOA.matcher(line);
                if (lsoa.find()) {
                    districts.put(lsoa.group(1), lsoa.group(2));
                }
            }
        }
        assertThat(districts.values()).contains("Rugby", "Warwick", "Stratford-on-Avon", "Coventry");
        return districts;
    }

    /** Located rows whose district is not that of their LSOA; for an LSOA elsewhere it has to be none. */
    private long differing(Map<String, String> districtOfLsoa) throws SQLException {
        long differing = 0;
        try (Connection connection = test.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select o.lsoa_code, coalesce(a.name, '') as district, count(*) as offences
                        from offence o join place p using (place_id) left join area a on a.area_id = p.district_id
                        group by 1, 2
                        """)) {
            while (rows.next()) {
                String named = districtOfLsoa.getOrDefault(rows.getString("lsoa_code"), "");
                String expected = isOfTheCounty(named) ? named : "";
                differing += expected.equals(rows.getString("district")) ? 0 : rows.getLong("offences");
            }
        }
        return differing;
    }

    private boolean isOfTheCounty(String district) {
        return !test.ask("select 1 from area where kind = 'district' and name = '" + district + "'")
                .isEmpty();
    }

    /** Rows that both files have, each as often as in both. */
    private static long linesInCommon(Path one, Path other) throws IOException {
        List<String> rest = new ArrayList<>(Files.readAllLines(other));
        return Files.readAllLines(one).stream().skip(1).filter(rest::remove).count();
    }
}
