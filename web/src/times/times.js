import { getMonths, getRepeatLocations, getTimes } from "../api.js";
import { count, percent, words } from "../format.js";
import { nameOf, whereOf } from "../places/columns.js";
import { headline, periodWords } from "../places/summary.js";
import { element } from "../ui/element.js";
import { figuresTable } from "../ui/figures.js";
import { showRunPanel } from "../ui/runpanel.js";
import { beforeSection } from "./before.js";
import { monthStrip } from "./months.js";
import { hasNoTimes, weekTable } from "./week.js";

/** When it happens: the whole question by day and hour, the hours of each place, and where it happens again and again. */
export function show(state, actions, panel) {
  showRunPanel("times", state, panel, async ({ run, hotspots }, signal) => {
    const [times, months, repeats] = await Promise.all([getTimes(run, null, signal), getMonths(run, null, signal), getRepeatLocations(run, signal)]);
    return [...body(run, hotspots, { times, months, repeats }, actions), ...(hotspots.length ? beforeSection(run, hotspots, signal) : [])];
  });
}

function body(run, hotspots, { times, months, repeats }, actions) {
  return [
    element("h2", {}, `When: ${headline(run)}`),
    element("p", {}, `${periodWords(run.question)}. ${knownText(times)}`),
    ...(hasNoTimes(times) ? [] : [
      weekTable(times, "large"),
      element("p", { class: "quiet" }, "The darker, the nearer to the fullest hour. A record with a span of hours counts where it began."),
    ]),
    element("h2", {}, "Month by month"),
    monthStrip(months),
    ...(hasNoTimes(times) ? [] : [element("h2", {}, "The places' hours"), ...peaks(hotspots, times, actions)]),
    element("h2", {}, "Again and again"),
    ...again(repeats),
  ];
}

function knownText(times) {
  const { total, hour_known: known, unit } = times;
  if (hasNoTimes(times)) return `Neither day nor hour of any of these ${count(total)} ${unit} is in the data.`;
  const rest = known === total ? "is known." : "is known; the others are not in the table, but beside it.";
  return `The hour of ${known === total ? "all" : `${count(known)} of`} ${count(total)} ${unit} ${rest} Times are London's.`;
}

function peaks(hotspots, times, { select, showTab }) {
  const of = new Map(hotspots.map((hotspot) => [hotspot.id, hotspot.properties]));
  const look = (id) => {
    showTab("places");
    select(id, "map");
  };
  const rows = times.peaks.filter(({ hotspot_id: id }) => of.has(id)).map(({ hotspot_id: id, words: text }) => element("tr", {},
    element("td", { class: "number" }, String(of.get(id).rank)),
    element("td", {}, element("button", { type: "button", class: "pick", onclick: () => look(id) }, nameOf(of.get(id))), ` ${whereOf(of.get(id))}`),
    element("td", {}, words(text))));
  if (!rows.length) return [element("p", {}, "There is no place whose hours could be told.")];
  return [figuresTable("The places' hours", ["#", "Near", "When"], rows)];
}

const MOST_AGAIN = 20;

function again({ sentence, places, unit, repeat_places: all }) {
  const rows = places.slice(0, MOST_AGAIN).map((place) => element("tr", {},
    element("td", { class: "number" }, String(place.rank)),
    element("td", {}, [place.near ?? "Street not named", whereOf(place)].filter(Boolean).join(", ")),
    element("td", { class: "number" }, count(place.count)),
    element("td", { class: "number" }, percent(place.running_share)),
    element("td", { class: "number" }, count(place.months_active)),
    element("td", { class: "whole" }, `${place.first_month} to ${place.last_month}`)));
  const heads = ["#", "Near", words(unit), "Running share", "Months with any", "From and to"];
  const leftOut = rows.length < all ? [element("p", { class: "quiet" }, `The table has the first ${count(rows.length)} of these ${count(all)} places.`)] : [];
  return [element("p", {}, sentence), ...leftOut, ...(rows.length ? [figuresTable("Places again and again", heads, rows)] : [])];
}
