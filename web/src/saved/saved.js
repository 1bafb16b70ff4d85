import { writeFragment } from "../fragment.js";
import { headline } from "../places/summary.js";
import { element } from "../ui/element.js";

const KEY = "hotspots.views";
const MOST = 50;

/** Views by name, kept on this device: the whole state as it stands in the address. */
export function showSaved(state) {
  const name = element("input", { id: "view-name", maxlength: "80", autocomplete: "off" });
  const list = element("ul", { class: "saved" });
  const form = element("form", { onsubmit: (event) => event.preventDefault() || save() },
    element("label", { for: "view-name" }, "Name"), name, element("button", {}, "Save this view"));
  const dialogue = element("dialog", { id: "views", "aria-labelledby": "views-title" },
    element("header", {}, element("h2", { id: "views-title" }, "Saved views"),
      element("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => dialogue.close() }, "×")),
    form, list);
  const opener = element("button", { type: "button", id: "views-open", "aria-haspopup": "dialog", onclick: () => open() }, "Views");
  dialogue.addEventListener("click", (event) => event.target === dialogue && dialogue.close());
  document.getElementById("tools").append(opener);
  document.body.append(dialogue);

  function open() {
    const { run } = state.get();
    name.value = run ? headline(run).replace(/^\S+ /, "") : "";
    draw();
    dialogue.showModal();
  }

  function save() {
    const title = name.value.trim();
    if (!title) return name.focus();
    const others = read().filter((view) => view.title !== title);
    write([{ title, fragment: writeFragment(state.get()) }, ...others].slice(0, MOST));
    draw();
  }

  function draw() {
    const views = read();
    list.replaceChildren(...views.map(({ title, fragment }) => element("li", {},
      element("a", { href: fragment, onclick: () => dialogue.close() }, title),
      element("button", { type: "button", "aria-label": `Forget: ${title}`, onclick: () => forget(title) }, "×"))));
    if (!views.length) list.append(element("li", { class: "quiet" }, "None yet. A view is the question, the tab, the place and where the map stands."));
  }

  function forget(title) {
    write(read().filter((view) => view.title !== title));
    draw();
    name.focus();
  }
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(({ title, fragment }) => typeof title === "string" && /^#/.test(fragment)) : [];
  } catch {
    return []; // storage is not allowed, or holds something else: there are no views
  }
}

function write(views) {
  try {
    localStorage.setItem(KEY, JSON.stringify(views));
  } catch {
    // Without storage views cannot be kept; the address still holds this one.
  }
}
