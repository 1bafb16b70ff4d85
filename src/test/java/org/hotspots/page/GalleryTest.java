package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A picture of each state at three widths, for people to look at; what a program can see is checked: nothing overlaps or is
 * cut. A state is loaded once, wide, and the window drawn narrower.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryTest {
    private static final Width WIDE = new Width("wide", 1440, 900);
    private static final List<Width> WIDTHS =
            List.of(WIDE, new Width("middle", 1024, 768), new Width("phone", 360, 740));

    /** For what is longer than a screen, and would be cut at its lower edge. */
    private static final List<Width> TALL =
            List.of(new Width("wide", 1440, 1700), new Width("middle", 1024, 1700), new Width("phone", 360, 2600));

    private static final List<String> VISIONS =
            List.of("none", "protanopia", "deuteranopia", "tritanopia", "achromatopsia");

    /** Pairs of what lies on the map that cover each other, each by more than a hair. */
    private static final String OVERLAPS = """
            const parts = ['#legend-fold', '#slider', '#draw', '#tile-faults', '.leaflet-control-zoom', '.leaflet-control-scale', '#why']
                .map(css => [css, document.querySelector(css)])
                .filter(([, part]) => part && part.checkVisibility())
                .map(([css, part]) => [css, part.getBoundingClientRect()]);
            const isOver = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
                && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
            return parts.flatMap(([css, box], at) => parts.slice(at + 1).filter(([, other]) => isOver(box, other))
                .map(([other]) => css + ' over ' + other));
            """;

    /** Names on the map that cover each other or a place's number or lie under a control, and numbers, which are round, that cover each other. */
    private static final String CROWDED = """
            const boxes = css => [...document.querySelectorAll(css)].filter(part => part.checkVisibility({visibilityProperty: true}))
                .map(part => [part.textContent, part.getBoundingClientRect()]);
            const names = boxes('.label:not(.crowded) span');
            const numbers = boxes('.badge span');
            const all = [...names, ...numbers];
            const isOver = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
            const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
            const gap = (one, other) => Math.hypot(middle(one)[0] - middle(other)[0], middle(one)[1] - middle(other)[1]) - (one.width + other.width) / 2;
            const found = (some, others, isClose) => some.flatMap(([name, box], at) => others.slice(at + 1).filter(([, other]) => isClose(box, other))
                .map(([other]) => name + ' over ' + other));
            const controls = boxes('#legend-fold, #slider, #draw, #map .leaflet-bar').map(([, box]) => ['a control', box]);
            const hidden = names.flatMap(([name, box]) => controls.filter(([, other]) => isOver(box, other)).map(([other]) => name + ' under ' + other));
            return [...hidden, ...found(names, all, isOver), ...found(numbers, numbers, (one, other) => gap(one, other) < 0)];
            """;

    /** The area asked about, or of the force its districts, where a part of it lies beside the map. */
    private static final String CUT = """
            const map = document.getElementById('map').getBoundingClientRect();
            const areas = [...document.querySelectorAll('#map .border.chosen')];
            return (areas.length ? areas : [...document.querySelectorAll('#map .land.district')]).map(area => area.getBoundingClientRect())
                .filter(box => box.left < map.left || box.right > map.right || box.top < map.top || box.bottom > map.bottom)
                .map(box => `${box.left} to ${box.right}, ${box.top} to ${box.bottom}`);
            """;

    private final StubServer stub = new StubServer(0);
    private Browser browser;

    private record Width(String name, int width, int height) {
        boolean isPhone() {
            return width < 1024;
        }
    }

    GalleryTest() throws IOException {}

    @BeforeAll
    void openBrowser() {
        browser = new Browser();
    }

    @AfterEach
    void mend() {
        stub.isEmpty = false;
        stub.isBroken = false;
        stub.isChance = false;
        stub.isLoading = false;
        stub.losesTiles = false;
        stub.hasBacktest = false;
        stub.delayMillis = 0;
        browser.show("screen", false);
    }

    @AfterAll
    void close() {
        browser.close();
        stub.close();
    }

    @Test
    void theListInEachWayOfWorking() {
        picture("places-planner", "");
        picture("places-team", "#way=team");
        picture("places-analyst", "#way=analyst");
        picture("team-cards", "#way=team&area=town:kingsford", () -> browser.find("#list .card .add"), TALL);
    }

    @Test
    void aPlaceAndWhy() {
        picture("why", "#area=town:kingsford&place=h1", () -> browser.find("#why .week"), WIDTHS);
    }

    @Test
    void theOtherTabs() {
        picture("times", "#tab=times", () -> browser.find("#panel-times .months"), TALL);
        picture("data", "#tab=data", () -> browser.find("article.import"), TALL);
        picture("about", "#tab=about", () -> browser.find(".formulas"), TALL);
        stub.hasBacktest = true;
        picture("about-backtest", "#tab=about", () -> browser.find("#panel-about tr.selected"), TALL);
    }

    @Test
    void importsInEachState() {
        stub.isLoading = true;
        picture("imports", "#tab=data", () -> browser.find("article.import progress"), TALL);
        assertThat(browser.all("article.import")).hasSize(8);
        picture("held", "", () -> browser.find("#held .box"), WIDTHS);
    }

    @Test
    void nothingMatches() {
        picture("nothing-matches", "#theme=hate&strand=transgender");
    }

    @Test
    void someDaysAndHours() {
        picture("days-and-hours", "#days=friday&hours=21-3");
    }

    @Test
    void noMoreThanChanceAndWhereItHappenedAgain() {
        stub.isChance = true;
        picture("chance", "#theme=hate");
        browser.size(WIDE.width(), WIDE.height());
        browser.findByText("#message button", "Repeat locations").click();
        browser.find("#panel-times .months");
        takeAt("chance-repeats", TALL);
    }

    @Test
    void whatIsKept() {
        open("");
        browser.all("#list .add").get(0).click();
        browser.all("#list .add").get(1).click();
        browser.find("#shortlist-open").click();
        browser.find("#shortlist .stops");
        takeAt("shortlist", WIDTHS);
        open("#theme=knife&area=town:kingsford");
        browser.find("#views-open").click();
        browser.find("#views form button").click();
        browser.find("#views .saved a");
        takeAt("views", WIDTHS);
        browser.script("localStorage.clear()");
    }

    @Test
    void searchWithAnswers() {
        picture(
                "search",
                "",
                () -> {
                    browser.find("#search").sendKeys("king");
                    browser.find("#search-results [role=option]");
                },
                WIDTHS);
    }

    @Test
    void theMapInDensityAndCells() {
        for (String layer : List.of("density", "cells")) pictureOfMap("map-" + layer, "#layer=" + layer);
    }

    @Test
    void anAreaWhileItIsDrawnAndAfter() {
        open("");
        browser.find("#map [aria-label='Draw an area']").click();
        for (int i = 0; i < 3; i++) {
            browser.findByText("#draw button", "Corner at the map's middle").click();
            browser.script(
                    "document.getElementById('map').dispatchEvent(new KeyboardEvent('keydown', {keyCode: arguments[0], bubbles: true}))",
                    i == 0 ? 38 : 39);
        }
        takeAt("drawing", List.of(WIDE));
        pictureOfMap("drawn", "#area=drawn:428000,265000;432000,265000;432000,269000");
    }

    /** As the colour-blind and a grey print have it; the page is loaded once for all of them. */
    @Test
    void theMapInOtherEyes() {
        browser.size(1024, 768);
        for (boolean isDark : new boolean[] {false, true}) {
            browser.show("screen", isDark);
            for (String layer : List.of("density", "cells")) {
                browser.open(stub.address() + "/#area=town:kingsford&place=h2&layer=" + layer);
                browser.awaitPhase("shown");
                settle();
                for (String vision : VISIONS) {
                    browser.seeWith(vision);
                    browser.picture("eyes-" + vision + "-" + layer + (isDark ? "-dark" : "-light"));
                }
                browser.seeWith("none");
            }
        }
    }

    @Test
    void inTheDark() {
        browser.show("screen", true);
        picture("dark", "#place=h1", () -> browser.find("#why .week"), WIDTHS);
        pictureOfMap("dark-map", "");
    }

    @Test
    void lostTiles() {
        stub.losesTiles = true;
        pictureOfMap("lost-tiles", "");
    }

    @Test
    void withoutDataAndWithoutDatabase() {
        stub.isEmpty = true;
        openAt("", "empty");
        takeAt("empty", WIDTHS);
        stub.isEmpty = false;
        stub.isBroken = true;
        openAt("", "failed");
        takeAt("failed", WIDTHS);
    }

    /** The first wait, a later one over the old picture, and one so long that it can be cancelled. */
    @Test
    void waiting() {
        stub.delayMillis = 4_000;
        openAt("", "asking");
        takeAt("loading", WIDTHS);
        browser.awaitPhase("shown");
        stub.delayMillis = 15_000;
        browser.size(WIDE.width(), WIDE.height());
        browser.choose("theme", "knife");
        browser.awaitPhase("asking");
        takeAt("asking", WIDTHS);
        browser.find("#message button");
        takeAt("slow", WIDTHS);
    }

    private void open(String fragment) {
        openAt(fragment, "shown");
    }

    private void openAt(String fragment, String phase) {
        browser.size(WIDE.width(), WIDE.height());
        browser.open(stub.address() + "/" + fragment);
        browser.awaitPhase(phase);
    }

    private void picture(String name, String fragment) {
        picture(name, fragment, () -> {}, WIDTHS);
    }

    private void picture(String name, String fragment, Runnable steps, List<Width> widths) {
        open(fragment);
        steps.run();
        takeAt(name, widths);
    }

    /** On a phone the map lies behind a button. */
    private void pictureOfMap(String name, String fragment) {
        open(fragment);
        for (Width width : WIDTHS) {
            browser.size(width.width(), width.height());
            if (width.isPhone()) browser.find("#flip").click();
            browser.await("numbers on the map", () -> browser.all("#map .badge").isEmpty() ? null : true);
            take(name, width);
            assertThat(strings(OVERLAPS)).as("%s, %s", name, width.name()).isEmpty();
            assertThat(strings(CUT)).as("%s, %s", name, width.name()).isEmpty();
        }
    }

    private void takeAt(String name, List<Width> widths) {
        for (Width width : widths) {
            browser.size(width.width(), width.height());
            take(name, width);
        }
    }

    private void take(String name, Width width) {
        settle();
        browser.picture(name + "-" + width.name());
        assertThat(browser.script("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("%s, %s: nothing is wider than the page", name, width.name())
                .isEqualTo(0L);
    }

    /** Waits until the page stands still after a change of its size: its tiles there, its names and numbers clear of each other. */
    private void settle() {
        browser.script("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        browser.await("the map and its tiles", () -> (Boolean) browser.script("""
                const map = document.getElementById('map');
                const isAnswered = document.body.dataset.phase === 'shown'; // the map comes with the first answer
                return !map.checkVisibility()
                    || (map.matches('.leaflet-container') || !isAnswered)
                    && document.querySelectorAll('.leaflet-run-pane img:not(.leaflet-tile-loaded)').length === 0 || null;"""));
        browser.await(
                "names and numbers clear of each other", () -> strings(CROWDED).isEmpty() ? true : null);
    }

    @SuppressWarnings("unchecked")
    private List<String> strings(String code) {
        return (List<String>) browser.script(code);
    }
}
