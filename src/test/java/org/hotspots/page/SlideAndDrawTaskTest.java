package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Knife crime in Rugby a season earlier, and in a piece of its centre that no list of areas has. */
class SlideAndDrawTaskTest extends SampleTask {
    private static final String CORNERS = "449800,274600;451300,274600;451300,275900;449800,275900";

    @Test
    void threeMonthsBackWithTheMouse() {
        open("#theme=knife&area=town:rugby");
        String now = browser.text("#slider output");
        String tiles = tiles();
        for (int i = 0; i < 3; i++)
            ask(() -> browser.find("#slider [aria-label='One month back']").click());
        assertThat(now).isEqualTo("Nov 2025 to Oct 2026");
        assertSlidBack(tiles);
        String run = run();
        List<String> places = places();
        browser.reload();
        browser.awaitPhase("shown");
        assertThat(run()).isEqualTo(run);
        assertThat(places()).isEqualTo(places);
        assertSlidBack(tiles);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void threeMonthsBackWithTheKeyboardAlone() {
        open("#theme=knife&area=town:rugby");
        String tiles = tiles();
        browser.tabTo("#slider input");
        for (int i = 0; i < 3; i++) ask(() -> browser.type(Keys.ARROW_LEFT));
        assertThat(browser.hasFocus("#slider input")).isTrue();
        assertSlidBack(tiles);
        assertThat(browser.complaints()).isEmpty();
    }

    /** List, map, filter and address are all of the twelve months to July. */
    private void assertSlidBack(String otherTiles) {
        assertThat(browser.text("#slider output")).isEqualTo("Aug 2025 to Jul 2026");
        assertThat(browser.address()).contains("theme=knife", "town:rugby", "from=2025-08-01", "to=2026-08-01");
        assertThat(browser.text("#summary")).contains("knife crime", "1 August 2025 to 31 July 2026");
        assertThat(places()).isNotEmpty();
        assertThat(outlined()).isEqualTo(listed());
        assertThat(tiles()).isNotEqualTo(otherTiles);
    }

    @Test
    void aPieceOfTheCentreWithTheMouse() {
        open("#theme=knife&area=town:rugby&view=13/52.3720/-1.2610");
        String town = browser.text("#answer");
        browser.find("#map [aria-label='Draw an area']").click();
        int[][] corners = {{-120, -80}, {120, -80}, {120, 100}, {-120, 100}};
        for (int i = 0; i < corners.length; i++) {
            browser.pressAt("#map", corners[i][0], corners[i][1]);
            int placed = i + 1;
            browser.await("corner " + placed, () -> browser.all("#map .corner").size() == placed ? true : null);
        }
        ask(() -> browser.findByText("#draw button", "Done").click());
        assertDrawn(town);
        browser.picture("task-drawn-area");

        browser.find("#views-open").click();
        browser.find("#view-name").clear();
        browser.find("#view-name").sendKeys("Centre by hand");
        browser.find("#views form button").click();
        String run = run();
        open("");
        assertThat(run()).isNotEqualTo(run);
        browser.find("#views-open").click();
        ask(() -> browser.findByText("#views .saved a", "Centre by hand").click());
        assertThat(run()).isEqualTo(run);
        assertDrawn(town);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPieceOfTheCentreWithTheKeyboardAlone() {
        open("#theme=knife&area=town:rugby");
        String town = browser.text("#answer");
        browser.tabTo("#map [aria-label='Draw an area']");
        browser.type(Keys.SPACE);
        browser.tabTo("#draw summary");
        browser.type(Keys.ENTER);
        browser.tabTo("#corners");
        browser.type(CORNERS);
        browser.type(Keys.TAB);
        ask(() -> browser.type(Keys.ENTER));
        assertThat(browser.address())
                .contains("area=drawn:" + CORNERS.replace(";", "%3B").replace(",", "%2C"));
        assertDrawn(town);

        browser.tabBackTo("#views-open");
        browser.type(Keys.ENTER);
        browser.tabTo("#views form button");
        browser.type(Keys.ENTER, Keys.ESCAPE);
        String run = run();
        open("");
        browser.tabTo("#views-open");
        browser.type(Keys.ENTER);
        browser.tabTo("#views .saved a");
        ask(() -> browser.type(Keys.ENTER));
        assertThat(run()).isEqualTo(run);
        assertDrawn(town);
        assertThat(browser.complaints()).isEmpty();
    }

    /** The list is of the drawn area, all of its places lie in it or on its edge, and the filter names it. */
    private void assertDrawn(String town) {
        assertThat(browser.text("#answer"))
                .contains("knife crime", "Drawn area of")
                .isNotEqualTo(town);
        assertThat(browser.find("select[name=area] option:checked").getText()).isEqualTo("Drawn area");
        assertThat(texts("#chips .chip")).anyMatch(chip -> chip.startsWith("Drawn area"));
        assertThat(places()).isNotEmpty();
        assertThat(outlined()).isEqualTo(listed());
        assertThat((Boolean) browser.script("""
                const area = document.querySelector('#map path.chosen').getBoundingClientRect();
                return [...document.querySelectorAll('#map path.outline')].map(place => place.getBoundingClientRect())
                    .every(place => place.right > area.left && place.left < area.right && place.bottom > area.top && place.top < area.bottom);""")).isTrue();
    }

    private List<String> listed() {
        return browser.all("#list [data-place]").stream()
                .map(row -> row.getDomAttribute("data-place"))
                .toList();
    }

    private List<String> outlined() {
        return browser.all("#map path.outline").stream()
                .map(outline -> outline.getDomAttribute("data-place"))
                .distinct()
                .sorted(Comparator.comparing(place -> Integer.valueOf(place.substring(1))))
                .toList();
    }

    /** The address of a tile on the map, without its place: that of the run it is painted from. */
    private String tiles() {
        WebElement tile = browser.find("#map .leaflet-run-pane .leaflet-layer:last-child img");
        return tile.getDomAttribute("src").replaceFirst("/density/.*", "");
    }
}
