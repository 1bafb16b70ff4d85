package org.hotspots.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hotspots.area.AreaFile;
import org.hotspots.area.AreaKind;
import org.hotspots.load.ImportListener;
import org.hotspots.load.ImportRequest;
import org.hotspots.load.ImportSettings;
import org.hotspots.load.ImportSource;
import org.hotspots.load.ImportState;
import org.hotspots.load.Importer;
import org.hotspots.load.Profile;
import org.hotspots.stats.SeededRandom;
import org.hotspots.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code run} and {@code export} in processes of its own, on two databases loaded with the same files. */
class RunCommandAcceptanceTest {
    private static final String QUESTION = "run --theme all --area town:rugby --method dbscan --min_points 4";

    @TempDir
    static Path folder;

    private static TestDatabase one;
    private static TestDatabase other;

    @BeforeAll
    static void load() throws IOException {
        Path offences =
                Files.writeString(folder.resolve("offences.csv"), Extract.of("easting,northing,location", places()));
        one = loaded(offences);
        other = loaded(offences);
    }

    @AfterAll
    static void close() {
        one.close();
        other.close();
    }

    /** Two thick places in the town, the rest over it. */
    private static List<String> places() {
        SeededRandom random = new SeededRandom(8);
        List<String> places = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            boolean thick = random.chance(0.4);
            double easting = 450_000 + (thick ? 40 * random.gaussian() : random.between(-1500, 1500));
            double northing = 275_000 + (thick ? 40 * random.gaussian() : random.between(-1500, 1500));
            places.add(String.format(Locale.ROOT, "%.0f,%.0f,%d Mill Lane", easting, northing, i));
        }
        return places;
    }

    private static TestDatabase loaded(Path offences) throws IOException {
        TestDatabase test = TestDatabase.create();
        for (AreaKind kind : List.of(AreaKind.DISTRICT, AreaKind.TOWN)) {
            AreaFile areas = AreaFile.read(
                    SampleWorld.FOLDER.resolve("areas-" + kind.word() + "s.geojson"), AreaFile.Options.of(kind));
            test.database().areas().replaceAreas(kind, areas.areas(), areas.sha256());
        }
        assertThat(new Importer(test.database().imports(), ImportSettings.of(folder.resolve("spool")))
                        .run(
                                ImportRequest.of(List.of(ImportSource.of(offences)), Profile.FORCE_EXTRACT),
                                ImportListener.NONE)
                        .state())
                .isEqualTo(ImportState.COMMITTED);
        return test;
    }

    private static Program.Ended run(TestDatabase test, String line) throws IOException, InterruptedException {
        return Program.run(folder, test, line.split(" ", -1));
    }

    @Test
    void theSameFilesInTwoDatabasesGiveTheSameBytes() throws IOException, InterruptedException {
        Program.Ended summary = run(one, QUESTION + " --json");
        assertThat(summary.code()).as(summary.err()).isZero();
        assertThat(run(other, QUESTION + " --json").out()).isEqualTo(summary.out());
        assertThat(summary.json().get("n").asLong()).isPositive();

        Path file = folder.resolve("hotspots.geojson");
        Program.Ended written = run(one, QUESTION + " --view hotspots --out " + file);
        assertThat(written.code()).as(written.err()).isZero();
        assertThat(written.out()).isEmpty();
        JsonNode hotspots = JsonMapper.builder().build().readTree(file.toFile());
        assertThat(hotspots.get("run_id")).isEqualTo(summary.json().get("run_id"));
        assertThat(hotspots.get("features").size()).isPositive();

        // The question in the answer, asked again as a file, is the same run; here by the method card.
        Path question = folder.resolve("question.json");
        Files.writeString(question, summary.json().get("question").toString());
        Program.Ended card = run(other, "run " + question + " --view method-card");
        assertThat(card.code()).as(card.err()).isZero();
        assertThat(card.json().get("run_id")).isEqualTo(summary.json().get("run_id"));
        assertThat(card.json().get("question")).isEqualTo(summary.json().get("question"));
    }

    @Test
    void forAPersonItIsARankedList() throws IOException, InterruptedException {
        Program.Ended ended = run(one, QUESTION);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("All offences in Rugby, ")
                .containsPattern("h1 +[0-9]+ +[0-9.]+ to +[0-9.]+ ")
                .containsPattern("Run [0-9a-f]{64}, data version [0-9]+");
    }

    private static Program.Ended export(String layer, Path file) throws IOException, InterruptedException {
        return run(
                one,
                "export --theme all --area town:rugby --method dbscan --min_points 4 --layer " + layer + " --out "
                        + file);
    }

    private static void assertNotWritten(Program.Ended ended, Path file, String reason) {
        assertThat(ended.code()).as(ended.err()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().strip()).isEqualTo(file + " cannot be written: " + reason);
    }

    @Test
    void whereThereIsNoFolderOneLineSaysSo() throws IOException, InterruptedException {
        Path file = folder.resolve("missing").resolve("rugby.gpkg");
        assertNotWritten(export("hotspots", file), file, "there is no folder " + file.getParent());
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void Q29_onAFullDiskOneLineSaysSoAndNothingIsLeft() throws IOException, InterruptedException {
        Path mounted = Files.createDirectory(folder.resolve("full"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", mounted.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assumptions.assumeTrue(mount.waitFor() == 0, "no small disk, so none was filled: " + said);
        try {
            // A page or two remain: enough to begin each file, and to end none.
            Path ballast = Files.write(mounted.resolve("ballast"), new byte[(1 << 20) - 8192]);
            for (String name :
                    List.of("offences.csv", "offences.geojson", "offences.kml", "offences.gpkg", "density.tif")) {
                Path file = mounted.resolve(name);
                Program.Ended ended = export(name.substring(0, name.indexOf('.')), file);
                assertNotWritten(ended, file, name.endsWith("gpkg") ? "the disk is full" : "No space left on device");
                try (Stream<Path> left = Files.list(mounted)) {
                    assertThat(left).containsExactly(ballast);
                }
            }
        } finally {
            assertThat(new ProcessBuilder("umount", mounted.toString())
                            .inheritIO()
                            .start()
                            .waitFor())
                    .isZero();
        }
    }

    @Test
    void whatIsNotUnderstoodIsTwoWithEveryFault() throws IOException, InterruptedException {
        Program.Ended ended = run(one, "run --bandwidth_m 5 --theme knives --json");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("bandwidth_m=5: from 50 to 5000").contains("theme=knives: one of");
        assertThat(ended.out()).isEmpty();

        assertThat(run(one, "run --view magic").err()).contains("--view=magic: one of summary, hotspots");
        Program.Ended point = run(one, "run --view explain --lon 1.5 --lat 52.3");
        assertThat(point.code()).as(point.err()).isEqualTo(2);
        assertThat(point.err()).contains("lon=1.5, lat=52.3: inside the study area");
        Program.Ended areas = run(one, "run --view crosswalk.csv --kind lsoa");
        assertThat(areas.code()).isEqualTo(1);
        assertThat(areas.err()).contains("kind=lsoa: no areas of this kind").doesNotContain("\tat ");
    }
}
