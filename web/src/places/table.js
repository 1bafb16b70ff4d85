import { addButton } from "../shortlist/add.js";
import { element } from "../ui/element.js";
import { columnsFor, nameOf, trendOf, whereOf } from "./columns.js";

/** The ranked table. Roles are spelled out because a narrow panel lays its rows out as cards. */
export function table(shown, { run, way }, actions) {
  const columns = columnsFor(run, way);
  const head = element("tr", { role: "row" },
    element("th", { scope: "col", role: "columnheader", title: "Rank" }, "#"),
    element("th", { scope: "col", role: "columnheader" }, "Near", element("small", {}, "town, change, hours, how sure")),
    columns.map((column) => element("th", { scope: "col", role: "columnheader", class: "number", title: column.title ?? null },
      column.label, column.sub ? element("small", {}, column.sub) : null)),
    element("th", { scope: "col", role: "columnheader" }, element("span", { class: "unseen" }, "Shortlist")));
  return element("table", { role: "table", "aria-labelledby": "answer" },
    element("thead", { role: "rowgroup" }, head),
    element("tbody", { role: "rowgroup" }, shown.map((hotspot) => row(hotspot, columns, actions))));
}

function row({ id, properties: place }, columns, actions) {
  const pick = element("button", { type: "button", class: "pick", tabindex: "-1", "aria-pressed": "false" }, nameOf(place));
  const trend = trendOf(place);
  return element("tr", { role: "row", "data-place": id, onclick: () => actions.select(id, "list") },
    element("td", { role: "cell", class: "rank" }, String(place.rank)),
    element("td", { role: "cell", class: "place" }, pick, element("small", {}, element("span", { class: "town" }, whereOf(place)), trend && `; ${trend}`), element("small", { class: "peak" }), element("small", { class: "stays" })),
    columns.map((column) => element("td", { role: "cell", class: "number", "data-label": column.label },
      element("span", {}, column.text(place)), column.small ? element("small", {}, column.small(place)) : null)),
    element("td", { role: "cell", class: "act" }, addButton(id, place, actions)));
}
