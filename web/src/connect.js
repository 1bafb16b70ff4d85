import { copy } from "./ui/copy.js";
import { element } from "./ui/element.js";

/** Every address and every example of the connect page can be copied; without this script the page is whole all the same. */
for (const shown of document.querySelectorAll("main td code, main pre")) {
  const row = shown.closest("tr");
  const title = row ? row.querySelector("th").textContent : shown.previousElementSibling.textContent;
  const button = element("button", { type: "button", "aria-label": `Copy: ${title}`, onclick: () => copy(shown.textContent, shown, button) }, "Copy");
  if (row) row.append(element("td", {}, button));
  else shown.after(button);
}
