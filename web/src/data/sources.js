import { count, longDay, percent, words } from "../format.js";
import { element } from "../ui/element.js";

const NAMES = { police_uk: "police.uk street files", force_extract: "Force extract" };

/** What the current data version holds. */
export function sourcesSection(data) {
  const { data_version: version, offences, unlocated, outside_force: outside, places, sources, areas } = data;
  const head = element("h2", { id: "data-there" }, "What is there");
  if (!offences) return [head, element("p", {}, "No offences yet. Load a file below, or start the program with its sample: ", element("code", {}, "java -jar target/hotspots.jar demo"), ".")];
  const located = 1 - unlocated / offences;
  const areaText = Object.entries(areas).map(([kind, n]) => `${count(n)} ${n === 1 ? kind : `${kind}s`}`).join(", ");
  return [
    head,
    element("p", {}, `Version ${version.number}: ${count(offences)} offences at ${count(places)} places, ${longDay(version.data_from)} to ${longDay(version.data_to)}; ${areaText}.`),
    element("p", {}, `${percent(located)} have a location; ${count(unlocated)} have none, ${count(outside)} lie outside the force.`),
    element("div", { class: "scroller" }, element("table", { class: "figures" },
      element("thead", {}, element("tr", {}, ["Source", "Offences", "First day", "Last day"].map((text, index) =>
        element("th", { scope: "col", class: index === 1 ? "number" : null }, text)))),
      element("tbody", {}, sources.map((source) => element("tr", {},
        element("th", { scope: "row" }, NAMES[source.source] ?? words(source.source)),
        element("td", { class: "number" }, count(source.offences)),
        element("td", {}, longDay(source.from)), element("td", {}, longDay(source.to))))))),
  ];
}
