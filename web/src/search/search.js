import { Problem, search } from "../api.js";
import { words } from "../format.js";
import { element } from "../ui/element.js";

const SETTLE_MS = 200;
const CLOSE_ZOOM = 16;

/** Finds a street, town, grid reference or coordinates; an area becomes the question's, a point is shown on the map. */
export function showSearch(state, actions) {
  const input = element("input", { type: "search", id: "search", placeholder: "Street, town, grid ref.", maxlength: "100", autocomplete: "off",
    role: "combobox", "aria-label": "Find a place", "aria-expanded": "false", "aria-controls": "search-results", "aria-autocomplete": "list" });
  const results = element("ul", { id: "search-results", role: "listbox", "aria-label": "Places found", hidden: true });
  const holder = element("div", { class: "search" }, input, results);
  document.getElementById("tools").prepend(holder);
  let current = new AbortController();
  let settling = 0;
  let at = -1;

  const close = () => {
    results.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const find = async () => {
    current.abort();
    current = new AbortController();
    const text = input.value.trim();
    if (!text) return close();
    try {
      show(await search(text, current.signal));
    } catch (fault) {
      if (fault.name === "AbortError") return;
      if (!(fault instanceof Problem)) throw fault;
      show({ results: [], note: fault.errors[0]?.reason ?? fault.title });
    }
  };
  const show = ({ results: found, note }) => {
    at = -1;
    const lines = found.map((place, index) => element("li", { id: `found-${index}`, role: "option", "aria-selected": "false", onclick: () => pick(place) },
      element("span", {}, place.name), element("small", {}, [words(place.kind), place.context].filter(Boolean).join(", "))));
    const remark = note ?? (found.length ? "" : "Nothing of that name.");
    results.replaceChildren(...lines, ...(remark ? [element("li", { class: "remark", role: "option", "aria-disabled": "true", "aria-selected": "false" }, remark)] : []));
    results.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };
  const pick = ({ kind, area, centre: [lon, lat], bbox, name }) => {
    close();
    input.value = name;
    if (bbox && area && ["town", "district", "ward", "beat", "lsoa"].includes(kind)) actions.setQuestion({ area });
    else {
      actions.mark({ lat, lon, name });
      actions.setView({ zoom: CLOSE_ZOOM, lat, lon });
    }
    actions.showTab("places");
  };
  const move = (by) => {
    const options = [...results.querySelectorAll("[role=option]:not([aria-disabled])")];
    if (!options.length) return;
    at = (at + by + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", index === at));
    input.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  };
  input.addEventListener("input", () => {
    clearTimeout(settling);
    settling = setTimeout(find, SETTLE_MS);
  });
  input.addEventListener("keydown", (event) => {
    const acts = {
      ArrowDown: () => move(1), ArrowUp: () => move(-1), Escape: close,
      Enter: () => results.querySelectorAll("[role=option]:not([aria-disabled])")[Math.max(at, 0)]?.click(),
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });
  holder.addEventListener("focusout", (event) => !holder.contains(event.relatedTarget) && setTimeout(close, SETTLE_MS));
}
