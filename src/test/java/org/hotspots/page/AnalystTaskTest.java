package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** An analyst loads an extract of which some rows cannot be read, decides about them, and takes the answer elsewhere. */
class AnalystTaskTest extends SampleTask {
    private static final String HEADER =
            "record_kind,crime_number,incident_number,recorded_at,occurred_from,ho_class,ho_subclass,offence,"
                    + "knife_enabled,easting,northing,geocode_class,location,setting,last_updated";
    private static final int GOOD_ROWS = 40;

    @TempDir
    Path folder;

    @Test
    void checkLoadReviewAcceptAndTakeAway() throws Exception {
        open("");
        ask(() -> browser.choose("theme", "knife"));
        ask(() -> browser.choose("area", "town:kenilworth"));
        String before = run();

        browser.find("#tab-data").click();
        browser.find("#files")
                .sendKeys(
                        extract("kenilworth", "Fixture Yard", 428_800, 271_700).toString());
        assertThat(browser.text("#files-chosen")).startsWith("kenilworth.csv (");
        browser.find("#check").click();
        String checked = awaitImport("Checked, nothing stored: kenilworth.csv");
        assertThat(checked)
                .contains("45 rows read", "40 inserted", "5 quarantined", "Refused because:")
                .contains("unknown value 3", "date format 2");

        browser.find("#load").click();
        assertThat(awaitImport("Waits for review: kenilworth.csv")).contains("5 quarantined");
        HttpResponse<byte[]> refused =
                get(browser.find("article.needs_review a[href*='quarantine']").getDomProperty("href"));
        assertThat(new String(refused.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("kenilworth-BAD1", "kenilworth-BAD5")
                .doesNotContain("kenilworth-GOOD");
        browser.picture("task-analyst-review");
        browser.find("#tab-places").click();
        browser.await(
                "what is held", () -> browser.text("#held").contains("5 of its 45 rows were refused") ? true : null);
        browser.find("#held button").click();
        assertThat(browser.hasFocus("#tab-data")).isTrue();
        browser.find("#accept").click();
        awaitImport("Loaded: kenilworth.csv");
        browser.awaitPhase("shown");

        browser.find("#tab-places").click();
        browser.awaitOtherRun(before);
        assertThat(browser.text("#held")).isEmpty();
        browser.find("#ways input[value=analyst]").click();
        assertThat(places().get(0)).isEqualTo("Fixture Yard");
        assertThat(browser.find("#list tr[data-place=h1]").getText()).contains("Kenilworth");
        browser.picture("task-analyst-taken");
        assertTheAnswerIsTheSameElsewhere("Fixture Yard");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void withTheKeyboardAlone() throws Exception {
        open("#theme=knife&area=town:coleshill");
        browser.tabTo("#tab-places");
        browser.type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        browser.tabTo("#files"); // the dialogue that Space would open here is the system's
        browser.find("#files")
                .sendKeys(extract("coleshill", "Harness Yard", 420_000, 289_000).toString());
        browser.tabTo("#check");
        browser.type(Keys.ENTER);
        assertThat(awaitImport("Checked, nothing stored: coleshill.csv")).contains("40 inserted", "5 quarantined");
        browser.tabTo("#load");
        browser.type(Keys.SPACE);
        awaitImport("Waits for review: coleshill.csv");
        browser.tabTo("#accept");
        browser.type(Keys.ENTER);
        awaitImport("Loaded: coleshill.csv");
        browser.awaitPhase("shown");

        browser.tabBackTo("#tab-data");
        browser.type(Keys.HOME);
        browser.tabTo("#ways input");
        browser.type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        browser.await("the yard in the list", () -> places().contains("Harness Yard") ? true : null);
        browser.tabTo("#list .pick");
        browser.tabTo("#take a[download^=hotspots]");
        assertTheAnswerIsTheSameElsewhere("Harness Yard");
        assertThat(browser.complaints()).isEmpty();
    }

    private void assertTheAnswerIsTheSameElsewhere(String yard) throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode places =
                json.readTree(get(browser.find("#take a[download^=hotspots]").getDomProperty("href"))
                        .body());
        assertThat(places.get("type").asText()).isEqualTo("FeatureCollection");
        assertThat(places.get("features")).hasSize(places().size());
        JsonNode first = places.at("/features/0/properties");
        assertThat(first.get("near").asText()).isEqualTo(yard);
        assertThat(first.get("count").asInt()).isGreaterThanOrEqualTo(GOOD_ROWS);

        String line = browser.text("#take pre");
        assertThat(line).startsWith("curl '").endsWith("'");
        String address = line.substring("curl '".length(), line.length() - 1);
        assertThat(json.readTree(get(address).body()).get("run_id").asText()).startsWith(run());
    }

    /** The text of the import that is told of so. */
    private String awaitImport(String title) {
        return browser.await(
                title,
                () -> browser.all("#panel-data article.import").stream()
                        .map(article -> article.getText())
                        .filter(text -> text.startsWith(title))
                        .findFirst()
                        .orElse(null));
    }

    /** A file with the town's name: robberies with a knife in one yard, at three spots of it, as a street with fewer is not named; one row in nine cannot be read. */
    private Path extract(String town, String yard, int easting, int northing) throws Exception {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 1; i <= GOOD_ROWS + 5; i++) {
            boolean isGood = i <= GOOD_ROWS;
            String number = (isGood ? "GOOD" : "BAD") + (isGood ? i : i - GOOD_ROWS);
            String at = i > GOOD_ROWS + 3 ? "07/10/2026 22:10" : "2026-10-%02dT22:10:00".formatted(i % 28 + 1);
            String isKnife = isGood || i > GOOD_ROWS + 3 ? "Y" : "perhaps";
            lines.add(
                    "crime,%1$s-%2$s,%1$s-I-%2$s,%3$s,%3$s,34B,,Robbery of personal property,%4$s,%5$d,%6$d,street,%7$s,public_place,%3$s"
                            .formatted(town, number, at, isKnife, easting + 15 * (i % 3), northing, yard));
        }
        return Files.write(folder.resolve(town + ".csv"), lines);
    }
}
