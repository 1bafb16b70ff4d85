import { element } from "./element.js";
import { scroller } from "./scroller.js";

/** A table of figures that can be scrolled by its label; a head is a text, or `[text, "number"]` over a column of numbers. */
export function figuresTable(label, heads, rows, caption = null) {
  const head = (text, kind = null) => element("th", { scope: "col", class: kind }, text);
  return scroller(label, element("table", { class: "figures" },
    element("thead", {}, element("tr", {}, heads.map((each) => head(...[each].flat())))),
    element("tbody", {}, rows), caption));
}
