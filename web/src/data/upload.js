import { Problem, upload } from "../api.js";
import { element } from "../ui/element.js";
import { choice } from "../ui/fields.js";

const PROFILES = [
  ["force-extract", "Force extract"],
  ["police-uk", "police.uk street files"],
  ["", "A mapping profile of this server"],
];

/** Files are chosen or dropped, checked without storing anything, then loaded. */
export function uploadForm(started) {
  const input = element("input", { type: "file", id: "files", multiple: true, accept: ".csv,.gz,.zip,text/csv", onchange: () => tellFiles() });
  const chosen = element("p", { class: "quiet", id: "files-chosen" });
  const own = element("div", { class: "field", hidden: true },
    element("label", { for: "own-profile" }, "Its name"), element("input", { id: "own-profile", autocomplete: "off", spellcheck: "false" }));
  const profile = choice("profile", "Profile", PROFILES, (value) => (own.hidden = value !== ""));
  const fault = element("div", { role: "alert" });
  const drop = element("div", { class: "drop" }, element("label", { for: "files" }, "Files (CSV, gzip or zip); several are one import"), input, chosen);

  const tellFiles = () => {
    chosen.textContent = [...input.files].map(({ name, size }) => `${name} (${sizeText(size)})`).join(", ");
  };
  drop.addEventListener("dragover", (event) => event.preventDefault());
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    input.files = event.dataTransfer.files;
    tellFiles();
  });

  const send = async (isDryRun, button) => {
    fault.replaceChildren();
    const name = profile.querySelector("select").value || own.querySelector("input").value.trim();
    if (!input.files.length) return tell(fault, "Choose a file first.");
    if (!name) return tell(fault, "Name the mapping profile.");
    button.disabled = true;
    try {
      started(await upload([...input.files], name, isDryRun));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      tell(fault, problem.title, problem.detail, ...problem.errors.map(({ reason }) => reason));
    }
    button.disabled = false;
  };
  const button = (id, text, isDryRun) => {
    const made = element("button", { type: "button", id, onclick: () => send(isDryRun, made) }, text);
    return made;
  };
  return element("form", { class: "upload", "aria-labelledby": "data-load", onsubmit: (event) => event.preventDefault() },
    element("h2", { id: "data-load" }, "Load offences"),
    drop, element("div", { class: "row" }, profile, own),
    element("p", { class: "quiet" }, "Check first reads everything and stores nothing: it tells what would be added, changed or refused."),
    element("div", { class: "buttons" }, button("check", "Check first", true), button("load", "Load", false)),
    fault);
}

function tell(place, title, ...lines) {
  place.replaceChildren(element("div", { class: "box fault" }, element("strong", {}, title),
    [...new Set(lines)].filter(Boolean).map((line) => element("div", {}, line))));
}

function sizeText(bytes) {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
