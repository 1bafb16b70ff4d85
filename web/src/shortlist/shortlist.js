import { writeFragment } from "../fragment.js";
import { START } from "../state.js";
import { createDialogue } from "../ui/dialogue.js";
import { element } from "../ui/element.js";
import { moved } from "./store.js";

const MOST_MINUTES = 480;

/** The shortlist: a button that tells its length, and a dialogue with order, minutes and the brief. */
export function showShortlist(state, { setShortlist }) {
  const opener = element("button", { type: "button", id: "shortlist-open", "aria-haspopup": "dialog" });
  const { content: holder, open } = createDialogue("shortlist", "Shortlist", opener);
  opener.addEventListener("click", open);
  state.listen(({ shortlist }, before) => {
    if (shortlist === before.shortlist && opener.textContent) return;
    opener.textContent = `Shortlist (${shortlist.length})`;
    const held = holder.contains(document.activeElement) ? document.activeElement.id : null;
    holder.replaceChildren(...content(shortlist, setShortlist));
    if (held) (document.getElementById(held) ?? holder.closest("dialog").querySelector("button")).focus();
  });
}

function content(shortlist, set) {
  if (!shortlist.length) return [element("p", {}, "Nothing yet. Add a place from the list; it is kept on this device.")];
  const total = shortlist.reduce((sum, { minutes }) => sum + minutes, 0);
  return [
    element("ol", { class: "stops" }, shortlist.map((entry, index) => stop(entry, index, shortlist, set))),
    element("p", { class: "total" }, `${shortlist.length} ${shortlist.length === 1 ? "place" : "places"}, ${total} minutes without the way between them.`),
    element("div", { class: "buttons" }, ...briefs(shortlist),
      element("button", { type: "button", id: "shortlist-clear", onclick: () => set([]) }, "Clear")),
  ];
}

function stop(entry, index, shortlist, set) {
  const { run, place, title, what, minutes } = entry;
  const change = (event) => {
    const value = Number(event.target.value);
    const isSound = Number.isInteger(value) && value >= 1 && value <= MOST_MINUTES;
    event.target.toggleAttribute("aria-invalid", !isSound);
    if (isSound) set(shortlist.map((each) => (each === entry ? { ...entry, minutes: value } : each)));
  };
  const act = (name, label, sign, isOff, press) => element("button",
    { type: "button", id: `${name}-${place}-${run.slice(0, 8)}`, "aria-label": `${label}: ${title}`, disabled: isOff, onclick: press }, sign);
  return element("li", {},
    element("div", {}, element("a", { href: writeFragment({ ...START, pinnedRun: run, place }) }, title), element("small", {}, what)),
    element("label", {}, element("span", { class: "unseen" }, `Minutes at ${title}`),
      element("input", { type: "number", id: `minutes-${place}-${run.slice(0, 8)}`, min: 1, max: MOST_MINUTES, value: minutes, onchange: change }), " min"),
    element("div", { class: "moves" },
      act("up", "Up", "↑", index === 0, () => set(moved(shortlist, index, -1))),
      act("down", "Down", "↓", index === shortlist.length - 1, () => set(moved(shortlist, index, 1))),
      act("off", "Take off", "×", false, () => set(shortlist.filter((each) => each !== entry)))));
}

/** A brief is of one run; places of several runs make several. */
function briefs(shortlist) {
  const runs = [...new Set(shortlist.map(({ run }) => run))];
  return runs.map((run, index) => {
    const own = shortlist.filter((entry) => entry.run === run);
    const parameters = new URLSearchParams({ places: own.map(({ place }) => place), minutes: own.map(({ minutes }) => minutes) });
    const label = runs.length === 1 ? "Make brief (PDF)" : `Brief ${index + 1} of ${runs.length} (PDF): ${own[0].what.split(", ").at(-1)}`;
    return element("a", { class: "button", href: `/api/v1/runs/${run}/brief.pdf?${parameters}`, target: "_blank", rel: "noopener" }, label);
  });
}
