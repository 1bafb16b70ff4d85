import { getExplanation, getMonths, getTimes, Problem } from "../api.js";
import { areaKind, count, decimal, figure, interval, percent, probability, words } from "../format.js";
import { nameOf, whereOf } from "../places/columns.js";
import { standingText } from "../places/standing.js";
import { addButton, markAdded } from "../shortlist/add.js";
import { monthStrip } from "../times/months.js";
import { hasNoTimes, weekTable } from "../times/week.js";
import { element } from "../ui/element.js";

const SETTLE_MS = 150; // going along the list with the arrow keys asks for the last one only

/** The panel beside the map: why the selected place is one. */
export function showWhy(state, actions) {
  const panel = document.getElementById("why");
  let current = new AbortController();
  let settling = 0;
  panel.addEventListener("keydown", (event) => event.key === "Escape" && close(state, actions));
  state.listen((now, before) => {
    const place = now.hotspots.find(({ id }) => id === now.place);
    const isOther = now.place !== before.place || now.hotspots !== before.hotspots;
    if (isOther) {
      current.abort();
      clearTimeout(settling);
      panel.hidden = !place;
      document.body.classList.toggle("has-why", Boolean(place));
      if (!place) return panel.replaceChildren();
      current = new AbortController();
      draw(panel, place, now, actions, state);
      settling = setTimeout(() => fill(panel, place, now.run, current.signal), SETTLE_MS);
      return;
    }
    if (!place) return;
    if (now.standings !== before.standings) panel.querySelector(".standing").textContent = standingText(now, place.id);
    if (now.shortlist !== before.shortlist) markAdded(panel, now);
  });
}

/** Puts the focus back where the selection was made. */
function close(state, { select }) {
  const { place } = state.get();
  select(null, "list");
  document.querySelector(`#list [data-place="${place}"] .pick, #list [data-place="${place}"] button`)?.focus();
}

function draw(panel, { id, properties: place }, now, actions, state) {
  const where = whereOf(place);
  panel.replaceChildren(
    element("header", {},
      element("h2", { id: "why-title" }, `${place.rank}. ${nameOf(place)}${where && `, ${where}`}`),
      element("button", { type: "button", "aria-label": "Close", onclick: () => close(state, actions) }, "×")),
    element("p", { class: "sentence" }, sentenceOf(place, now.run)),
    element("p", { class: "quiet" }, changeOf(place)),
    element("p", { class: "standing quiet" }, standingText(now, id)),
    element("div", { class: "acts", "data-place": id }, addButton(id, place, actions)),
    element("div", { class: "more-why", "aria-busy": "true" }, element("p", { class: "quiet" }, "Looking closer …")));
  markAdded(panel, now);
}

function sentenceOf(place, { n, count: { unit }, harm }) {
  const share = ` (${percent(place.share)})`;
  const weight = harm ? ` Of harm ${figure(place.harm)} of ${figure(harm.value)} ${harm.unit}${share}.` : "";
  return `${count(place.count)} of ${count(n)} ${unit}${harm ? "" : share}, 95 % interval ${interval(place.count_low, place.count_high)}, ${decimal(place.per_month)} a month.${weight}`;
}

function changeOf({ change }) {
  return change.words ? `Against the period before: ${change.words}.` : change.reason ? `No change against the period before is told. ${change.reason}` : "";
}

async function fill(panel, { id, properties }, run, signal) {
  const holder = panel.querySelector(".more-why");
  try {
    const [explanation, times, months] = await Promise.all([
      getExplanation(run, properties.centre, signal), getTimes(run, id, signal), getMonths(run, id, signal)]);
    if (signal.aborted) return;
    holder.replaceChildren(...when(times, months), ...reasons(explanation, properties));
  } catch (fault) {
    if (fault.name === "AbortError") return;
    if (!(fault instanceof Problem)) throw fault;
    holder.replaceChildren(element("p", { class: "field-fault" }, `Why this place cannot be told: ${fault.title}.`));
  }
  holder.removeAttribute("aria-busy");
}

function reasons({ hotspot, cell, unit, areas }, { inflation, suited_to: suited }) {
  const of = hotspot ?? cell;
  const facts = [
    ["Places", `${count(of.places)}, ${count(of.repeat_places)} of them with more than one`],
    ["Months with any", count(of.months_active)],
    ["Offences", `${count(of.offences)}${inflation > 1 ? `, ${decimal(inflation)} for each incident` : ""}`],
    ["Setting", settingsText(of.by_setting)],
    ["Suited to", suited ? words(suited) : "not known"],
    ["Found by police", policeFoundText(of)],
    ["Fullest cell", cellText(cell, unit)],
    ["Area", Object.entries(areas).filter(([, name]) => name).map(([kind, name]) => `${name} (${areaKind(kind)})`).join(", ") || "none that is known"],
  ];
  return [
    element("h3", {}, "What"),
    element("ul", { class: "categories" }, of.by_category.slice(0, 6).map(({ category, offences }) =>
      element("li", {}, element("span", {}, category), element("span", { class: "number" }, count(offences))))),
    element("h3", {}, "How it is made up"),
    element("dl", {}, facts.flatMap(([term, text]) => [element("dt", {}, term), element("dd", {}, text)])),
  ];
}

function policeFoundText({ police_found: found, police_found_unknown: unknown, offences }) {
  if (unknown === offences) return "not known";
  return `${found ? `${count(found)} of ${count(offences)} offences` : "none"}${unknown ? `; not known of ${count(unknown)}` : ""}`;
}

function settingsText(settings) {
  return Object.entries(settings).filter(([, n]) => n > 0).map(([name, n]) => `${words(name).toLowerCase()} ${count(n)}`).join(", ") || "not known";
}

function cellText(cell, unit) {
  if (!cell.study_cell) return "not one that is compared";
  const { neighbours } = cell;
  const figures = cell.z === null ? "" : `; Gi* z ${decimal(cell.z)}, q ${probability(cell.q)}`;
  return `${count(cell.count)} ${unit}, number ${count(cell.rank)} of ${count(cell.study_cells)}${figures}; ${count(neighbours.count)} within ${count(neighbours.within_m)} m`;
}

function when(times, months) {
  const [peak] = times.peaks;
  return [
    element("h3", {}, "When"),
    ...(hasNoTimes(times)
      ? [element("p", { class: "sentence" }, "Neither day nor hour is in the data")]
      : [element("p", { class: "sentence" }, peak ? words(peak.words) : "No clear time"), weekTable(times, "small")]),
    element("h3", {}, "Month by month"),
    monthStrip(months),
  ];
}
