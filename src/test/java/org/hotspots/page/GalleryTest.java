package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A picture of each state at three widths, for people to look at; what a program can see is checked: nothing overlaps or is cut. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryTest {
    private static final List<Width> WIDTHS =
            List.of(new Width("wide", 1440, 900), new Width("middle", 1024, 768), new Width("phone", 360, 740));

    /** Pairs of what lies on the map that cover each other, each by more than a hair. */
    private static final String OVERLAPS = """
            const parts = ['#legend-fold', '#slider', '#draw', '#tile-faults', '.leaflet-control-zoom', '.leaflet-control-scale', '#why']
                .map(css => [css, document.querySelector(css)])
                .filter(([, part]) => part && part.checkVisibility())
                .map(([css, part]) => [css, part.getBoundingClientRect()]);
            const isOver = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
                && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
            return parts.flatMap(([css, box], at) => parts.slice(at + 1).filter(([, other]) => isOver(box, other))
                .map(([other]) => css + ' over ' + other));
            """;

    /** Names on the map that cover each other or a place's number. */
    private static final String CROWDED_NAMES = """
            const boxes = css => [...document.querySelectorAll(css)].filter(part => part.checkVisibility({visibilityProperty: true}))
                .map(part => [part.textContent, part.getBoundingClientRect()]);
            const names = boxes('.label:not(.crowded) span');
            const all = [...names, ...boxes('.badge:not(.unsteady)')];
            const isOver = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
            return names.flatMap(([name, box], at) => all.slice(at + 1).filter(([, other]) => isOver(box, other))
                .map(([other]) => name + ' over ' + other));
            """;

    private final StubServer stub = new StubServer(0);
    private Browser browser;

    private record Width(String name, int width, int height) {
        boolean isPhone() {
            return width < 1024;
        }
    }

    GalleryTest() throws IOException {}

    @BeforeAll
    void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    void close() {
        browser.close();
        stub.close();
    }

    @Test
    void theListInEachWayOfWorking() {
        for (String way : List.of("planner", "team", "analyst")) picture("places-" + way, "#way=" + way, "shown");
    }

    @Test
    void aPlaceAndWhy() {
        picture("why", "#area=town:kingsford&place=h1", "shown");
    }

    @Test
    void theOtherTabs() {
        for (String tab : List.of("times", "data", "about")) picture(tab, "#tab=" + tab, "shown");
    }

    @Test
    void nothingMatches() {
        picture("nothing-matches", "#theme=hate&strand=transgender", "shown");
    }

    @Test
    void someDaysAndHours() {
        picture("days-and-hours", "#days=friday&hours=21-3", "shown");
    }

    @Test
    void theMapInDensityAndCells() {
        for (String layer : List.of("density", "cells")) pictureOfMap("map-" + layer, "#layer=" + layer);
    }

    @Test
    void inTheDark() {
        browser.show("screen", true);
        picture("dark", "#place=h1", "shown");
        pictureOfMap("dark-map", "");
        browser.show("screen", false);
    }

    @Test
    void lostTiles() {
        stub.losesTiles = true;
        pictureOfMap("lost-tiles", "");
        stub.losesTiles = false;
    }

    @Test
    void withoutDataAndWithoutDatabase() {
        stub.isEmpty = true;
        picture("empty", "", "empty");
        stub.isEmpty = false;
        stub.isBroken = true;
        picture("failed", "", "failed");
        stub.isBroken = false;
    }

    private void picture(String name, String fragment, String phase) {
        for (Width width : WIDTHS) {
            show(width, fragment, phase);
            take(name, width);
        }
    }

    /** On a phone the map lies behind a button. */
    private void pictureOfMap(String name, String fragment) {
        for (Width width : WIDTHS) {
            show(width, fragment, "shown");
            if (width.isPhone()) browser.find("#flip").click();
            browser.await("numbers on the map", () -> browser.all("#map .badge").isEmpty() ? null : true);
            browser.await(
                    "names clear of each other", () -> strings(CROWDED_NAMES).isEmpty() ? true : null);
            take(name, width);
            assertThat(strings(OVERLAPS)).as("%s, %s", name, width.name()).isEmpty();
        }
    }

    private void show(Width width, String fragment, String phase) {
        browser.size(width.width(), width.height());
        browser.open(stub.address() + "/" + fragment);
        browser.awaitPhase(phase);
        if (fragment.contains("tab=")) {
            String tab = fragment.substring(fragment.indexOf("tab=") + 4);
            browser.await(
                    "the tab's content",
                    () -> browser.all("#panel-" + tab + " h2").isEmpty() ? null : true);
        }
        if (fragment.contains("place="))
            browser.await("why", () -> browser.all("#why .week").isEmpty() ? null : true);
    }

    private void take(String name, Width width) {
        browser.picture(name + "-" + width.name());
        assertThat(browser.script("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("%s, %s: nothing is wider than the page", name, width.name())
                .isEqualTo(0L);
    }

    @SuppressWarnings("unchecked")
    private List<String> strings(String code) {
        return (List<String>) browser.script(code);
    }
}
