import { count } from "../format.js";
import { element } from "./element.js";

/** Says above the places which imports wait for somebody's decision: what they brought is not among the figures yet. */
export function showHeld(state, { showTab }) {
  const place = document.getElementById("held");
  state.listen(({ there }, before) => {
    if (there === before.there) return;
    const held = there.data.imports.filter((record) => record.state === "needs_review");
    place.replaceChildren(...held.map((record) => box(record, showTab)));
  });
}

function box({ files, rows_read: rows, quarantined }, showTab) {
  const open = () => {
    showTab("data");
    document.getElementById("tab-data").focus();
  };
  return element("div", { class: "box held" },
    element("strong", {}, `An import is held: ${files.join(", ")}`),
    `${count(quarantined)} of its ${count(rows)} rows were refused. Nothing of it counts here until somebody accepts or rejects it.`,
    element("div", { class: "buttons" }, element("button", { type: "button", onclick: open }, "Look at it")));
}
