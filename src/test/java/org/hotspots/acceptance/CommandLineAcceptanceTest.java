package org.hotspots.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.hotspots.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line in processes of its own, against a real database. */
class CommandLineAcceptanceTest {
    @TempDir
    static Path folder;

    private static TestDatabase test;

    @BeforeAll
    static void open() {
        test = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        test.close();
    }

    private static Program.Ended run(String... arguments) throws IOException, InterruptedException {
        return Program.run(folder, test, arguments);
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aDryRunStoresNothingAndAnImportPrintsOneJsonDocument() throws IOException, InterruptedException {
        Path file = file(
                "good.csv",
                Extract.of("easting,northing", Collections.nCopies(7, Extract.PLACE))
                        .replace(",C", ",GOOD"));
        Stored before = Stored.in(test);
        String importsBefore = test.ask("select count(*) from import");

        Program.Ended dry = run("import", "--profile", "force-extract", "--dry-run", file.toString());
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("7 rows read = 7 inserted").contains("nothing was stored");
        assertThat(dry.out() + dry.err()).as("progress in a pipe").doesNotContain("\r", "rows/s");
        assertThat(Stored.in(test)).isEqualTo(before);
        assertThat(test.ask("select count(*) from import")).isEqualTo(importsBefore);

        Program.Ended real = run("import", "--profile", "force-extract", "--json", file.toString());
        assertThat(real.code()).as(real.err()).isZero();
        assertThat(real.json().get("state").asText()).isEqualTo("committed");
        assertThat(real.json().get("inserted").asLong()).isEqualTo(7);
        assertThat(Stored.in(test).current() - before.current()).isEqualTo(7);
    }

    @Test
    void aFileThatCannotBeReadIsOneMessageWithFileAndLineAndOneJsonDocument() throws IOException, InterruptedException {
        byte[] bytes = Extract.of("easting,northing,location", Extract.PLACE + ",x", Extract.PLACE + ",Caf?")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        bytes[bytes.length - 2] = (byte) 0xe9;
        Path file = Files.write(folder.resolve("latin.csv"), bytes);

        Program.Ended ended = run("import", "--profile", "force-extract", "--json", file.toString());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("encoding-error").contains("latin.csv").contains("line 3");
        assertThat(ended.err()).doesNotContain("\tat ");
        assertThat(ended.json().get("state").asText()).isEqualTo("rejected");
        assertThat(ended.json().at("/problem/type").asText()).endsWith("encoding-error");
    }

    @Test
    void quarantinedRowsAreToldWithTheirLineWrittenDownAndPublishedOnlyWhenAccepted()
            throws IOException, InterruptedException {
        Path file = file(
                "rows.csv",
                Extract.of("easting,northing", Extract.PLACE, "x,275000", Extract.PLACE)
                        .replace(",C", ",ROWS"));
        Path quarantine = folder.resolve("quarantine.csv");
        Stored before = Stored.in(test);

        Program.Ended refused =
                run("import", "--profile", "force-extract", "--quarantine", quarantine.toString(), file.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("rows.csv, line 3: not-a-number: easting=")
                .contains("--accept-quarantine");
        assertThat(refused.out()).contains("3 rows read = 2 inserted").contains("quarantined not-a-number: 1");
        assertThat(Files.readAllLines(quarantine))
                .satisfiesExactly(
                        header -> assertThat(header).isEqualTo("file,line,record,reason,detail,raw"),
                        row -> assertThat(row)
                                .startsWith("rows.csv,3,2,not-a-number,")
                                .endsWith("\"crime,ROWS2,2026-10-01T12:00,x,275000\""));
        assertThat(Stored.in(test)).isEqualTo(before);

        Program.Ended accepted = run("import", "--profile", "force-extract", "--accept-quarantine", file.toString());
        assertThat(accepted.code()).as(accepted.err()).isZero();
        assertThat(accepted.out()).contains("Published as data version");
        assertThat(Stored.in(test).current() - before.current()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "import --profile force-extract",
                "import --profile no-such-profile x.csv",
                "serve --host 0.0.0.0"
            })
    void aCommandLineThatIsNotUnderstoodIsTwo(String line) throws IOException, InterruptedException {
        Program.Ended ended = run(line.isEmpty() ? new String[0] : line.split(" ", -1));

        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).isNotBlank();
        if (line.startsWith("serve")) {
            assertThat(ended.err()).contains("--host=0.0.0.0: 127.0.0.1, since there are no accounts yet");
        }
    }

    @Test
    void F27_settingsThatAreWrongAreSeventyEightAllToldAndTheirValuesKept() throws IOException, InterruptedException {
        Program.Ended ended = Program.run(
                folder,
                Map.of("HOTSPOTS_DB_PASWORD", "a secret", "HOTSPOTS_PORT", "eighty"),
                "import",
                "--profile",
                "force-extract",
                "x.csv");

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.err()).contains("HOTSPOTS_DB_PASWORD: no such setting").contains("HOTSPOTS_PORT: ");
        assertThat(ended.err() + ended.out()).doesNotContain("a secret").doesNotContain("eighty");
    }

    @Test
    void theSettingsAreCheckedWithoutChangingAnythingOrTellingAPassword() throws IOException, InterruptedException {
        Program.Ended good = run("config", "check", "--json");
        assertThat(good.code()).as(good.err()).isZero();
        assertThat(good.json().get("database").asText())
                .startsWith("PostgreSQL ")
                .endsWith("with PostGIS");
        assertThat(good.json().get("faults")).isEmpty();
        assertThat(good.json().get("settings").findValuesAsText("name")).contains("HOTSPOTS_DB_URL", "HOTSPOTS_PORT");

        Path data = folder.resolve("not made yet");
        Program.Ended cluster = Program.run(folder, Map.of(), "config", "check", "--data-dir", data.toString());
        assertThat(cluster.code()).as(cluster.err()).isZero();
        assertThat(cluster.out())
                .contains("HOTSPOTS_DATA_DIR")
                .contains("command line")
                .contains(data.toString());
        assertThat(data).doesNotExist();

        Program.Ended silent = Program.run(
                folder,
                Map.of("HOTSPOTS_DB_URL", "jdbc:postgresql://127.0.0.1:1/none", "HOTSPOTS_DB_PASSWORD", "a secret"),
                "config",
                "check",
                "--json");
        assertThat(silent.code()).isEqualTo(78);
        assertThat(silent.json().get("database").isNull()).isTrue();
        assertThat(silent.json().get("faults").get(0).asText()).startsWith("The database does not answer");
        assertThat(silent.out() + silent.err()).doesNotContain("a secret");

        Program.Ended wrong = Program.run(folder, Map.of("HOTSPOTS_PORT", "eighty"), "config", "check", "--json");
        assertThat(wrong.code()).isEqualTo(78);
        assertThat(wrong.json().get("faults").get(0).asText())
                .isEqualTo("HOTSPOTS_PORT: a whole number from 0 to 65535");
    }

    @Test
    void aFileThatIsNotThereOrHoldsNoAreasIsOneMessage() throws IOException, InterruptedException {
        Path empty = file("empty.geojson", "{}");
        for (Path path : List.of(empty, folder.resolve("none.geojson"))) {
            Program.Ended ended = run("areas", "import", path.toString(), "--kind", "town", "--json");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).doesNotContain("A fault of the program", "\tat ");
        }
    }

    @Test
    void anImportBesideAServerJoinsItsClusterAndTheServerShowsItAndGoesOn() throws IOException, InterruptedException {
        Path data = folder.resolve("own cluster");
        Path file = file("beside.csv", Extract.of("easting,northing", Collections.nCopies(11, Extract.PLACE)));
        try (Program.Server server = Program.Server.start(data)) {
            Client client = new Client(server.port());
            assertThat(offences(client)).isEqualTo(List.of(0L, 0L));

            Program.Ended ended = Program.run(
                    folder,
                    Map.of(),
                    "import",
                    "--profile",
                    "force-extract",
                    "--data-dir",
                    data.toString(),
                    file.toString());
            assertThat(ended.code()).as(ended.err()).isZero();

            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!offences(client).equals(List.of(1L, 11L)) && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
            assertThat(offences(client)).isEqualTo(List.of(1L, 11L));
            assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(client.json("/api/v1/runs").get("n").asLong()).isEqualTo(11);
            assertThat(server.isAlive()).isTrue();
        }
    }

    /** Data version and offences, as the server shows them. */
    private static List<Long> offences(Client client) throws IOException, InterruptedException {
        JsonNode data = client.json("/api/v1/data");
        return List.of(
                data.at("/data_version/number").asLong(), data.get("offences").asLong());
    }
}
