package org.hotspots.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.hotspots.backtest.BacktestStore;
import org.hotspots.backtest.BacktestStore.StoredBacktest;
import org.hotspots.hotspot.RunStore;
import org.hotspots.store.cluster.DataFolder;
import org.hotspots.store.cluster.DatabaseAddress;
import org.hotspots.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings, codes and structures that need no database, and the stores of runs and back-tests, which are two statements each. */
class SmallPartsTest {
    @ParameterizedTest
    @CsvSource({
        "08006, UNAVAILABLE", "08001, UNAVAILABLE", "53300, UNAVAILABLE", "57P01, UNAVAILABLE", "57P03, UNAVAILABLE",
        "57014, TIMEOUT", "53100, DISK_FULL", "40001, CONFLICT", "40P01, CONFLICT", "23505, BAD_DATA",
        "22021, BAD_DATA", "42P01, OTHER"
    })
    void sqlStatesAreSortedByWhatACallerCanDo(String sqlState, DatabaseException.Kind kind) {
        DatabaseException e = new DatabaseException(new SQLException("message", sqlState));
        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e.sqlState()).isEqualTo(sqlState);
    }

    @Test
    void settingsAreReadFromTheEnvironment() {
        DatabaseSettings settings = DatabaseSettings.fromEnvironment(
                Map.of("HOTSPOTS_DB_URL", "jdbc:postgresql://db/hotspots", "HOTSPOTS_DB_PASSWORD", "secret"),
                Path.of("data"));
        DatabaseAddress address = settings.address();
        assertThat(address).isNotNull().extracting(DatabaseAddress::jdbcUrl).isEqualTo("jdbc:postgresql://db/hotspots");
        assertThat(address).hasToString("jdbc:postgresql://db/hotspots");
        assertThat(DatabaseSettings.fromEnvironment(Map.of(), Path.of("data")).address())
                .isNull();
    }

    @Test
    void F27_allFaultsOfTheEnvironmentAreToldAtOnceWithoutTheirValues() {
        assertThatThrownBy(() -> DatabaseSettings.fromEnvironment(
                        Map.of(
                                "HOTSPOTS_DB_URL", "postgres://user:secret@db",
                                "HOTSPOTS_DB_POOL_SIZE", "0",
                                "HOTSPOTS_POSTGRES", "mine"),
                        Path.of("data")))
                .hasMessage("HOTSPOTS_DB_URL: must start with jdbc:postgresql:; "
                        + "HOTSPOTS_DB_POOL_SIZE: from 1 to 200; HOTSPOTS_POSTGRES: auto, installed or bundled");
    }

    @Test
    void anAddressNeverShowsItsPassword() {
        assertThat(new DatabaseAddress("jdbc:postgresql://u:secret@db/x?password=secret", "u", "secret"))
                .asString()
                .isEqualTo("jdbc:postgresql://db/x");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, root, , /var/lib/hotspots",
        "Linux, ann, , /home/ann/.local/share/hotspots",
        "Linux, ann, /srv/ann, /srv/ann/hotspots",
        "Linux, ann, relative, /home/ann/.local/share/hotspots",
        "Mac OS X, ann, , /home/ann/Library/Application Support/hotspots"
    })
    void dataLieWhereThePlatformPutsThem(String os, String user, String xdg, Path expected) {
        Map<String, String> environment = xdg == null ? Map.of() : Map.of("XDG_DATA_HOME", xdg);
        assertThat(DataFolder.usual(environment, os, user, Path.of("/home/ann")))
                .isEqualTo(expected);
    }

    @Test
    void aDictionaryNumbersDistinctTextsInOrder() {
        SplittableRandom random = new SplittableRandom(3);
        ByteDictionary dictionary = new ByteDictionary();
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < 20_000; i++) {
            // "Aa" and "BB" have one hash, and so has every mix of them.
            String text = random.nextInt(4) == 0
                    ? (random.nextInt(2) == 0 ? "Aa" : "BB") + (random.nextInt(2) == 0 ? "Aa" : "BB")
                    : "text " + random.nextInt(3_000);
            seen.add(text);
            byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
            int number = dictionary.number(bytes, 1, bytes.length - 2);
            assertThat(dictionary.text(number)).isEqualTo(text);
        }
        assertThat(dictionary.size()).isEqualTo(seen.size());
        List<String> inOrder = new ArrayList<>();
        for (int number = 0; number < dictionary.size(); number++) {
            inOrder.add(dictionary.text(number));
        }
        assertThat(inOrder).containsExactlyElementsOf(seen);
    }

    @Test
    void aBacktestReplacesThatOfItsVersionAndTheNewestIsFound() {
        try (TestDatabase test = TestDatabase.create()) {
            test.execute("insert into data_version (number, fingerprint, published_at, kind)"
                    + " select 1, encode(sha256('1'), 'hex'), now(), kind from data_version");
            BacktestStore backtests = test.database().backtests();
            assertThat(backtests.findNewest("asb", "force")).isEmpty();
            backtests.save(new StoredBacktest(0, "asb", "force", "{\"cells\":1}"));
            backtests.save(new StoredBacktest(0, "asb", "force", "{\"cells\":2}"));
            backtests.save(new StoredBacktest(0, "knife", "force", "{\"cells\":3}"));
            assertThat(backtests.findNewest("asb", "force"))
                    .contains(new StoredBacktest(0, "asb", "force", "{\"cells\":2}"));
            backtests.save(new StoredBacktest(1, "asb", "force", "{\"cells\":4}"));
            assertThat(backtests.findNewest("asb", "force").orElseThrow().json())
                    .isEqualTo("{\"cells\":4}");
            assertThat(backtests.findNewest("asb", "district:rugby")).isEmpty();
        }
    }

    @Test
    void runsAreKeptByteForByteAndOnce() {
        try (TestDatabase test = TestDatabase.create()) {
            RunStore runs = test.database().runs();
            RunStore.StoredRun run = new RunStore.StoredRun("abc", "{\"b\":1, \"a\":2}", 0, "0.1.0");
            runs.save(run);
            runs.save(run);
            assertThat(runs.findRun("abc")).contains(run);
            assertThat(runs.findRun("abd")).isEmpty();
        }
    }
}
