import { writeFragment } from "../fragment.js";
import { headline } from "../places/summary.js";
import { keepList, recallList } from "../kept.js";
import { createDialogue } from "../ui/dialogue.js";
import { element } from "../ui/element.js";

const KEY = "hotspots.views";
const MOST = 50;

/** Views by name, kept on this device: the whole state as it stands in the address. */
export function showSaved(state) {
  const name = element("input", { id: "view-name", maxlength: "80", autocomplete: "off" });
  const list = element("ul", { class: "saved" });
  const form = element("form", { onsubmit: (event) => event.preventDefault() || save() },
    element("label", { for: "view-name" }, "Name"), name, element("button", {}, "Save this view"));
  const opener = element("button", { type: "button", id: "views-open", "aria-haspopup": "dialog", onclick: () => open() }, "Views");
  const dialogue = createDialogue("views", "Saved views", opener);
  dialogue.content.append(form, list);

  function open() {
    const { run } = state.get();
    name.value = run ? headline(run).replace(/^\S+ (.)/, (_, first) => first.toUpperCase()) : "";
    draw();
    dialogue.open();
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

/** The address still holds the view on show where storage is not allowed. */
function read() {
  return recallList(KEY, ({ title, fragment }) => typeof title === "string" && /^#/.test(fragment));
}

function write(views) {
  keepList(KEY, views);
}
