package org.hotspots.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hotspots.load.ImportState;
import org.hotspots.offence.Offence;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.store.cluster.PostgresChoice;
import org.hotspots.support.OffenceFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that imports and imports, killed at random moments; on PostgreSQL without PostGIS. */
class KilledImportTest {
    private static final int ROWS = 500;
    private static final int KILLS = 3;

    @TempDir
    private Path temporary;

    /** Imports files of new records until it is killed. */
    public static void main(String[] arguments) {
        try (Database database = open(Path.of(arguments[0]))) {
            System.out.println("OPEN");
            for (int i = 0; i < Integer.MAX_VALUE; i++) {
                String file = ProcessHandle.current().pid() + "-" + i;
                Imports.load(
                        database,
                        file,
                        Stream.iterate(0, n -> n + 1)
                                .limit(ROWS)
                                .map(n -> OffenceFixture.crime(file + "-" + n)
                                        .at(450_000 + n, 270_000)
                                        .build())
                                .toArray(Offence[]::new));
            }
        }
    }

    private static Database open(Path folder) {
        return Database.open(DatabaseSettings.inFolder(folder, PostgresChoice.BUNDLED));
    }

    @Test
    void F10_everyImportIsThereWholeOrNotAtAll() throws Exception {
        if (Files.getFileAttributeView(temporary, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path folder = temporary.resolve("data");
        SplittableRandom random = new SplittableRandom(11);
        long last = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            importUntilKilled(folder, 300 + random.nextInt(900));
            try (Database database = open(folder)) {
                assertThat(database.hasPostgis()).isFalse();
                DataVersion version = database.snapshots().getCurrentVersion();
                assertThat(version.number()).isGreaterThanOrEqualTo(last);
                last = version.number();
                assertThat(database.snapshots().read(version).offences().size()).isEqualTo(ROWS * version.number());
                assertThat(database.imports().listImports(1_000))
                        .allMatch(record ->
                                record.state() == ImportState.COMMITTED || record.state() == ImportState.INTERRUPTED)
                        .filteredOn(record -> record.state() == ImportState.COMMITTED)
                        .hasSize((int) version.number());
            }
        }
        assertThat(last).isPositive();
    }

    private static void importUntilKilled(Path folder, int afterMillis) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledImportTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); !"OPEN".equals(line); line = output.readLine()) {
            assertThat(line).as("the program ended:%n%s", said).isNotNull();
            said.append(line).append('\n');
        }
        Thread.sleep(afterMillis);
        process.destroyForcibly().waitFor();
    }
}
