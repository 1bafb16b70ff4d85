package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names in the data that would be markup, turn the reading direction or never end stay text wherever they are shown. */
class HostileTextTest {
    private static final String MARKUP = "<img src=x onerror=\"document.title='run'\"><b>Road</b>";
    private static final String TURNED = "\u202Edrofsgnik\u202C\u200F";
    private static final String ENDLESS = "Lane".repeat(75);

    private final StubServer stub = new StubServer(0);
    private final Browser browser = new Browser();

    HostileTextTest() throws IOException {
        stub.renamed = Map.of("High Street", MARKUP, "Mill Lane", ENDLESS, "Kingsford", TURNED);
    }

    @AfterEach
    void close() {
        browser.close();
        stub.close();
    }

    @Test
    void namesStayTextEverywhere() {
        open("");
        assertShown("#list", MARKUP, TURNED, ENDLESS);
        assertShown("#filters", TURNED);
        add(MARKUP);
        add(ENDLESS);
        browser.find("#shortlist-open").click();
        assertShown("#shortlist", MARKUP, ENDLESS);

        open("#place=" + placeOf(MARKUP));
        browser.find("#why dl");
        assertShown("#why-title", MARKUP);
        browser.find("#search").sendKeys("king");
        browser.find("#search-results [role=option]");
        assertShown("#search-results", TURNED);

        open("#way=team&area=town:kingsford");
        assertShown("#list .cards", MARKUP, TURNED, ENDLESS);
        assertShown("#chips", TURNED);
        browser.find("#views-open").click();
        browser.find("#views form button").click();
        assertShown("#views", TURNED);

        open("#tab=times");
        browser.find("#panel-times .figures");
        assertShown("#panel-times", MARKUP, TURNED);
        assertThat(browser.complaints()).isEmpty();
    }

    private void open(String fragment) {
        browser.open(stub.address() + "/" + fragment);
        browser.awaitPhase("shown");
    }

    private void add(String street) {
        browser.press(browser.find("#list [data-place=" + placeOf(street) + "] .add"));
    }

    private String placeOf(String street) {
        return (String) browser.script("""
                return [...document.querySelectorAll('#list [data-place]')]
                    .find(each => each.querySelector('.pick').textContent === arguments[0]).dataset.place;""", street);
    }

    /** The names are there letter by letter, none has become an element, none has made the page wider than the screen. */
    private void assertShown(String css, String... names) {
        assertThat((String) browser.script("return document.querySelector(arguments[0]).textContent", css))
                .contains(names);
        assertThat(browser.all("img[src=x]")).isEmpty();
        for (int width : new int[] {1440, 320}) {
            browser.size(width, 900);
            assertThat((long) browser.script("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            browser.picture("hostile" + css.replaceAll("\\W+", "-") + "-" + width);
        }
        browser.size(1440, 900);
    }
}
