package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A neighbourhood team at the beginning of its shift: its own area, the shift that is on, one place to go to. */
class TeamTaskTest extends SampleTask {
    @Test
    void myAreaThisShift() throws Exception {
        browser.pretendItIs(Instant.parse("2026-11-20T22:30:00Z"));
        open("");
        browser.find("#ways input[value=team]").click();
        assertThat(browser.text("#team")).contains("Choose your area above; this device remembers it.");
        ask(() -> browser.choose("area", "town:rugby"));

        // Another day: the page is opened without an address of its own, and knows the area.
        open("#way=team");
        ask(() -> browser.findByText("#team button", "My area: Rugby").click());
        ask(() -> browser.findByText("#team button", "This shift: night, 22:00 to 07:00")
                .click());
        assertThat(browser.address()).contains("area=town:rugby", "hours=22-7");
        assertThat(texts("#team button")).containsExactly("Any time");
        assertThat(browser.all("#list .card")).isNotEmpty();
        assertThat(browser.all("#list table")).isEmpty();

        String first = places().get(0);
        assertThat(browser.text("#list .card")).contains(first, "Rugby", "% of all");
        browser.find("#list .card .add").click();
        browser.picture("task-team-cards");
        browser.size(360, 740);
        browser.picture("task-team-360");
        browser.find("#shortlist-open").click();
        assertThat(browser.text("#shortlist .total")).startsWith("1 place, 15 minutes");
        assertThat(brief().get(0)).contains(first, "15 minutes");
        browser.picture("task-team-shortlist-360");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void withTheKeyboardAlone() throws Exception {
        browser.pretendItIs(Instant.parse("2026-11-20T22:30:00Z"));
        open("");
        browser.tabTo("#ways input");
        browser.type(Keys.ARROW_RIGHT);
        browser.tabTo("#field-area");
        ask(() -> browser.type("Rugby"));

        open("#way=team");
        browser.tabTo("#team button");
        ask(() -> browser.type(Keys.ENTER));
        browser.tabTo("#team button");
        ask(() -> browser.type(Keys.SPACE));
        assertThat(browser.address()).contains(":rugby", "hours=22-7");

        String first = places().get(0);
        browser.tabTo("#list .card .add");
        browser.type(Keys.ENTER);
        browser.tabBackTo("#shortlist-open");
        browser.type(Keys.ENTER);
        browser.tabTo("#shortlist a[href*='brief.pdf']");
        assertThat(brief().get(0)).contains(first, "15 minutes");
        assertThat(browser.complaints()).isEmpty();
    }
}
