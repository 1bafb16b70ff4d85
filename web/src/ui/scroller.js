import { element } from "./element.js";

/** What may be wider than its place: it can be scrolled by key as well, and says what it is. */
export function scroller(label, ...children) {
  return element("div", { class: "scroller", tabindex: "0", role: "group", "aria-label": `${label}, can be scrolled` }, ...children);
}
