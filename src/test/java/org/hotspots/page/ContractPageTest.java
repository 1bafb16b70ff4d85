package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;

/** The plain pages that the server makes itself, as axe sees them, light and dark, no wider than a narrow screen. */
@ExtendWith(SharedDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractPageTest {
    private static final int NARROW = 320;

    private final Browser browser = new Browser();

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs", "connect", "problems/invalid-parameter"})
    void everyoneCanReadIt(String path) {
        String name = path.replace('/', '-');
        browser.size(NARROW, 740);
        browser.open(SharedDemo.origin() + "/" + path);
        SoftAssertions all = new SoftAssertions();
        all.assertThat((long) browser.script("return document.documentElement.scrollWidth"))
                .as("width of the page")
                .isLessThanOrEqualTo(NARROW);
        all.assertThat(browser.violations()).as("light").isEmpty();
        browser.picture("axe-" + name + "-320");
        browser.show("screen", true);
        all.assertThat(browser.violations("color-contrast")).as("dark").isEmpty();
        browser.show("screen", false);
        all.assertAll();
    }

    @Test
    void whatTheConnectPageShowsCanBeCopied() {
        browser.onEveryPage(
                "if (navigator.clipboard) navigator.clipboard.writeText = async (text) => { document.documentElement.dataset.copied = text; };");
        browser.open(SharedDemo.origin() + "/connect");
        List<String> shown = browser.all("main td code, main pre").stream()
                .map(WebElement::getText)
                .toList();
        assertThat(shown).contains(SharedDemo.origin() + "/ogc").hasSizeGreaterThan(5);
        List<WebElement> buttons = browser.await("buttons", () -> {
            List<WebElement> all = browser.all("main button");
            return all.size() == shown.size() ? all : null;
        });
        for (int i = 0; i < shown.size(); i++) {
            String text = shown.get(i);
            browser.press(buttons.get(i));
            browser.await(
                    "a copy of " + text,
                    () -> text.equals(browser.script("return document.documentElement.dataset.copied")) ? true : null);
        }
        assertThat(buttons).extracting(WebElement::getText).containsOnly("Copied");
        assertThat(browser.complaints()).isEmpty();
    }
}
