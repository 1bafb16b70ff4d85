import { keep } from "../kept.js";

/** As the device wishes, dark for a car at night, or light. */
const LOOKS = ["", "dark", "light"];
const NAMES = { "": "Auto", dark: "Dark", light: "Light" };

/** The button in the header that goes through the looks; the choice is kept on this device. */
export function showLook() {
  const { dataset } = document.documentElement;
  const button = document.getElementById("look");
  const tell = () => {
    const name = NAMES[dataset.look] ?? NAMES[""];
    button.textContent = `◐ ${name}`;
    button.setAttribute("aria-label", `Colours: ${name}`);
  };
  button.addEventListener("click", () => {
    dataset.look = LOOKS[(LOOKS.indexOf(dataset.look) + 1) % LOOKS.length];
    keep("hotspots.look", dataset.look);
    tell();
  });
  tell();
  button.hidden = false;
}
