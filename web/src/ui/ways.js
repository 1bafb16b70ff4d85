import { element } from "./element.js";

const WAYS = [["planner", "Planner"], ["team", "Team"], ["analyst", "Analyst"]];

/** Who is working: it changes how the places are shown, never which they are. */
export function showWays(state, { setWay }) {
  const holder = document.getElementById("ways");
  holder.append(...WAYS.map(([value, text]) => element("label", {},
    element("input", { type: "radio", name: "way", value, onchange: () => setWay(value) }), element("span", {}, text))));
  state.listen(({ way }) => {
    document.body.dataset.way = way;
    holder.querySelector(`[value=${way}]`).checked = true;
  });
}
