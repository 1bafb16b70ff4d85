package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The journeys on a stub of the server, and the states that a sound server seldom shows. */
class StubPageTest extends PageJourneys {
    private final StubServer stub = new StubServer(0);

    StubPageTest() throws IOException {}

    @Override
    String origin() {
        return stub.address();
    }

    @AfterEach
    void mend() {
        stub.isEmpty = false;
        stub.isBroken = false;
        stub.losesTiles = false;
        stub.delayMillis = 0;
        stub.dataVersion = 2;
        stub.marking = "OFFICIAL-SENSITIVE";
    }

    @AfterAll
    void closeStub() {
        stub.close();
    }

    @Test
    void theHeaderIsMarkedAsTheDataAreAndNotWithoutData() {
        for (String marking : List.of("OFFICIAL-SENSITIVE", "OFFICIAL", "Synthetic sample")) {
            stub.marking = marking;
            open("");
            browser.awaitPhase("shown");
            assertThat(browser.find("#marking").getText()).isEqualTo(marking);
        }
        stub.isEmpty = true;
        open("");
        browser.awaitPhase("empty");
        assertThat(browser.find("#marking").isDisplayed()).isFalse();
    }

    @Test
    void withoutDataThePageSaysHowToLoadSome() {
        stub.isEmpty = true;
        open("");
        browser.awaitPhase("empty");
        assertThat(browser.text("#message")).contains("No data yet", "hotspots.jar");
        assertThat(browser.text("#freshness")).isEqualTo("No data yet");
        browser.picture("no-data");
    }

    @Test
    void theFirstWaitShowsAListToCome() {
        stub.delayMillis = 1_500;
        open("");
        browser.awaitPhase("asking");
        assertThat(browser.find("#list .skeleton").isDisplayed()).isTrue();
        assertThat(browser.text("#freshness"))
                .contains("Data to 31 October 2026, imported 18 Nov 2026, 06:10, version 2");
        browser.picture("loading");
        browser.awaitPhase("shown");
        assertThat(browser.all("#list .skeleton")).isEmpty();
    }

    @Test
    void Q04_aTableThatIsCutShortSaysSo() {
        open("#theme=asb&tab=times");
        browser.awaitPhase("shown");
        browser.await(
                "the repeat locations",
                () -> browser.all("#panel-times p").stream()
                        .anyMatch(each -> each.getText().equals("The table has the first 5 of these 8 places.")));
    }

    @Test
    void whoWantsNoMotionGetsNone() {
        stub.delayMillis = 1_500;
        for (boolean isWanted : new boolean[] {true, false}) {
            browser.wantMotion(isWanted);
            open("");
            browser.awaitPhase("asking");
            browser.find("#list .skeleton");
            assertThat((long) browser.script("return document.getAnimations().length") > 0)
                    .isEqualTo(isWanted);
            browser.awaitPhase("shown");
            assertThat(browser.all("#map.leaflet-fade-anim").isEmpty()).isEqualTo(!isWanted);
        }
        stub.delayMillis = 0;
        browser.all("#list .pick").get(2).click();
        assertThat((String) browser.script("""
                const before = document.querySelector('#map .leaflet-map-pane').style.transform;
                return new Promise(done => setTimeout(() =>
                    done(before + ' then ' + document.querySelector('#map .leaflet-map-pane').style.transform), 100));""")).matches("(.*) then \\1");
        browser.show("screen", false);
    }

    @Test
    void theColoursChosenByHandStay() {
        String colour = "return getComputedStyle(document.body).color + ', ' + document.documentElement.dataset.look";
        open("");
        browser.awaitPhase("shown");
        Object light = browser.script(colour);
        assertThat(browser.text("#look")).endsWith("Auto");
        browser.find("#look").click();
        assertThat(browser.text("#look")).endsWith("Dark");
        Object dark = browser.script(colour);
        assertThat(dark).asString().isEqualTo("rgb(229, 234, 240), dark");
        browser.reload();
        browser.awaitPhase("shown");
        assertThat(browser.script(colour)).isEqualTo(dark);
        browser.show("print", false);
        assertThat(browser.script("return getComputedStyle(document.body).color"))
                .isEqualTo("rgb(23, 32, 43)");
        browser.show("screen", true);
        browser.find("#look").click();
        assertThat(browser.script(colour)).isEqualTo("rgb(23, 32, 43), light");
        browser.show("screen", false);
        browser.find("#look").click();
        assertThat(browser.script(colour)).isEqualTo(light);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whereNothingMatchesAFilterIsOfferedToRelax() {
        open("#theme=hate&strand=transgender");
        browser.awaitPhase("shown");
        assertThat(browser.text("#message")).contains("No incidents match", "Every strand");
        browser.picture("nothing-matches");
        String run = run();
        browser.find("#message button").click();
        browser.awaitOtherRun(run);
        assertThat(browser.address()).doesNotContain("strand");
        assertThat(rows()).isNotEmpty();
    }

    @Test
    void lessStableOutlinesAreDashedOrHiddenAndTheSelectedPlaceSaysWhy() {
        browser.awaitPhase("shown");
        browser.await(
                "standings have come",
                () -> browser.all("#map path.outline.dashed").isEmpty() ? null : true);
        String hidden = browser.find("#map path.outline.unsteady").getDomAttribute("data-place");
        assertThat(browser.find("#map path.outline.unsteady").isDisplayed()).isFalse();
        assertThat(browser.find("#map path.outline[data-place=h1]").getDomAttribute("class"))
                .doesNotContain("dashed", "unsteady");
        browser.find("#list .pick").click();
        assertThat(browser.text("#why .standing"))
                .isEqualTo("Stays in 180 of 189 resamples; chance seldom makes one as large (p 0.01);"
                        + " found by 2 of 2 methods.");
        assertThat(browser.text("#list tr.selected .stays")).isEqualTo("Firm: stays in 95 %");
        browser.picture("standing-1440");
        browser.find("#list tr[data-place=" + hidden + "] .pick").click();
        assertThat(browser.find("#map path.outline.unsteady").isDisplayed()).isTrue();
        assertThat(browser.text("#why .standing")).contains("Stays in 40 of 189 resamples", "could be chance (p 0.34)");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aWardIsChosenByNameAndThenDrawn() {
        open("");
        browser.awaitPhase("shown");
        browser.await(
                "wards are listed",
                () -> browser.all("#field-area option[value='ward:hill-end']").isEmpty() ? null : true);
        String run = run();
        browser.choose("area", "ward:hill-end");
        browser.awaitOtherRun(run);
        assertThat(browser.text("#answer")).endsWith("Hill End");
        assertThat(browser.text("#chips .chip")).startsWith("Hill End");
        browser.await(
                "the ward is drawn",
                () -> browser.all("#map path.border.chosen").isEmpty() ? null : true);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anAreaThatIsNotListedStandsInTheFilterByItsName() {
        open("#area=drawn:428000,265000%3B432000,265000%3B432000,269000");
        browser.awaitPhase("shown");
        browser.await("the areas have come", () -> browser.all("#field-area").isEmpty() ? null : true);
        assertThat((String) browser.script("return document.querySelector('#field-area').selectedOptions[0].text"))
                .isEqualTo("Drawn area");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPeriodIsAFullQuarterOrTheSameAYearBefore() {
        open("");
        browser.awaitPhase("shown");
        browser.await("the filter has come", () -> browser.all("#field-period").isEmpty() ? null : true);
        String run = run();
        browser.choose("period", "last_quarter");
        browser.awaitOtherRun(run);
        assertThat(browser.text("#summary")).contains("1 July 2026 to 30 September 2026");
        String quarter = run();
        browser.choose("period", "year_before");
        browser.awaitOtherRun(quarter);
        assertThat(browser.text("#summary")).contains("1 July 2025 to 30 September 2025");
        assertThat(browser.text("#chips .chip")).startsWith("1 July 2025 to 30 September 2025");
        assertThat(browser.find("#field-period").getDomProperty("value")).isEqualTo("own");
        assertThat(browser.find("#field-from").getDomProperty("value")).isEqualTo("2025-07-01");
    }

    @Test
    void aPeriodOutsideTheDataIsToldAsSuchAndHasAWayBack() {
        open("#period=own&from=2020-01-01&to=2020-02-01");
        browser.awaitPhase("shown");
        assertThat(browser.text("#message"))
                .contains("The data do not cover this period", "They reach from 1 November 2023 to 31 October 2026.");
        assertThat(browser.text("#summary")).contains("1 January 2020 to 31 January 2020, which the data do not cover");
        assertThat(browser.all("#slider"))
                .allSatisfy(slider -> assertThat(slider.isDisplayed()).isFalse());
        String run = run();
        browser.find("#message button").click();
        browser.awaitOtherRun(run);
        assertThat(browser.text("#message")).isEmpty();
    }

    @Test
    void aFailureGivesItsRequestAndRetryWorks() {
        browser.awaitPhase("shown");
        stub.isBroken = true;
        browser.choose("theme", "knife");
        browser.awaitPhase("failed");
        assertThat(browser.text("#message"))
                .contains(
                        "The database does not answer",
                        "Offences cannot be read",
                        "00000000-0000-4000-8000-000000000042");
        assertThat(browser.text("#status")).isEqualTo("The database does not answer");
        browser.picture("failed");
        stub.isBroken = false;
        browser.find("#message button").click();
        browser.awaitPhase("shown");
        assertThat(browser.text("#answer")).contains("knife crime");
    }

    @Test
    void aRefusedParameterIsNamed() {
        open("#theme=wizardry");
        browser.awaitPhase("failed");
        assertThat(browser.text("#message")).contains("theme=wizardry: one of knife, hate, asb, all");
    }

    @Test
    void aLongWaitCanBeCancelledAndThePageReturnsToWhatItShows() {
        browser.awaitPhase("shown");
        String run = run();
        String sentence = browser.text("#summary");
        stub.delayMillis = 8_000;
        browser.choose("theme", "knife");
        browser.awaitPhase("asking");
        browser.await("Cancel is offered", () -> browser.all("#message button").isEmpty() ? null : true);
        browser.picture("slow");
        browser.find("#message button").click();
        browser.awaitPhase("shown");
        assertThat(run()).isEqualTo(run);
        assertThat(browser.text("#summary")).isEqualTo(sentence);
        assertThat(browser.find("select[name=theme]").getDomProperty("value")).isEmpty();
    }

    @Test
    void lostTilesAreHatchedAndAskedForAgain() {
        stub.losesTiles = true;
        open("");
        browser.awaitPhase("shown");
        browser.await(
                "lost tiles are told", () -> browser.all("#tile-faults button").isEmpty() ? null : true);
        assertThat(browser.text("#tile-faults")).contains("Hatched is unknown, not zero");
        assertThat(browser.all("#map .leaflet-run-pane img[src^='data:image/svg']"))
                .isNotEmpty();
        browser.picture("lost-tiles");
        stub.losesTiles = false;
        browser.find("#tile-faults button").click();
        browser.await(
                "the tiles came",
                () -> browser.all("#map .leaflet-run-pane img.leaflet-tile-loaded[src*='/api/v1/runs/']")
                                .isEmpty()
                        ? null
                        : true);
        assertThat(browser.all("#tile-faults button")).isEmpty();
        assertThat(browser.all("#map .leaflet-run-pane img[src^='data:image/svg']"))
                .isEmpty();
    }

    @Test
    void newDataAreToldWithTheNextAnswer() {
        browser.awaitPhase("shown");
        assertThat(browser.text("#freshness")).contains("version 2");
        stub.dataVersion = 3;
        String run = run();
        browser.choose("theme", "knife");
        browser.awaitOtherRun(run);
        assertThat(browser.text("#freshness")).contains("version 3");
        assertThat(browser.text("#run-line")).contains("data version 3");
    }

    @Test
    void aPermalinkOfAnOlderVersionSaysThatThereIsANewer() {
        browser.awaitPhase("shown");
        String run = run();
        String permalink = browser.find("#run-line a").getDomProperty("href");
        stub.dataVersion = 3;
        browser.open(permalink);
        browser.awaitPhase("shown");
        assertThat(run()).isEqualTo(run);
        assertThat(browser.text(".newer")).contains("data version 2", "version 3");
        browser.find(".newer button").click();
        browser.awaitOtherRun(run);
    }
}
