import { element } from "./element.js";

/** A dialogue with a title, closed by its button, by Escape or by a press beside it; its opener stands among the tools. */
export function createDialogue(id, title, opener) {
  const content = element("div");
  const dialogue = element("dialog", { id, "aria-labelledby": `${id}-title` },
    element("header", {}, element("h2", { id: `${id}-title` }, title),
      element("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => dialogue.close() }, "×")),
    content);
  dialogue.addEventListener("click", (event) => event.target === dialogue && dialogue.close());
  document.getElementById("tools").append(opener);
  document.body.append(dialogue);
  return { content, open: () => dialogue.showModal(), close: () => dialogue.close() };
}
