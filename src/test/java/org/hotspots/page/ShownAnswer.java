package org.hotspots.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person reads off the page, figure by figure, from the text that stands there. */
record ShownAnswer(JsonNode seen) {
    private static final Pattern WHOLE = Pattern.compile("[0-9][0-9,]*");

    /** Changes the address and waits for the answer; returns the phase. */
    private static final String ASK = """
            const [fragment] = arguments;
            return new Promise((resolve) => {
              addEventListener("hashchange", async () => {
                while (document.body.dataset.phase === "asking") await new Promise((go) => setTimeout(go, 5));
                resolve(document.body.dataset.phase);
              }, { once: true });
              location.hash = fragment;
            });""";

    private static final String LOOK = """
            const text = (css, within = document) => within.querySelector(css)?.textContent ?? "";
            const tooltip = (id) => {
              const outline = document.querySelector(`#map path.outline[data-place="${id}"]`);
              if (!outline) return "no outline";
              outline.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
              const told = text("#map .leaflet-tooltip");
              outline.dispatchEvent(new MouseEvent("mouseout", { bubbles: true }));
              return told;
            };
            const places = [...document.querySelectorAll("#list [data-place]")].map((row) => ({
              id: row.dataset.place, rank: text(".rank", row),
              count: text("td.number span", row) || text("p:not(.peak)", row), tooltip: tooltip(row.dataset.place) }));
            const outlined = [...document.querySelectorAll("#map path.outline")].map((path) => path.dataset.place);
            return JSON.stringify({
              run: new URLSearchParams(document.querySelector("#run-line a").hash.slice(1)).get("run"),
              heading: text("#answer"), status: text("#status"), legend: text("#legend .about"), more: text("#list .more"),
              places, outlines: new Set(outlined).size, badges: [...document.querySelectorAll("#map .badge")].map((badge) => badge.textContent) });""";

    private static final String TAKE = """
            document.querySelector("#ways input[value=analyst]").click();
            const files = Object.fromEntries([...document.querySelectorAll("#take .files dd")].map((dd) => [dd.previousElementSibling.textContent, dd.firstElementChild.href]));
            const counts = [...document.querySelectorAll("#list tr[data-place] td.number:nth-child(3) span")].map((cell) => cell.textContent);
            const [curl, command] = [...document.querySelectorAll("#take pre")].map((pre) => pre.textContent);
            return JSON.stringify({ files, counts, curl, command });""";

    private static final String TIMES = """
            document.querySelector("#panel-times .panel-body")?.setAttribute("data-old", "");
            document.getElementById("tab-times").click();
            return new Promise(async (resolve) => {
              const panel = document.getElementById("panel-times");
              while (!panel.querySelector(".panel-body:not([data-old])")) await new Promise((go) => setTimeout(go, 5));
              const numbers = (css) => [...panel.querySelectorAll(css)].map((cell) => Number(cell.textContent.replaceAll(",", "")));
              resolve(JSON.stringify({
                heading: panel.querySelector("h2").textContent, known: panel.querySelector("p").textContent,
                cells: numbers("table.week tbody td:not(.unknown) span"), unknown: numbers("table.week tbody td.unknown"),
                dayless: panel.querySelector(".scroller > p")?.textContent ?? "0" }));
            });""";

    /** Asks by the address and reads the list, the map and its legend. */
    static ShownAnswer to(DrawnFilter filter, Browser browser) {
        Object phase = browser.script(ASK, filter.fragment());
        if (!"shown".equals(phase))
            throw new AssertionError("the page is " + phase + ": " + browser.text("#message") + " for " + filter);
        return new ShownAnswer(json(browser.script(LOOK)));
    }

    /** Goes on as an analyst: what can be taken along. */
    static JsonNode take(Browser browser) {
        return json(browser.script(TAKE));
    }

    /** Opens the tab of times and reads it. */
    static JsonNode times(Browser browser) {
        return json(browser.script(TIMES));
    }

    private static JsonNode json(Object text) {
        try {
            return new ObjectMapper().readTree((String) text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String run() {
        return seen.get("run").asText();
    }

    /** The number of events, by each place that tells it. */
    Map<String, Long> totals() {
        Map<String, Long> totals = new TreeMap<>();
        totals.put("the heading", number(seen.get("heading").asText()));
        totals.put("the status line", number(seen.get("status").asText()));
        totals.put("the legend", number(seen.get("legend").asText()));
        return totals;
    }

    /** Count of each listed place, by rank. */
    List<Long> listed() {
        List<Long> counts = new ArrayList<>();
        seen.get("places").forEach(place -> counts.add(number(place.get("count").asText())));
        return counts;
    }

    List<String> ids() {
        return seen.get("places").findValuesAsText("id");
    }

    List<String> ranks() {
        return seen.get("places").findValuesAsText("rank");
    }

    /** Rank and count of each listed place, as its outline tells them. */
    List<String> told() {
        return seen.get("places").findValuesAsText("tooltip").stream()
                .map(text -> text.replaceFirst("^([0-9]+)\\. .*: ([0-9]+) \\([^)]*\\)$", "$1: $2"))
                .toList();
    }

    int outlines() {
        return seen.get("outlines").asInt();
    }

    List<String> badges() {
        List<String> badges = new ArrayList<>();
        seen.get("badges").forEach(badge -> badges.add(badge.asText()));
        return badges;
    }

    /** How many places the list holds back until they are asked for. */
    long heldBack() {
        String more = seen.get("more").asText();
        return more.isEmpty() ? 0 : number(more);
    }

    /** The first whole number of a text. */
    static long number(String text) {
        Matcher matcher = WHOLE.matcher(text);
        if (!matcher.find()) throw new AssertionError("no number in " + text);
        return Long.parseLong(matcher.group().replace(",", ""));
    }
}
