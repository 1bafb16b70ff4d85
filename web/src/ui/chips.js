import { longDay, words } from "../format.js";
import { PERIODS, addDays } from "../period.js";
import { otherArea, themeOf } from "../question.js";
import { clockText } from "./hours.js";
import { element } from "./element.js";
import { plain } from "./parameters.js";

/** What of the filter is on, a chip each; pressing one takes it off again. */
export function showChips(state, { setQuestion }) {
  const holder = document.getElementById("chips");
  state.listen((now, before) => {
    if (!now.there || (now.asked === before.asked && now.there === before.there && now.run?.area === before.run?.area)) return;
    const chips = chipsOf(now);
    holder.replaceChildren(...chips.map(({ text, without }) => element("li", {}, remover(text, without, setQuestion, holder))));
    if (chips.length > 1) {
      const all = Object.assign({}, ...chips.map(({ without }) => without));
      holder.append(element("li", {}, remover("Clear all", all, setQuestion, holder)));
    }
  });
}

/** The chip goes with the press, so the focus moves to the first that is left, or to the filters. */
function remover(text, without, setQuestion, holder) {
  const press = () => {
    setQuestion(without);
    (holder.querySelector("button") ?? document.getElementById("filters")).focus();
  };
  const isAll = text === "Clear all";
  return element("button", { type: "button", class: isAll ? "plain" : "chip", "aria-label": isAll ? null : `Take off: ${text}`, onclick: press },
    text, isAll ? null : element("span", { "aria-hidden": "true" }, "×"));
}

function chipsOf({ asked, there, run }) {
  const one = (name, textOf) => (asked[name] ? [{ text: textOf(asked[name]), without: { [name]: null } }] : []);
  const known = new Set(["theme", "strand", "asb_type", "area", "period", "from", "to", "days", "hours", "setting", "weight", "codebook"]);
  const parameters = Object.keys(asked).filter((name) => !known.has(name));
  return [
    ...(asked.theme ? [{ text: themeOf(asked, there).name, without: { theme: null, strand: null, asb_type: null } }] : []),
    ...one("strand", words),
    ...one("asb_type", words),
    ...one("area", (address) => areaName(address, there, run)),
    ...(asked.period || asked.from ? [{ text: periodText(asked), without: { period: null, from: null, to: null } }] : []),
    ...one("days", (days) => days.split(",").map(words).join(", ")),
    ...one("hours", clockText),
    ...one("setting", words),
    ...(asked.weight ? [{ text: `Weighed by ${asked.weight}`, without: { weight: null, codebook: null } }] : []),
    ...parameters.map((name) => ({ text: `${plain(name).label}: ${valueText(name, asked[name], there)}`, without: { [name]: null } })),
  ];
}

function areaName(address, { areas }, run) {
  return areas?.features.find(({ properties }) => properties.address === address)?.properties.name ?? otherArea(address, run);
}

function periodText({ period, from, to }) {
  const [, text] = PERIODS.find(([value]) => value === period) ?? ["own", "Own dates"];
  return period === "own" || !period ? `${longDay(from)} to ${longDay(addDays(to, -1))}` : text;
}

function valueText(name, value, { themes }) {
  const { unit, values } = plain(name);
  if (name === "method") return themes.methods.find(({ method }) => method === value)?.name ?? value;
  return `${values[value] ?? words(value)}${unit && ` ${unit}`}`;
}
