package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Where knife crime in Rugby concentrates on Friday and Saturday nights, and a brief of two of its places. */
class PlannerTaskTest extends SampleTask {
    private static final String FIRST_STOP = "#shortlist .stops li:first-child ";

    @Test
    void withTheMouse() throws Exception {
        open("");
        ask(() -> browser.choose("theme", "knife"));
        ask(() -> browser.choose("area", "town:rugby"));
        ask(() -> browser.choose("shift", "weekend_night"));
        // At the usual width the town centre is one place; a narrower look tells its two ends apart.
        assertThat(places()).hasSize(1);
        browser.find("#filters .method summary").click();
        ask(() -> browser.find("input[name=bandwidth_m]").sendKeys(Keys.chord(Keys.CONTROL, "a"), "150", Keys.TAB));
        assertThat(browser.text("#answer")).contains("knife crime", "Rugby");
        assertThat(browser.text("#verdict")).contains("Friday and Saturday 21:00 to 03:00", "is concentrated");
        assertThat(texts("#chips .chip")).hasSize(6);

        List<String> places = places();
        browser.all("#list .add").get(0).click();
        browser.all("#list .add").get(1).click();
        assertThat(browser.find("#list .add").getText()).isEqualTo("Added");
        browser.find("#shortlist-open").click();
        browser.find(FIRST_STOP + "[id^=down]").click();
        assertThat(browser.text(FIRST_STOP + "a")).startsWith(places.get(1));
        browser.find(FIRST_STOP + "input").sendKeys(Keys.chord(Keys.CONTROL, "a"), "25", Keys.TAB);
        assertThat(browser.text("#shortlist .total")).startsWith("2 places, 40 minutes");
        browser.picture("task-planner-shortlist");
        assertBriefOf(places.get(1), places.get(0));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void withTheKeyboardAlone() throws Exception {
        open("");
        chooseByKey("theme", "Knife");
        chooseByKey("area", "Rugby");
        chooseByKey("shift", "Friday");
        browser.tabTo("#filters .method summary");
        browser.type(Keys.ENTER);
        browser.tabTo("input[name=bandwidth_m]");
        ask(() -> browser.type(Keys.chord(Keys.CONTROL, "a"), "150", Keys.TAB));
        assertThat(browser.address()).contains("theme=knife", "rugby", "hours=21-3", "bandwidth_m=150");

        List<String> places = places();
        browser.tabTo("#list .pick");
        browser.type(Keys.ENTER);
        assertThat(browser.text("#why-title")).contains(places.get(0));
        browser.type(Keys.ARROW_DOWN);
        assertThat(browser.text("#why-title")).contains(places.get(1));
        browser.type(Keys.ARROW_UP);
        browser.tabTo("#list [data-place=h1] .add");
        browser.type(Keys.SPACE);
        browser.tabTo("#list [data-place=h2] .add");
        browser.type(Keys.ENTER);
        browser.tabBackTo("#shortlist-open");
        browser.type(Keys.ENTER);

        browser.tabTo("#shortlist [id^=down-h1-]");
        browser.type(Keys.ENTER);
        browser.tabBackTo("#shortlist [id^=minutes-h2-]");
        browser.type(Keys.chord(Keys.CONTROL, "a"), "25", Keys.TAB);
        assertThat(browser.text("#shortlist .total")).startsWith("2 places, 40 minutes");
        browser.tabTo("#shortlist a[href*='brief.pdf']");
        assertBriefOf(places.get(1), places.get(0));
        browser.type(Keys.ESCAPE);
        assertThat(browser.find("#shortlist").isDisplayed()).isFalse();
        assertThat(browser.hasFocus("#shortlist-open")).isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    private void chooseByKey(String name, String firstLetters) {
        browser.tabTo("#field-" + name);
        ask(() -> browser.type(firstLetters));
        assertThat(browser.hasFocus("#field-" + name)).isTrue();
    }

    private void assertBriefOf(String first, String second) throws Exception {
        List<String> pages = brief();
        assertThat(pages).hasSizeGreaterThanOrEqualTo(2);
        assertThat(pages.get(0)).contains(first, "25 minutes");
        assertThat(pages.get(1)).contains(second, "15 minutes");
    }
}
