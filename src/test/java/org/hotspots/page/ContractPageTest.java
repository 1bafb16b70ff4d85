package org.hotspots.page;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plain pages that the server makes itself, as axe sees them, wide and narrow, light and dark. */
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
        browser.size(1440, 900);
        browser.open(SharedDemo.origin() + "/" + path);
        SoftAssertions all = new SoftAssertions();
        all.assertThat(browser.violations()).as("wide and light").isEmpty();
        browser.show("screen", true);
        all.assertThat(browser.violations("color-contrast")).as("wide and dark").isEmpty();
        browser.picture("axe-" + name + "-1440-dark");
        browser.show("screen", false);
        browser.size(NARROW, 740);
        all.assertThat((long) browser.script("return document.documentElement.scrollWidth"))
                .as("width of the page")
                .isLessThanOrEqualTo(NARROW);
        browser.picture("axe-" + name + "-320");
        all.assertThat(browser.violations()).as("narrow and light").isEmpty();
        all.assertAll();
    }
}
