package org.hotspots.page;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(strings = {"docs", "problems/invalid-parameter"})
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
}
