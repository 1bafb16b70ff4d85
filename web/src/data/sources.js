import { areaKind, count, longDay, percent, words } from "../format.js";
import { element } from "../ui/element.js";
import { figuresTable } from "../ui/figures.js";

const NAMES = { police_uk: "police.uk street files", force_extract: "Force extract" };

/** What the current data version holds. */
export function sourcesSection(data) {
  const { data_version: version, offences, unlocated, outside_force: outside, places, sources, areas } = data;
  const head = element("h2", { id: "data-there" }, "What is there");
  if (!offences) return [head, element("p", {}, "No offences yet. Load a file below, or start the program with its sample: ", element("code", {}, "java -jar target/hotspots.jar demo"), ".")];
  const located = 1 - unlocated / offences;
  const areaText = Object.entries(areas).map(([kind, n]) => `${count(n)} ${areaKind(kind)}${n === 1 ? "" : "s"}`).join(", ");
  return [
    head,
    element("p", {}, `Version ${version.number}: ${count(offences)} offences at ${count(places)} places, ${longDay(version.data_from)} to ${longDay(version.data_to)}; ${areaText}.`),
    element("p", {}, `${percent(located)} have a location; ${count(unlocated)} have none, ${count(outside)} lie outside the force.`),
    figuresTable("Sources", ["Source", "Force", ["Offences", "number"], "First day", "Last day"], sources.map((source) => element("tr", {},
      element("th", { scope: "row" }, NAMES[source.source] ?? words(source.source)),
      element("td", {}, source.synthetic ? "none: made up" : source.force ?? "not told"),
      element("td", { class: "number" }, count(source.offences)),
      element("td", {}, longDay(source.from)), element("td", {}, longDay(source.to))))),
  ];
}

/** Where too few offences could be located, the map there cannot be trusted. */
export function geocodingSection(quality, { themes }) {
  const rows = [...quality.districts, ...quality.themes.map((row) => ({ ...row, name: themes.find(({ theme }) => theme === row.theme).name }))];
  const low = [...rows, ...quality.months.map((row) => ({ ...row, name: row.month }))].filter((row) => row.low);
  return [
    element("h3", {}, "How many could be located"),
    element("p", {}, quality.sentence),
    low.length ? element("p", { class: "box fault" }, `Under ${percent(quality.least_hit_rate)} located: ${low.map(({ name, located, offences }) => `${name} ${percent(located / offences)}`).join(", ")}. Maps of these leave out too much.`) : null,
    figuresTable("How many could be located", ["District or theme", ["Offences", "number"], ["Located", "number"], ["Rate", "number"]],
      rows.map(({ name, offences, located, hit_rate: rate }) => element("tr", {},
        element("th", { scope: "row" }, name ?? "District not known"), element("td", { class: "number" }, count(offences)),
        element("td", { class: "number" }, count(located)), element("td", { class: "number" }, rate === null ? "not known" : percent(located / offences))))),
  ].filter(Boolean);
}
