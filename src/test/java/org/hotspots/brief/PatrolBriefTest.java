package org.hotspots.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.hotspots.area.AreaIndex;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Run;
import org.hotspots.hotspot.Times;
import org.hotspots.stats.PoissonInterval;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The brief read back: what stands on which page, that nothing runs off the paper, and that it is always the same file. */
class PatrolBriefTest {
    private static final String HOSTILE =
            "<img src=x onerror=alert(1)> \u202Egnitset\u202C \u0627\u0644\u0634\u0627\u0631\u0639 \uD83D\uDD2A \u0000\n& 'Ŵ' (Llŷn) \\ Lane";

    private static BriefWorld world;
    private static Run run;

    @BeforeAll
    static void ask() {
        world = BriefWorld.usual();
        run = world.run();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    /** The text of each page, lines in reading order. */
    private static List<String> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("\\s+", " "));
            }
            return pages;
        }
    }

    private static int rankNear(double[] where) {
        return run.hotspots().stream()
                .filter(place -> Math.hypot(
                                place.centre().easting() - where[0],
                                place.centre().northing() - where[1])
                        < 200)
                .findFirst()
                .orElseThrow()
                .rank();
    }

    @Test
    void onePlaceAPageInTheOrderGiven() throws IOException {
        assertThat(run.hotspots()).hasSizeGreaterThanOrEqualTo(3);
        List<String> pages = pages(PatrolBrief.pdf(run, BriefWorld.visits(run, 2, 3, 1)));

        assertThat(pages).hasSize(3);
        assertThat(pages.get(0)).contains("Near Long Street, Middleton").doesNotContain("Near Mill Lane,");
        assertThat(pages.get(1)).contains("Near Edge Road, Middleton");
        assertThat(pages.get(2)).contains("Near Mill Lane, Middleton");
        for (int k = 0; k < 3; k++) {
            assertThat(pages.get(k))
                    .contains("Page " + (k + 1) + " of 3")
                    .contains("OFFICIAL-SENSITIVE")
                    .contains("Data to 28 February 2026, version 1")
                    .contains("Run " + run.id())
                    .contains(
                            "/#run=" + run.id() + "&place=h" + List.of(2, 3, 1).get(k))
                    .contains("Knife crime in Middleton, 1 March 2025 to 28 February 2026")
                    .contains("15 minutes")
                    .contains(run.verdict().sentence())
                    .contains("Near");
        }
    }

    @Test
    void theFiguresAreThoseOfTheTable() throws IOException {
        Hotspot place = run.hotspots().get(rankNear(BriefWorld.WHERE[0]) - 1);
        // Every event of the place by brute force: the rows of the table that lie in the outline.
        Map<Integer, Long> events = Counted.byPlaceIn(run, place.outline());
        long count = events.values().stream().mapToLong(Long::longValue).sum();
        long repeats = events.values().stream().filter(number -> number > 1).count();
        var interval = PoissonInterval.exact95(count);
        String page = pages(PatrolBrief.pdf(run, BriefWorld.visits(run, place.rank())))
                .get(0);

        assertThat(page)
                .contains(String.format(
                        "%d incidents in 12 months (95 %% interval %.1f to %.1f): %.1f %% of the %d in Middleton",
                        count, interval.low(), interval.high(), 100.0 * count / run.n(), run.n()))
                .contains(repeats + " of " + events.size() + " locations had several incidents.")
                .contains("Settings: public place " + count + ".")
                .contains("Suited to a patrol: all of known setting")
                .contains("Offences: any " + count + ".");
    }

    @Test
    void aBandOfHoursOrNoClearTime() throws IOException {
        int peaked = rankNear(BriefWorld.WHERE[0]);
        int flat = rankNear(BriefWorld.WHERE[1]);
        List<String> pages = pages(PatrolBrief.pdf(run, BriefWorld.visits(run, peaked, flat)));

        String hours = run.times()
                .peakBand(run.hotspots().get(peaked - 1))
                .orElseThrow()
                .inWords();
        assertThat(hours).contains("22:00");
        assertThat(pages.get(0)).contains(hours + ".").doesNotContain("No clear time");
        assertThat(pages.get(1)).contains("No clear time");
        // Fifty-nine of the sixty lie on Saturdays between ten and eleven; all sixty are in the outline.
        assertThat(pages.get(0)).contains("By day: Mon 0, Tue 0, Wed 0, Thu 0, Fri 0, Sat 60, Sun 0.");
    }

    @Test
    void wherePublicFilesHaveNoTimesTheBriefDoesNotLookForAny() {
        List<Long> none = Collections.nCopies(7, 0L);
        Times unknown = new Times(Collections.nCopies(7, Collections.nCopies(24, 0L)), none, 138);
        assertThat(WhenWords.of(Optional.empty(), "no clear time", unknown, "incidents"))
                .containsExactly("Neither day nor hour of these 138 incidents is in the data.");
    }

    /** Three hours are too few for a band of four: a visit is for the hours that were asked for. */
    @Test
    void whereNoHoursStandOutTheAskedOnesAreTold() throws IOException {
        Run night = world.run("days", "saturday", "hours", "22-1");
        List<String> pages = pages(PatrolBrief.pdf(night, BriefWorld.visits(night, 1)));

        assertThat(pages.get(0))
                .contains("Knife crime in Middleton, Saturday 22:00 to 01:00, 1 March 2025")
                .contains("When Saturday 22:00 to 01:00")
                .contains("There is no clear time within Saturday 22:00 to 01:00")
                .doesNotContain("No clear time");
    }

    @Test
    void theSameQuestionGivesTheSameBytes() {
        byte[] first = PatrolBrief.pdf(run, BriefWorld.visits(run, 1, 2));
        assertThat(PatrolBrief.pdf(run, BriefWorld.visits(run, 1, 2))).isEqualTo(first);
        try (BriefWorld other = BriefWorld.usual()) {
            assertThat(PatrolBrief.pdf(other.run(), BriefWorld.visits(other.run(), 1, 2)))
                    .isEqualTo(first);
        }
        assertThat(PatrolBrief.pdf(run, BriefWorld.visits(run, 2, 1))).isNotEqualTo(first);
        assertThat(first.length).isLessThan(300_000);
    }

    @Test
    void theFileSaysWhatItIs() throws IOException {
        try (PDDocument document = Loader.loadPDF(PatrolBrief.pdf(run, BriefWorld.visits(run, 1, 2)))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            var about = document.getDocumentInformation();
            assertThat(about.getTitle())
                    .isEqualTo("Patrol brief: Knife crime in Middleton, 1 March 2025 to 28 February 2026");
            assertThat(about.getSubject()).isEqualTo("Run " + run.id());
            assertThat(about.getAuthor()).isEqualTo("hotspots test");
            assertThat(about.getCreationDate().toInstant()).isEqualTo("2026-02-28T00:00:00Z");
            assertThat(about.getModificationDate()).isNull();
            PDOutlineItem first =
                    document.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertThat(first.getTitle()).isEqualTo("1 Near Mill Lane, Middleton");
            assertThat(first.findDestinationPage(document)).isEqualTo(document.getPage(0));
            assertThat(first.getNextSibling().findDestinationPage(document)).isEqualTo(document.getPage(1));
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).contains("LiberationSans");
                }
            }
        }
    }

    @Test
    void headingsTextAndPicturesAreTagged() throws IOException {
        try (PDDocument document = Loader.loadPDF(PatrolBrief.pdf(run, BriefWorld.visits(run, 1, 2)))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            var root = document.getDocumentCatalog().getStructureTreeRoot();
            PDStructureElement whole = (PDStructureElement) root.getKids().get(0);
            assertThat(whole.getKids()).hasSize(2);
            List<String> types = new ArrayList<>();
            for (Object kid : ((PDStructureElement) whole.getKids().get(0)).getKids()) {
                PDStructureElement element = (PDStructureElement) kid;
                types.add(element.getStructureType());
                if (element.getStructureType().equals("Figure")) {
                    assertThat(element.getAlternateDescription()).isNotBlank();
                }
            }
            assertThat(types).startsWith("H1", "P", "Figure").contains("H2");
            assertThat(types.stream().filter("Figure"::equals)).hasSize(4);
            assertThat(root.getParentTree().getNumbers()).containsOnlyKeys(0, 1);
        }
    }

    @Test
    void hostileNamesStayTextOrLeaveAMark() throws IOException {
        AreaIndex areas = new AreaIndex(List.of(
                TestWorld.area(
                        TestWorld.NORTH,
                        "North",
                        TestWorld.box(TestWorld.WEST, 300_000, TestWorld.WEST + 10_000, 310_000)),
                TestWorld.area(
                        TestWorld.TOWN,
                        "Middle\u200Fton </title>\uFFFF",
                        TestWorld.box(TestWorld.WEST + 3000, 303_000, TestWorld.WEST + 7000, 306_000))));
        try (BriefWorld hostile = BriefWorld.of(areas, place -> place == 0 ? HOSTILE : "x".repeat(3000) + place)) {
            Run answered = hostile.run();
            byte[] pdf = PatrolBrief.pdf(answered, BriefWorld.visits(answered, 1, 2));
            List<String> pages = pages(pdf);
            assertThat(pages.get(0))
                    .contains("Near <img src=x onerror=alert(1)>")
                    .contains("□gnitset□");
            assertThat(String.join("", pages)).doesNotContain("\u202E").doesNotContain("\u200F");
            assertThat(pages.get(1)).contains("Near xxxxxxxx").contains("…");
            assertThat(pages).hasSize(2);
            assertThatNothingRunsOff(pdf);
        }
    }

    @Test
    void nothingRunsOffThePaper() throws IOException {
        assertThatNothingRunsOff(PatrolBrief.pdf(run, BriefWorld.visits(run, 1, 2, 3)));
        Run cells = world.run("method", "grid_count", "grid", "hex", "from", "2025-03-02");
        assertThatNothingRunsOff(PatrolBrief.pdf(cells, BriefWorld.visits(cells, 1)));
        Run points = world.run("method", "dbscan", "counting_basis", "offences");
        assertThatNothingRunsOff(PatrolBrief.pdf(points, BriefWorld.visits(points, 1)));
    }

    /** Every letter stands between the margins, and no line of the body below the rule above the footer. */
    private static void assertThatNothingRunsOff(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    assertThat(text.getX()).isGreaterThan(PlacePage.LEFT - 1);
                    assertThat(text.getX() + text.getWidth()).isLessThan(PlacePage.RIGHT + 1);
                    float up = 842 - text.getY();
                    assertThat(up > PlacePage.BOTTOM - 2 || up < 60)
                            .as("%s at %.1f", text.getUnicode(), up)
                            .isTrue();
                    super.processTextPosition(text);
                }
            }.getText(document);
        }
    }

    @Test
    void aBriefHasOneToTwentyVisitsOfAMinuteToEightHours() {
        assertThatThrownBy(() -> PatrolBrief.pdf(run, List.of())).hasMessage("visits=0: from 1 to 20");
        Hotspot place = run.hotspots().get(0);
        assertThatThrownBy(() -> new Visit(place, 481)).hasMessage("minutes=481: from 1 to 480");
        assertThatThrownBy(() -> new Visit(place, 0)).hasMessage("minutes=0: from 1 to 480");
    }

    @Test
    void noDoorNumberAndNoExactPointStandsInTheFile() throws IOException {
        try (BriefWorld doors = BriefWorld.of(TestWorld.areas(), place -> "Flat 3, 12 Mill Lane, Middleton")) {
            Run answered = doors.run();
            byte[] pdf = PatrolBrief.pdf(answered, BriefWorld.visits(answered, 1));
            assertThat(pages(pdf).get(0))
                    .contains("Near Mill Lane")
                    .doesNotContain("12 Mill")
                    .doesNotContain("Flat");
            assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("304000");
        }
    }
}
