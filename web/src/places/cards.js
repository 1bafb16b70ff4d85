import { count, percent } from "../format.js";
import { addButton } from "../shortlist/add.js";
import { element } from "../ui/element.js";
import { nameOf, trendOf, whereOf } from "./columns.js";

/** For a team on the ground: where, why in a sentence, when, how long; no more than can be read at a glance. */
export function cards(shown, { run }, actions) {
  return element("ol", { class: "cards" }, shown.map((hotspot) => card(hotspot, run, actions)));
}

function card({ id, properties: place }, { count: { unit }, harm }, actions) {
  const trend = trendOf(place);
  const why = `${count(place.count)} ${unit}, ${percent(place.share)} of all${harm ? " harm" : ""}${trend && `; ${trend}`}.`;
  return element("li", { class: "card", "data-place": id, onclick: () => actions.select(id, "list") },
    element("span", { class: "rank" }, String(place.rank)),
    element("div", { class: "place" },
      element("button", { type: "button", class: "pick", tabindex: "-1", "aria-pressed": "false" }, nameOf(place)),
      element("small", { class: "town" }, whereOf(place)), element("p", {}, why), element("p", { class: "peak" }), element("small", { class: "stays" })),
    addButton(id, place, actions));
}
