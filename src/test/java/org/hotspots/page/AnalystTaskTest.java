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
        browser.find("#files").sendKeys(extract().toString());
        assertThat(browser.text("#files-chosen")).startsWith("october.csv (");
        browser.find("#check").click();
        String checked = awaitImport("Checked, nothing stored: october.csv");
        assertThat(checked)
                .contains("45 rows read", "40 inserted", "5 quarantined", "Refused because:")
                .contains("unknown value 3", "date format 2");

        browser.find("#load").click();
        assertThat(awaitImport("Waits for review: october.csv")).contains("5 quarantined");
        HttpResponse<byte[]> refused =
                get(browser.find("article.needs_review a[href*='quarantine']").getDomProperty("href"));
        assertThat(new String(refused.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("T26-BAD1", "T26-BAD5")
                .doesNotContain("T26-GOOD");
        browser.picture("task-analyst-review");
        browser.find("#tab-places").click();
        browser.await(
                "what is held", () -> browser.text("#held").contains("5 of its 45 rows were refused") ? true : null);
        browser.find("#held button").click();
        assertThat(browser.hasFocus("#tab-data")).isTrue();
        browser.find("#accept").click();
        awaitImport("Loaded: october.csv");
        browser.awaitPhase("shown");

        browser.find("#tab-places").click();
        browser.awaitOtherRun(before);
        assertThat(browser.text("#held")).isEmpty();
        browser.find("#ways input[value=analyst]").click();
        assertThat(places().get(0)).isEqualTo("Fixture Yard");
        assertThat(browser.find("#list tr[data-place=h1]").getText()).contains("Kenilworth");
        browser.picture("task-analyst-taken");
        assertTheAnswerIsTheSameElsewhere();
        assertThat(browser.complaints()).isEmpty();
    }

    private void assertTheAnswerIsTheSameElsewhere() throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode places =
                json.readTree(get(browser.find("#take a[download^=hotspots]").getDomProperty("href"))
                        .body());
        assertThat(places.get("type").asText()).isEqualTo("FeatureCollection");
        assertThat(places.get("features")).hasSize(places().size());
        JsonNode first = places.at("/features/0/properties");
        assertThat(first.get("near").asText()).isEqualTo("Fixture Yard");
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

    /** Robberies with a knife in one yard of Kenilworth, and one row in nine that cannot be read. */
    private Path extract() throws Exception {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 1; i <= GOOD_ROWS; i++)
            lines.add(row("GOOD" + i, i % 3, "2026-10-%02dT22:10:00".formatted(i % 28 + 1), "Y"));
        for (int i = 1; i <= 3; i++) lines.add(row("BAD" + i, 0, "2026-10-07T22:10:00", "perhaps"));
        for (int i = 4; i <= 5; i++) lines.add(row("BAD" + i, 0, "07/10/2026 22:10", "Y"));
        return Files.write(folder.resolve("october.csv"), lines);
    }

    /** @param spot one of three along the yard: a street with fewer is not named */
    private static String row(String number, int spot, String at, String isKnife) {
        return "crime,T26-%s,I26-%s,%s,%s,34B,,Robbery of personal property,%s,%d,271700,street,Fixture Yard,public_place,%s"
                .formatted(number, number, at, at, isKnife, 428_800 + 15 * spot, at);
    }
}
