import { decimal, percent, words } from "../format.js";
import { methodOf } from "../question.js";
import { element } from "../ui/element.js";
import { figuresTable } from "../ui/figures.js";

/** By which method a question is asked that names none, and the back-test that chose it. */
export function backtestSection(run, there, { preset, table: backtest }) {
  const method = [methodOf(preset, there).name, preset.metres === null ? "" : `${preset.metres} m`].filter(Boolean).join(", ");
  return [
    element("h2", {}, "Why this method"),
    element("p", {}, `A question about this theme and area that names no method is asked with ${method}. ${preset.reason}`),
    ...(backtest ? tested(backtest) : untested(run)),
  ];
}

function untested({ area, question }) {
  return [
    element("p", {}, "This command tests which method would have found most of the offences of the month that followed:"),
    element("pre", { tabindex: "0" }, `java -jar target/hotspots.jar backtest --theme ${question.theme} --area ${area.address}`),
  ];
}

function tested({ name, held_out: months, choice, standings, data_version: version }) {
  const [first] = months;
  return [
    element("p", { class: "quiet" }, `${name}: every method learnt from the months before and flagged the same small part of the ground; scored on ${months.length} held-out months${
      first ? `, ${first.month} to ${months.at(-1).month}` : ""}; data version ${version.number}. PAI 1 is what flags put anywhere would find.`),
    ...(standings.length ? [table(choice, standings)] : []),
  ];
}

function table(choice, standings) {
  const isChosen = ({ method, metres, window_months: months }) =>
    method === choice.method && metres === choice.metres && months === choice.window_months;
  const best = standings.toSorted((a, b) => (b.at[0].pai ?? -1) - (a.at[0].pai ?? -1)).slice(0, 12);
  const shown = best.some(isChosen) ? best : [...best, ...standings.filter(isChosen)];
  const number = (value, text) => element("td", { class: "number" }, value === null ? "–" : text(value));
  const rows = shown.map((standing) => {
    const { method_name: name, method, metres, window_months: months, baseline, at: [at] } = standing;
    return element("tr", { class: isChosen(standing) ? "selected" : null },
      element("th", { scope: "row" }, baseline ? "Last month's counts alone" : `${name ?? words(method)}${metres === null ? "" : `, ${metres} m`}`, isChosen(standing) ? element("small", {}, " chosen") : null),
      element("td", { class: "number" }, String(months)),
      number(at.hit_rate, percent), number(at.pai, decimal),
      element("td", { class: "number" }, at.pai_low === null ? "–" : `${decimal(at.pai_low)} to ${decimal(at.pai_high)}`),
      number(at.pei, decimal), number(at.jaccard, decimal));
  });
  const heads = ["Method", "Months learnt from", "Found", "PAI", "95 % interval", "PEI", "Same flags as the month before"];
  return figuresTable("Methods tested", heads.map((text, index) => (index ? [text, "number"] : text)), rows);
}
