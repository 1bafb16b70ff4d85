import { element } from "../ui/element.js";
import { columnsFor, nameOf, whereOf } from "./columns.js";
import { standingText } from "./standing.js";

/** How many places are listed and outlined until more are asked for. */
const FOLD = 100;

/** The places on show, in rank order; the list and the map's outlines both take theirs from here. */
export function placesOnShow({ hotspots, unfolded }) {
  return unfolded ? hotspots : hotspots.slice(0, FOLD);
}

/** The ranked table. Roles are spelled out because a narrow panel lays its rows out as cards. */
export function showList(state, actions) {
  const holder = document.getElementById("list");
  holder.append(...skeleton());
  holder.addEventListener("keydown", (event) => moveByKey(event, holder));
  state.listen((now, before) => {
    holder.toggleAttribute("inert", now.phase === "failed" || now.phase === "starting");
    if (!now.run) return holder.toggleAttribute("hidden", now.phase === "failed" || now.phase === "empty");
    holder.hidden = false;
    const isNewList = now.hotspots !== before.hotspots || now.unfolded !== before.unfolded;
    if (isNewList) holder.replaceChildren(...table(now, actions));
    if (now.unfolded && !before.unfolded) holder.querySelectorAll(".pick")[FOLD]?.focus();
    if (isNewList || now.place !== before.place) mark(holder, now);
    if (isNewList || now.standings !== before.standings || now.standingNote !== before.standingNote) tellStandings(holder, now);
  });
}

function table(now, actions) {
  const { run, hotspots } = now;
  if (!hotspots.length) return [];
  const columns = columnsFor(run.question.method);
  const shown = placesOnShow(now);
  const head = element("tr", { role: "row" },
    element("th", { scope: "col", role: "columnheader", title: "Rank" }, "#"),
    element("th", { scope: "col", role: "columnheader" }, "Near"),
    columns.map((column) => element("th", { scope: "col", role: "columnheader", class: "number", title: column.title ?? null },
      column.label, column.sub ? element("small", {}, column.sub) : null)));
  const body = shown.map(({ id, properties }) => row(id, properties, columns, actions));
  const rest = hotspots.length - shown.length;
  return [
    element("table", { role: "table", "aria-labelledby": "answer" },
      element("thead", { role: "rowgroup" }, head), element("tbody", { role: "rowgroup" }, body)),
    ...(rest ? [element("button", { type: "button", class: "more", onclick: actions.unfold }, `Show ${rest} more`)] : []),
  ];
}

function row(id, place, columns, { select }) {
  const pick = element("button", { type: "button", class: "pick", tabindex: "-1", "aria-pressed": "false" }, nameOf(place));
  return element("tr", { role: "row", "data-place": id, onclick: () => select(id, "list") },
    element("td", { role: "cell", class: "rank" }, String(place.rank)),
    element("td", { role: "cell", class: "place" }, pick, element("small", {}, whereOf(place)), element("small", { class: "standing" })),
    columns.map((column) => element("td", { role: "cell", class: "number", "data-label": column.label },
      element("span", {}, column.text(place)), column.small ? element("small", {}, column.small(place)) : null)));
}

/** Marks the selected row; one row, the selected or else the first, is in the tab order. */
function mark(holder, { place, placeFrom }) {
  const rows = [...holder.querySelectorAll("tr[data-place]")];
  const selected = rows.find((candidate) => candidate.dataset.place === place);
  for (const each of rows) {
    const pick = each.querySelector(".pick");
    each.classList.toggle("selected", each === selected);
    pick.setAttribute("aria-pressed", each === selected);
    pick.tabIndex = each === (selected ?? rows[0]) ? 0 : -1;
  }
  if (selected && placeFrom === "map") selected.scrollIntoView({ block: "nearest" });
}

/** Beside each place, shown for the selected one. */
function tellStandings(holder, now) {
  for (const each of holder.querySelectorAll("tr[data-place]")) {
    each.querySelector(".standing").textContent = standingText(now, each.dataset.place);
  }
}

/** Up, Down, Home and End go along the rows and select as they go. */
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
