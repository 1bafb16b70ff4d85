import { cards } from "./cards.js";
import { table } from "./table.js";
import { element } from "../ui/element.js";
import { staysShort } from "./standing.js";
import { markAdded } from "../shortlist/add.js";

/** How many places are listed and outlined until more are asked for. */
const FOLD = 100;
const LIST_OF_WAY = { team: cards, planner: table, analyst: table };

/** The places on show, in rank order; the list and the map's outlines both take theirs from here. */
export function placesOnShow({ hotspots, unfolded }) {
  return unfolded ? hotspots : hotspots.slice(0, FOLD);
}

/** The ranked places: a table, or cards for a team. Every place is an element with its id as `data-place`. */
export function showList(state, actions) {
  const holder = document.getElementById("list");
  holder.append(...skeleton());
  holder.addEventListener("keydown", (event) => moveByKey(event, holder));
  state.listen((now, before) => {
    holder.toggleAttribute("inert", now.phase === "failed" || now.phase === "starting");
    if (!now.run) return holder.toggleAttribute("hidden", now.phase === "failed" || now.phase === "empty");
    holder.hidden = false;
    const isNewList = now.hotspots !== before.hotspots || now.unfolded !== before.unfolded || now.way !== before.way || !holder.dataset.drawn;
    if (isNewList) holder.replaceChildren(...content(now, actions));
    holder.dataset.drawn = true;
    if (now.unfolded && !before.unfolded) holder.querySelectorAll(".pick")[FOLD]?.focus();
    if (isNewList || now.place !== before.place) mark(holder, now);
    if (isNewList || now.standings !== before.standings || now.peaks !== before.peaks) tellLate(holder, now);
    if (isNewList || now.shortlist !== before.shortlist) markAdded(holder, now);
  });
}

function content(now, actions) {
  if (!now.hotspots.length) return [];
  const shown = placesOnShow(now);
  const rest = now.hotspots.length - shown.length;
  return [
    LIST_OF_WAY[now.way](shown, now, actions),
    ...(rest ? [element("button", { type: "button", class: "more", onclick: actions.unfold }, `Show ${rest} more`)] : []),
  ];
}

/** Marks the selected place; one, the selected or else the first, is in the tab order. */
function mark(holder, { place, placeFrom }) {
  const all = [...holder.querySelectorAll("[data-place]")];
  const selected = all.find((candidate) => candidate.dataset.place === place);
  for (const each of all) {
    const pick = each.querySelector(".pick");
    each.classList.toggle("selected", each === selected);
    pick.setAttribute("aria-pressed", each === selected);
    pick.tabIndex = each === (selected ?? all[0]) ? 0 : -1;
  }
  if (selected && placeFrom === "map") selected.scrollIntoView({ block: "nearest" });
}

/** What comes after the list: its hours and how sure each place is. */
function tellLate(holder, now) {
  for (const each of holder.querySelectorAll("[data-place]")) {
    const id = each.dataset.place;
    each.querySelector(".peak").textContent = now.peaks.get(id) ?? "";
    each.querySelector(".stays").textContent = staysShort(now, id);
  }
}

/** Up, Down, Home and End go along the places and select as they go. */
function moveByKey(event, holder) {
  const picks = [...holder.querySelectorAll(".pick")];
  const at = picks.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: picks.length - 1 }[event.key];
  if (at < 0 || !picks[to]) return;
  event.preventDefault();
  picks[to].focus();
  picks[to].click();
}

function skeleton() {
  return [element("div", { class: "skeleton", "aria-hidden": "true" }, Array.from({ length: 8 }, () => element("div")))];
}
