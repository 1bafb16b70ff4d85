package org.hotspots.page;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every view and state of the page, wide and narrow, light and dark, as axe sees it and as a finger hits it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {
    private static final int LEAST_TARGET_PX = 24;
    private static final int LEAST_TOUCH_TARGET_PX = 44;

    /** Widest first; 320 px is also what 400 % of a screen of 1280 px leaves. */
    private static final int[] NARROW = {360, 320};

    private final StubServer stub = new StubServer(0);
    private final Browser browser = new Browser();

    AccessibilityTest() throws IOException {}

    /** What is on show, and the steps that lead there from a fresh page. */
    record View(String name, Consumer<AccessibilityTest> steps) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void keepAPlaceAndAView() {
        open("");
        browser.all("#list .add").get(0).click();
        browser.all("#list .add").get(1).click();
        browser.find("#views-open").click();
        browser.find("#views form button").click();
    }

    @AfterEach
    void mend() {
        browser.useFinger(false);
        stub.isEmpty = false;
        stub.isBroken = false;
        stub.isChance = false;
        stub.isLoading = false;
        stub.hasBacktest = false;
        browser.show("screen", false);
        browser.size(1440, 900);
    }

    @AfterAll
    void close() {
        browser.close();
        stub.close();
    }

    static Stream<View> views() {
        return Stream.of(
                new View("planner", test -> test.open("")),
                new View("team", test -> test.open("#way=team&area=town:kingsford")),
                new View("analyst", test -> test.open("#way=analyst&method=gi_star")),
                new View(
                        "own-times",
                        test -> test.open("#days=friday&hours=20-2&period=own&from=2026-01-01&to=2026-06-01")),
                new View("times", test -> test.openTab("times", ".months")),
                new View("data", test -> test.openTab("data", "article.import")),
                new View("imports", test -> {
                    test.stub.isLoading = true;
                    test.openTab("data", "article.import progress");
                }),
                new View("about-backtest", test -> {
                    test.stub.hasBacktest = true;
                    test.openTab("about", "tr.selected");
                }),
                new View("about", test -> test.openTab("about", ".formulas")),
                new View("why", test -> {
                    test.open("#place=h1");
                    test.browser.find("#why dl");
                }),
                new View("shortlist", test -> test.openBy("#shortlist-open", "#shortlist .stops")),
                new View("views", test -> test.openBy("#views-open", "#views .saved a")),
                new View("draw", test -> {
                    test.openBy("#map [aria-label='Draw an area']", "#draw button");
                    test.browser.press(test.browser.find("#flip"));
                }),
                new View("search", test -> {
                    test.open("");
                    test.browser.find("#search").sendKeys("king");
                    test.browser.find("#search-results [role=option]");
                }),
                new View("nothing-matches", test -> test.open("#theme=hate&strand=transgender")),
                new View("chance", test -> {
                    test.stub.isChance = true;
                    test.open("");
                }),
                new View("no-data", test -> {
                    test.stub.isEmpty = true;
                    test.openAt("", "empty");
                }),
                new View("failed", test -> {
                    test.stub.isBroken = true;
                    test.openAt("", "failed");
                }));
    }

    private void open(String fragment) {
        openAt(fragment, "shown");
    }

    private void openAt(String fragment, String phase) {
        browser.open(stub.address() + "/" + fragment);
        browser.awaitPhase(phase);
    }

    private void openTab(String tab, String shows) {
        open("#tab=" + tab);
        browser.find(shows);
    }

    private void openBy(String opener, String shows) {
        open("");
        browser.press(browser.find(opener));
        browser.find(shows);
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyoneCanUseIt(View view) {
        view.steps().accept(this);
        SoftAssertions all = new SoftAssertions();
        all.assertThat(browser.violations()).as("wide and light").isEmpty();
        all.assertThat(smallTargets(LEAST_TARGET_PX)).as("wide").isEmpty();
        browser.useFinger(true);
        all.assertThat(smallTargets(LEAST_TOUCH_TARGET_PX))
                .as("wide, by finger")
                .isEmpty();
        browser.useFinger(false);
        browser.show("screen", true);
        all.assertThat(browser.violations("color-contrast")).as("wide and dark").isEmpty();
        browser.picture("axe-" + view + "-1440-dark");
        for (int width : NARROW) {
            browser.size(width, 740);
            all.assertThat((long) browser.script("return document.documentElement.scrollWidth"))
                    .as("width of the page at %d px", width)
                    .isLessThanOrEqualTo(width);
        }
        all.assertThat(browser.violations("color-contrast"))
                .as("narrow and dark")
                .isEmpty();
        all.assertThat(smallTargets(LEAST_TARGET_PX)).as("narrow").isEmpty();
        browser.useFinger(true);
        all.assertThat(smallTargets(LEAST_TOUCH_TARGET_PX))
                .as("narrow, by finger")
                .isEmpty();
        all.assertThat((long) browser.script("return document.documentElement.scrollWidth"))
                .as("width of the page by finger")
                .isLessThanOrEqualTo(NARROW[1]);
        browser.picture("axe-" + view + "-320-finger");
        browser.useFinger(false);
        browser.show("screen", false);
        browser.picture("axe-" + view + "-320");
        all.assertThat(browser.violations()).as("narrow and light").isEmpty();
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#way=team", "#way=analyst&theme=hate", "#area=town:kingsford&way=team"})
    void listAndMapHoldTheSamePlaces(String fragment) {
        open(fragment);
        browser.await("as many outlines as places in the list", () -> (Boolean) browser.script("""
                const listed = [...document.querySelectorAll('#list [data-place]')].map(each => each.dataset.place);
                const outlined = new Set([...document.querySelectorAll('#map path.outline')].map(each => each.dataset.place));
                return listed.length > 0 && listed.length === outlined.size && listed.every(place => outlined.has(place)) || null;"""));
    }

    /** What can be pressed and is smaller than a fingertip needs; links within a sentence are as high as its lines. */
    @SuppressWarnings("unchecked")
    private List<String> smallTargets(int leastPx) {
        return (List<String>) browser.script("""
                const own = target => target.matches('input[type=radio], input[type=checkbox]') ? target.closest('label') : target;
                const inSentence = target => target.matches('a') && getComputedStyle(target).display === 'inline';
                return [...document.querySelectorAll('a[href], button, input, select, summary, textarea, .badge, [role=option]')]
                    .filter(target => target.checkVisibility({visibilityProperty: true}) && !inSentence(target))
                    .filter(target => !target.closest('.skips'))
                    .map(own)
                    .map(target => [target, target.getBoundingClientRect()])
                    .filter(([, {width, height}]) => width > 0 && (width < arguments[0] || height < arguments[0]))
                    .map(([target, {width, height}]) => `${target.outerHTML.slice(0, 120)}: ${width} x ${height}`);""", leastPx);
    }
}
