import { nameOf, whereOf } from "../places/columns.js";
import { element } from "../ui/element.js";

export const MINUTES = 15; // what research on hotspot patrols gives a visit

/** Puts a place on the shortlist, or takes it off again. */
export function addButton(id, place, { toggleShortlisted }) {
  const press = (event) => {
    event.stopPropagation(); // the row around it selects
    toggleShortlisted(id, place);
  };
  return element("button", { type: "button", class: "add", "data-name": [nameOf(place), whereOf(place)].filter(Boolean).join(", "), onclick: press });
}

/** Says on each button below what it would do now. */
export function markAdded(holder, { run, shortlist }) {
  for (const button of holder.querySelectorAll(".add")) {
    const { place } = button.closest("[data-place]").dataset;
    const isAdded = shortlist.some((entry) => entry.run === run.run_id && entry.place === place);
    button.textContent = isAdded ? "Added" : "Add";
    button.setAttribute("aria-pressed", isAdded);
    button.setAttribute("aria-label", `Shortlist: ${button.dataset.name}`);
  }
}
