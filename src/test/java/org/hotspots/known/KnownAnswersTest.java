package org.hotspots.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotspots.support.SharedData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every published answer against ours, and the page that shows them. With {@code -Dhotspots.write-known-answers=true} the
 * page is written; otherwise it must already say what the tests compute.
 */
class KnownAnswersTest {
    private static final Path PAGE = Path.of("src/docs/methods/known-answers.md");
    private static final String INTRODUCTION = """
            # Known answers

            Values that others published or computed, and ours for the same data. `KnownAnswersTest` computes each row and writes
            this page; it fails where ours is further away than half a unit of the last published digit, unless the row says why the
            published value is wrong. Ours is written with two digits more, so that the rounding can be seen.

            | method | asked | published | ours | source |
            |---|---|---|---|---|
            """;

    private static List<KnownAnswer> all() {
        return Stream.of(
                        CountAnswers.all(),
                        TestAnswers.all(),
                        ConcentrationAnswers.all(),
                        DensityAnswers.all(),
                        CellAnswers.all(),
                        ClusterAnswers.all(),
                        ChangeAnswers.all(),
                        PredictionAnswers.all())
                .flatMap(List::stream)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> oursAgree() {
        return all().stream()
                .map(answer -> DynamicTest.dynamicTest(answer.method() + ": " + answer.question(), () -> {
                    requireData(answer);
                    double ours = answer.ours().getAsDouble();
                    if (answer.note().isEmpty()) {
                        assertThat(answer.agrees(ours))
                                .as("published %s, ours %s", answer.published(), ours)
                                .isTrue();
                    } else {
                        assertThat(answer.agrees(ours))
                                .as("ours agrees, so the note is wrong: %s", answer.note())
                                .isFalse();
                    }
                }));
    }

    /** Skipped, aloud, where the real data are absent: then not every row can be computed. */
    @Test
    void thePageShowsThem() throws IOException {
        all().forEach(KnownAnswersTest::requireData);
        String page = INTRODUCTION + all().stream().map(KnownAnswersTest::row).collect(Collectors.joining());
        if (Boolean.getBoolean("hotspots.write-known-answers")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static void requireData(KnownAnswer answer) {
        if (!answer.sharedFile().isEmpty()) {
            SharedData.require(answer.sharedFile());
        }
    }

    private static String row(KnownAnswer answer) {
        String ours = answer.written(answer.ours().getAsDouble());
        String note = answer.note().isEmpty() ? "" : ". **Published value wrong**: " + answer.note();
        return String.join(
                " | ",
                "| " + answer.method(),
                answer.question(),
                answer.published(),
                ours,
                answer.source() + note + " |\n");
    }
}
