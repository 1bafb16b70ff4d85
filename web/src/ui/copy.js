/** Copies a text and says so on the button; where that is not allowed, selects what shows it, for copying by hand. */
export async function copy(text, shown, button) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(shown);
    button.textContent = "Selected: copy by hand";
  }
}
