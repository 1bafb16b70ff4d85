import { copy } from "./ui/copy.js";

/**
 * Every address and every example of the connect page can be copied; without this script the page is whole all the same.
 * It imports nothing that the map's page is joined of: that would bring all of it along.
 */
for (const shown of document.querySelectorAll("main td code, main pre")) {
  const row = shown.closest("tr");
  const title = row ? row.querySelector("th").textContent : shown.previousElementSibling.textContent;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy: ${title}`);
  button.addEventListener("click", () => copy(shown.textContent, shown, button));
  if (row) row.insertCell().append(button);
  else shown.after(button);
}
