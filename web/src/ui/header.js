import { count, longDay, moment } from "../format.js";
import { element } from "./element.js";

/** Whose data this is, how it is to be handled, and how fresh it is. */
export function showHeader(state) {
  state.listen(({ there }, before) => {
    if (there === before.there) return;
    document.getElementById("force").textContent = there.config.force ?? soleForce(there.data);
    document.getElementById("freshness").replaceChildren(...freshness(there.data));
    const marking = document.getElementById("marking");
    marking.hidden = !there.data.marking;
    marking.textContent = there.data.marking ?? "";
  });
}

function soleForce({ sources }) {
  const names = new Set(sources.map(({ force }) => force).filter(Boolean));
  return names.size === 1 ? [...names][0] : "";
}

function freshness({ data_version: version, offences, unlocated, outside_force: outside, imports }) {
  if (!offences) return ["No data yet"];
  const held = imports.filter(({ state }) => state === "needs_review").reduce((sum, record) => sum + record.rows_read, 0);
  const part = (name, ...texts) => element("span", { class: name }, texts.map((text) => `, ${text}`).join(""));
  return [
    `Data to ${longDay(version.data_to)}`,
    part("roomy", `imported ${moment(version.published_at)}`),
    part("roomy widest", `version ${version.number}`, `${count(offences)} offences`, `${count(unlocated)} without location`,
      ...(outside ? [`${count(outside)} outside the force`] : [])),
    part("roomy", ...(held ? [`${count(held)} rows held`] : [])),
  ];
}
