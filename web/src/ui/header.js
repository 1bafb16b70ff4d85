import { count, longDay } from "../format.js";
import { element } from "./element.js";

/** Whose data this is, how it is to be handled, and how fresh it is. */
export function showHeader(state) {
  state.listen(({ there }, before) => {
    if (there === before.there) return;
    document.getElementById("force").textContent = there.config.force ?? "";
    document.getElementById("freshness").replaceChildren(...freshness(there.data));
    const marking = document.getElementById("marking");
    marking.hidden = !there.data.marking;
    marking.textContent = there.data.marking ?? "";
  });
}

function freshness({ data_version: version, offences, unlocated, outside_force: outside }) {
  if (!offences) return ["No data yet"];
  const left = [`${count(unlocated)} without location`, ...(outside ? [`${count(outside)} outside the force`] : [])];
  return [
    `Data to ${longDay(version.data_to)}`,
    element("span", { class: "roomy" }, `, version ${version.number}, ${count(offences)} offences`),
    element("span", { class: "roomy widest" }, `, ${left.join(", ")}`),
  ];
}
