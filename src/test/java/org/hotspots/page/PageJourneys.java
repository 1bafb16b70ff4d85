package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** What a planner does on the page, true of any server with data: a subclass says which. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageJourneys {
    Browser browser;

    /** The origin of the server under test, without a slash at its end. */
    abstract String origin();

    @BeforeAll
    void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void openPage() {
        browser.size(1440, 900);
        // What an earlier test left in the console's log is not this one's.
        browser.complaints();
        open("");
    }

    @AfterEach
    void nothingLeftTheOrigin() throws IOException {
        browser.assertStayedOn(origin());
    }

    void open(String fragment) {
        browser.open(origin() + "/" + fragment);
    }

    String run() {
        return browser.text("#run-line a");
    }

    List<String> rows() {
        return browser.all("#list tr[data-place]").stream()
                .map(WebElement::getText)
                .toList();
    }

    /** The rows with what comes after the list: their hours, and how sure each place is. */
    private List<String> wholeRows() {
        browser.await("how sure", () -> browser.all("#list .stays:not(:empty)").isEmpty() ? null : true);
        browser.await("hours", () -> browser.all("#list .peak:not(:empty)").isEmpty() ? null : true);
        return rows();
    }

    private void awaitMap() {
        browser.await("as many outlines as rows", () -> {
            int rows = browser.all("#list tr[data-place]").size();
            return rows > 0 && rows == outlinedPlaces() ? rows : null;
        });
    }

    /** Places with an outline on the map: one of several parts counts once. */
    private long outlinedPlaces() {
        return (long) browser.script(
                "return new Set([...document.querySelectorAll('#map path.outline')].map(p => p.dataset.place)).size");
    }

    /** How much of the map's smaller side the outline of the chosen area takes up. */
    private double chosenAreaShare() {
        return ((Number) browser.script("""
                const area = document.querySelector('#map path.chosen').getBoundingClientRect();
                const map = document.getElementById('map').getBoundingClientRect();
                return Math.max(area.width, area.height) / Math.min(map.width, map.height);""")).doubleValue();
    }

    /** The address of the first town in the list: one that has a place at least. */
    private String firstTownListed() {
        List<String> listed = browser.all("#list .place .town").stream()
                .map(WebElement::getText)
                .toList();
        return browser.all("select[name=area] optgroup[label=Towns] option").stream()
                .filter(town -> listed.contains(town.getText()))
                .min(Comparator.comparingInt(town -> listed.indexOf(town.getText())))
                .orElseThrow()
                .getDomAttribute("value");
    }

    @Test
    void theListAndTheMapAgree() {
        browser.awaitPhase("shown");
        awaitMap();
        assertThat(browser.all("#map .badge")).hasSize(Math.min(10, rows().size()));
        String whole = run();

        browser.choose("theme", "knife");
        browser.awaitOtherRun(whole);
        assertThat(browser.text("#answer")).contains("knife crime");
        String knife = run();

        browser.choose("area", firstTownListed());
        browser.awaitOtherRun(knife);
        awaitMap();
        String town = new Select(browser.find("select[name=area]"))
                .getFirstSelectedOption()
                .getText();
        assertThat(browser.text("#answer")).endsWith(town);
        assertThat(browser.all("#list .place .town"))
                .extracting(WebElement::getText)
                .contains(town);
        assertThat(chosenAreaShare()).isGreaterThan(0.3);
        browser.picture("town-knife-1440");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void eachOtherValueOfAFieldTellsWhatItWouldCount() {
        browser.awaitPhase("shown");
        String whole = run();
        String knife = "select[name=theme] option[value=knife]";
        String told = browser.await(
                "a count beside knife crime", () -> browser.find(knife).getDomAttribute("label"));

        browser.choose("theme", "knife");
        browser.awaitOtherRun(whole);
        String n = browser.text("#answer").split(" ", 2)[0];
        assertThat(told).isEqualTo("Knife crime (" + n + ")");
        browser.await(
                "the other values' counts",
                () -> browser.find("select[name=theme] option[value='']").getDomAttribute("label"));
        assertThat(browser.find(knife).getDomAttribute("label"))
                .as("the value chosen is told above the list")
                .isNull();
    }

    @Test
    void theTimesTellWhichPlacesWereThereBefore() {
        open("#theme=asb&tab=times");
        browser.awaitPhase("shown");
        WebElement before = browser.await(
                "the section on earlier months",
                () -> browser.all("#panel-times h2").stream()
                        .filter(heading -> heading.getText().equals("Here before"))
                        .findFirst()
                        .orElse(null));
        browser.script("arguments[0].scrollIntoView()", before);
        String first = browser.await(
                "the first place's past",
                () -> browser.all("#panel-times [aria-label^='Here before'] tbody tr").stream()
                        .map(WebElement::getText)
                        .findFirst()
                        .orElse(null));
        assertThat(first).matches("1 .+ [1-9]\\d* \\d+ .*\\d{4} s\\d+-\\d+-\\d+@\\d{4}-\\d\\d");
    }

    @Test
    void aRowSelectsItsOutlineAndAnOutlineItsRow() {
        browser.awaitPhase("shown");
        awaitMap();
        browser.all("#list .pick").get(1).click();
        assertThat(selectedRow()).isEqualTo("2");
        assertThat(selectedOutline())
                .isEqualTo(browser.find("#list tr.selected").getDomAttribute("data-place"));

        WebElement third = browser.all("#list tr[data-place]").get(2);
        browser.press(browser.find("#map path.outline[data-place='" + third.getDomAttribute("data-place") + "']"));
        assertThat(selectedRow()).isEqualTo("3");
        assertThat(browser.address()).contains("place=" + third.getDomAttribute("data-place"));
        browser.picture("selected-1440");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theArrowKeysGoAlongTheList() {
        browser.awaitPhase("shown");
        awaitMap();
        browser.find("#list .pick").sendKeys(Keys.ARROW_DOWN);
        assertThat(selectedRow()).isEqualTo("2");
        assertThat(browser.script("return document.activeElement.closest('tr')?.dataset.place"))
                .isEqualTo(selectedOutline());
        assertThat(browser.all("#list .pick[tabindex='0']")).hasSize(1);
    }

    @Test
    void theSkipLinksMoveTheFocus() {
        browser.awaitPhase("shown");
        List<WebElement> links = browser.all(".skips a");
        assertThat(links).hasSize(3);
        for (int i = 0; i < links.size(); i++) {
            WebElement link = links.get(i);
            // Off the page until it has the focus; some drivers send no keys to what cannot be seen.
            browser.script("document.querySelectorAll('.skips a')[" + i + "].focus()");
            link.sendKeys(Keys.ENTER);
            assertThat(browser.script("return document.activeElement.id")).isEqualTo(link.getDomAttribute("data-skip"));
        }
        assertThat(browser.all("#run-line a")).hasSize(1);
    }

    private String selectedRow() {
        return browser.text("#list tr.selected .rank");
    }

    private String selectedOutline() {
        return browser.find("#map path.outline.selected").getDomAttribute("data-place");
    }

    @Test
    void anotherPeriodIsAnotherRunAndBackReturns() {
        browser.awaitPhase("shown");
        String year = run();
        String sentence = browser.text("#summary");
        browser.choose("period", "previous_12_months");
        browser.awaitOtherRun(year);
        assertThat(browser.text("#summary")).isNotEqualTo(sentence);
        assertThat(browser.address()).contains("period=previous_12_months");

        String before = run();
        browser.back();
        browser.awaitOtherRun(before);
        assertThat(run()).isEqualTo(year);
        assertThat(browser.text("#summary")).isEqualTo(sentence);
    }

    @Test
    void aReloadAndThePermalinkShowTheSame() {
        browser.awaitPhase("shown");
        String first = run();
        browser.choose("theme", "asb");
        browser.awaitOtherRun(first);
        String year = run();
        browser.choose("period", "last_3_months");
        browser.awaitOtherRun(year);
        awaitMap();
        browser.find("#list .pick").click();
        List<String> rows = wholeRows();
        String run = run();

        browser.reload();
        browser.awaitPhase("shown");
        assertThat(run()).isEqualTo(run);
        assertThat(wholeRows()).isEqualTo(rows);
        assertThat(selectedRow()).isEqualTo("1");

        String permalink = browser.find("#run-line a").getDomProperty("href");
        assertThat(permalink).contains("#run=" + run);
        browser.open(permalink);
        browser.awaitPhase("shown");
        assertThat(run()).isEqualTo(run);
        assertThat(wholeRows()).isEqualTo(rows);
        assertThat(new Select(browser.find("select[name=theme]"))
                        .getFirstSelectedOption()
                        .getDomAttribute("value"))
                .isEqualTo("asb");
    }

    @Test
    void theCellsHaveTheirOwnLegendAndParameters() {
        browser.awaitPhase("shown");
        String density = browser.text("#legend strong");
        browser.find("#legend input[value=cells]").click();
        browser.await("the legend changed", () -> browser.text("#legend strong").equals(density) ? null : true);
        assertThat(browser.all("#filters .parameters [data-field=cell_m]")).hasSize(1);
        assertThat(browser.address()).contains("layer=cells");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aValueOutOfRangeIsRefusedBesideItsField() {
        browser.awaitPhase("shown");
        String run = run();
        browser.find("#filters .method summary").click();
        WebElement bandwidth = browser.find("input[name=bandwidth_m]");
        bandwidth.sendKeys(Keys.chord(Keys.CONTROL, "a"), "5", Keys.TAB);
        assertThat(browser.text("#fault-bandwidth_m")).isEqualTo("bandwidth_m=5: from 50 to 5000");
        assertThat(run()).isEqualTo(run);
    }

    @Test
    void aNarrowScreenHasTheListFirstAndTheMapBehindAButton() {
        browser.size(320, 700);
        open("");
        browser.awaitPhase("shown");
        assertThat((long) browser.script("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320);
        assertThat(browser.find("#map-panel").isDisplayed()).isFalse();
        browser.picture("list-320");
        browser.find("#flip").click();
        awaitMap();
        browser.find("#legend-fold summary").click();
        browser.await(
                "the tiles came",
                () -> browser.all("#map img.leaflet-tile-loaded").isEmpty() ? null : true);
        browser.picture("map-320");
        browser.find("#flip").click();
        assertThat(browser.find("#list").isDisplayed()).isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void picturesOfTheWidthsInLightAndDark() {
        for (boolean isDark : new boolean[] {false, true}) {
            browser.show("screen", isDark);
            for (int width : new int[] {360, 1024, 1440}) {
                browser.size(width, width == 360 ? 740 : 900);
                open("");
                browser.awaitPhase("shown");
                if (width > 360)
                    browser.await(
                            "the tiles came",
                            () -> browser.all("#map .leaflet-run-pane img.leaflet-tile-loaded")
                                            .isEmpty()
                                    ? null
                                    : true);
                browser.picture("page-" + width + (isDark ? "-dark" : "-light"));
                assertThat((long) browser.script("return document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
            }
        }
        browser.show("print", false);
        browser.size(794, 1123);
        browser.picture("printed");
        browser.show("screen", false);
        assertThat(browser.complaints()).isEmpty();
    }
}
