package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.SquareLattice;
import org.hotspots.hotspot.Verdict.Kind;
import org.hotspots.kernel.CellCounts;
import org.hotspots.kernel.StudyCells;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.offence.Setting;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.offence.Theme;
import org.hotspots.question.Method;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.snapshot.StudyArea;
import org.hotspots.stats.Interval;
import org.hotspots.stats.SeededRandom;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The made-up town is 4 x 3 km: 300 cells of 200 metres. */
class VerdictTest {
    private static final String[] KNIFE = {"theme", "knife", "area", "town:middleton"};

    @Test
    void threeOfSixtyInACellIsChanceFourIsNot() {
        Run three = ask(sixty(3), KNIFE);
        Run four = ask(sixty(4), KNIFE);

        assertThat(three.verdict().cells()).isEqualTo(300);
        assertThat(three.verdict().kind()).isEqualTo(Kind.CHANCE);
        assertThat(four.verdict().kind()).isEqualTo(Kind.WEAK);
        assertThat(three.verdict().sentence())
                .isEqualTo(
                        "These 60 incidents of knife crime in Middleton are spread no more unevenly than chance would"
                                + " spread them: their busiest cell holds 3 of 60 incidents; by chance it would hold 2 to 3."
                                + " There is no hotspot to patrol.");
        assertThat(four.verdict().sentence())
                .startsWith("Knife crime in Middleton is weakly concentrated: the busiest cell holds 4 of 60 incidents;"
                        + " by chance it would hold 2 to 3. Chance alone would give as much about ");
    }

    /** Sixty events: one cell with so many, four with two, which is what chance gives, the rest alone. */
    private static TableDraft sixty(int fullest) {
        TableDraft draft = new TableDraft();
        int incident = 0;
        int cell = 0;
        while (incident < 60) {
            int here = cell == 0 ? fullest : cell < 5 ? 2 : 1;
            for (int i = 0; i < here; i++) {
                // Cells far from each other: 7 and 300 have no common divisor.
                draft.add(inCell(cell * 7 % 300, incident++));
            }
            cell++;
        }
        return draft;
    }

    private static Row inCell(int cell, int incident) {
        return ofNoTheme(cell, incident).of(Theme.KNIFE);
    }

    private static Row ofNoTheme(int cell, int incident) {
        return Row.at(TestWorld.WEST + 3100 + 200 * (cell % 20), 303_100 + 200 * (cell / 20), incident);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void onChanceNothingIsDrawnButTheCountsStay(Method method) {
        Run run = ask(sixty(3), "theme", "knife", "area", "town:middleton", "method", method.word());

        assertThat(run.hotspots()).isEmpty();
        assertThat(run.clusters()).isEmpty();
        assertThat(run.contours()).isEmpty();
        assertThat(run.densityLegend().breaks()).isEmpty();
        assertThat(run.densityLegend().max()).isPositive();
        assertThat(run.cellsLegend().breaks()).isEmpty();
        assertThat(run.cells().max()).isEqualTo(3);
        assertThat(run.notes()).anySatisfy(note -> assertThat(note).startsWith("The verdict is chance"));
    }

    @Test
    void aPlaceWithManyIsConcentratedAndTheSentenceSaysByHowMuch() {
        TableDraft draft = sixty(3);
        for (int i = 0; i < 14; i++) {
            draft.add(inCell(155, 100 + i));
        }
        // Elsewhere offending is common.
        for (int i = 0; i < 900; i++) {
            draft.add(ofNoTheme(i % 300, 1000 + i));
        }
        Verdict verdict = ask(draft, KNIFE).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.CONCENTRATED);
        assertThat(verdict.sentence())
                .isEqualTo("Knife crime in Middleton is concentrated: the busiest cell holds 14 of 74 incidents; by"
                        + " chance it would hold 2 to 4. It is more concentrated than offending in general.");
        assertThat(verdict.advice()).isEmpty();
        assertThat(Objects.requireNonNull(verdict.even()).p()).isEqualTo(0.001);
        assertThat(Objects.requireNonNull(verdict.even()).largestBand()).isEqualTo(new Interval(2, 4));
    }

    @Test
    void whatLiesWhereAllOffendingLiesIsNoMoreConcentrated() {
        TableDraft draft = new TableDraft();
        SeededRandom random = new SeededRandom(4);
        for (int i = 0; i < 2000; i++) {
            // The lower the number of a cell, the more happens in it.
            int cell = (int) (300 * random.nextDouble() * random.nextDouble());
            draft.add(i < 100 ? inCell(cell, i) : ofNoTheme(cell, i));
        }
        Verdict verdict = ask(draft, KNIFE).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.CONCENTRATED);
        assertThat(Objects.requireNonNull(verdict.offending()).p()).isGreaterThan(0.05);
        assertThat(verdict.sentence()).endsWith("It is no more concentrated than offending in general.");
        Verdict all = ask(draft, "area", "town:middleton").verdict();
        assertThat(all.offending()).isNull();
        assertThat(all.sentence())
                .startsWith("Offending in Middleton is concentrated: ")
                .doesNotContain("in general");
    }

    @Test
    void tooLittleIsSaidToBeTooLittle() {
        assertThat(sentence(new TableDraft()))
                .isEqualTo("There are no incidents of knife crime in Middleton in this period.");
        assertThat(sentence(new TableDraft().add(inCell(3, 1))))
                .isEqualTo("One incident of knife crime in Middleton is too few to tell a hotspot from chance.");
        TableDraft four = new TableDraft();
        for (int i = 0; i < 4; i++) {
            four.add(inCell(3, i));
        }
        Run run = ask(four, KNIFE);
        assertThat(run.verdict().sentence())
                .isEqualTo("4 incidents of knife crime in Middleton are too few to tell a hotspot from chance.");
        assertThat(run.verdict().even()).isNull();
        assertThat(run.hotspots()).isEmpty();
        assertThat(ask(four.add(inCell(3, 5)), KNIFE).hotspots()).isNotEmpty();
    }

    @Test
    void oneCellCannotBeCompared() {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 6; i++) {
            draft.add(Row.at(TestWorld.WEST + 100, 295_100, i).of(Theme.KNIFE));
        }
        Run run = ask(draft, "theme", "knife", "area", "district:south", "setting", "public_place");

        assertThat(run.verdict().cells()).isEqualTo(1);
        assertThat(run.verdict().kind()).isEqualTo(Kind.CHANCE);
        assertThat(run.verdict().sentence())
                .isEqualTo("All 6 incidents of knife crime in public places in South lie in the only patrollable cell:"
                        + " there is nothing to compare it with.");
    }

    @Test
    void theSameSeedGivesTheSameVerdictAnotherNearlyTheSame() {
        Run one = ask(sixty(4), KNIFE);
        Run other = ask(sixty(4), "theme", "knife", "area", "town:middleton", "seed", "77");

        assertThat(ask(sixty(4), KNIFE).verdict()).isEqualTo(one.verdict());
        assertThat(other.verdict()).isNotEqualTo(one.verdict());
        assertThat(Objects.requireNonNull(other.verdict().even()).p())
                .isCloseTo(Objects.requireNonNull(one.verdict().even()).p(), within(0.02));
    }

    /** Outside towns only ground with any offence in three years counts, whatever its theme. */
    @Test
    void patrollableCellsHoldAnyOffenceOfThreeYearsOrLieInATown() {
        TableDraft draft = new TableDraft();
        int incident = 0;
        draft.add(Row.at(TestWorld.WEST + 100, 308_100, incident++)
                .on(LocalDate.of(2023, 3, 1))
                .in(Setting.DWELLING));
        draft.add(Row.at(TestWorld.WEST + 900, 308_100, incident++).on(LocalDate.of(2023, 2, 28)));
        draft.add(Row.at(TestWorld.WEST + 1700, 308_100, incident++)
                .on(TestWorld.LAST_DAY)
                .notCounted());
        draft.add(Row.at(TestWorld.WEST + 2500, 308_100, incident++).of(Theme.KNIFE));
        Snapshot snapshot = snapshot(draft);

        assertThat(run(snapshot, "area", "district:north").verdict().cells()).isEqualTo(300 + 2);
        assertThat(run(snapshot, "area", "district:north", "from", "2022-03-01")
                        .verdict()
                        .cells())
                .as("a longer period counts whole")
                .isEqualTo(300 + 3);
        Run run = run(snapshot, "area", "district:north", "method", "gi_star");
        assertThat(run.cells().cells().size()).isEqualTo(302);
    }

    /** Of three cells the middle one lies in the area whole, its neighbours to 3/4 and 1/8; one offence lies in it. */
    @Test
    void groundCountsByTheAreaAndByWhatIsKnownAboutIt() {
        AreaAddress address = new AreaAddress(AreaKind.TOWN, "cut");
        AreaIndex areas = new AreaIndex(List.of(TestWorld.area(address, "Cut", TestWorld.box(50, 0, 425, 200))));
        TableDraft draft = new TableDraft().add(Row.at(300, 100, 1));
        StudyArea area = run(TestWorld.snapshot(TestWorld.version(1), draft, areas), "area", "town:cut")
                .area();
        StudyCells cells = StudyCells.covering(new SquareLattice(200), new Bounds(0, 0, 600, 200), (e, n) -> true);

        double[] few = UsedGround.shares(known(cells, 1), area);
        double[] many = UsedGround.shares(known(cells, 120), area);

        // Twelve of the middle cell's 64 points lie within 50 metres of its centre; a circle of 50 metres is 7854 m2.
        double quiet = Math.exp(-Math.PI * 2500 / 120_000);
        assertThat(few).containsExactly(new double[] {0.75 * quiet, (12 + 52 * quiet) / 64, quiet / 8}, within(1e-12));
        double quieter = Math.exp(-Math.PI * 2500 / 1000);
        assertThat(many)
                .containsExactly(new double[] {0.75 * quieter, (12 + 52 * quieter) / 64, quieter / 8}, within(1e-12));
    }

    private static PatrollableCells known(StudyCells cells, double offences) {
        WeightedPoints places = new WeightedPoints(new double[] {300}, new double[] {100}, new double[] {offences}, 1);
        return new PatrollableCells(cells, CellCounts.count(places, cells), places);
    }

    private static String sentence(TableDraft draft) {
        return ask(draft, KNIFE).verdict().sentence();
    }

    private static Run ask(TableDraft draft, String... namesAndValues) {
        return run(snapshot(draft), namesAndValues);
    }

    private static Snapshot snapshot(TableDraft draft) {
        return TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
    }

    private static Run run(Snapshot snapshot, String... namesAndValues) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        try (Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("1"))) {
            return engine.ask(new QuestionReader(snapshot).read(query));
        }
    }
}
