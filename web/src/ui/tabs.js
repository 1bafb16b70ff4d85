import { element } from "./element.js";

/** The parts of the page; what stands behind a tab is fetched when it is first opened. */
const TABS = [
  { name: "places", label: "Places" },
  { name: "times", label: "Times", load: () => import("../times/times.js") },
  { name: "data", label: "Data", load: () => import("../data/data.js") },
  { name: "about", label: "About", more: " the method", load: () => import("../about/about.js") },
];

export function showTabs(state, actions) {
  const holder = document.getElementById("tabs");
  const opened = new Set();
  holder.append(...TABS.map((tab) => buttonOf(tab, actions)));
  holder.addEventListener("keydown", (event) => moveByKey(event, holder));
  state.listen((now, before) => {
    if (now.tab === before.tab && opened.has(now.tab)) return;
    document.body.dataset.tab = now.tab;
    for (const { name, load } of TABS) {
      const isOpen = name === now.tab;
      const button = document.getElementById(`tab-${name}`);
      button.setAttribute("aria-selected", isOpen);
      button.tabIndex = isOpen ? 0 : -1;
      const panel = document.getElementById(`panel-${name}`);
      panel.hidden = !isOpen;
      if (isOpen && load && !opened.has(name)) load().then(({ show }) => show(state, actions, panel));
    }
    opened.add(now.tab);
  });
}

function buttonOf({ name, label, more }, { showTab }) {
  return element("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}`, onclick: () => showTab(name) },
    label, more ? element("span", { class: "roomy" }, more) : null);
}

/** Left, Right, Home and End go along the tabs and open as they go. */
function moveByKey(event, holder) {
  const buttons = [...holder.children];
  const at = buttons.indexOf(event.target);
  const to = { ArrowRight: (at + 1) % buttons.length, ArrowLeft: (at + buttons.length - 1) % buttons.length, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  buttons[to].focus();
  buttons[to].click();
}
