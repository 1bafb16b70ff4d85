import { words } from "../format.js";
import { PERIODS } from "../period.js";
import { themeOf } from "../question.js";
import { clockText } from "./hours.js";
import { element } from "./element.js";
import { plain } from "./parameters.js";

/** What of the filter is on, a chip each; pressing one takes it off again. */
export function showChips(state, { setQuestion }) {
  const holder = document.getElementById("chips");
  state.listen((now, before) => {
    if (!now.there || (now.asked === before.asked && now.there === before.there)) return;
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

function chipsOf({ asked, there }) {
  const one = (name, textOf) => (asked[name] ? [{ text: textOf(asked[name]), without: { [name]: null } }] : []);
  const known = new Set(["theme", "strand", "asb_type", "area", "period", "from", "to", "days", "hours", "setting"]);
  const parameters = Object.keys(asked).filter((name) => !known.has(name));
  return [
    ...(asked.theme ? [{ text: themeOf(asked, there).name, without: { theme: null, strand: null, asb_type: null } }] : []),
    ...one("strand", words),
    ...one("asb_type", words),
    ...one("area", (address) => areaName(address, there)),
    ...(asked.period || asked.from ? [{ text: periodText(asked), without: { period: null, from: null, to: null } }] : []),
    ...one("days", (days) => days.split(",").map(words).join(", ")),
    ...one("hours", clockText),
    ...one("setting", words),
    ...parameters.map((name) => ({ text: `${plain(name).label}: ${valueText(name, asked[name], there)}`, without: { [name]: null } })),
  ];
}

function areaName(address, { areas }) {
  return areas?.features.find(({ properties }) => properties.address === address)?.properties.name
    ?? (address.startsWith("drawn:") ? "Drawn area" : address);
}

function periodText({ period, from, to }) {
  const [, text] = PERIODS.find(([value]) => value === period) ?? ["own", "Own dates"];
  return period === "own" || !period ? `${from} up to ${to}` : text;
}

function valueText(name, value, { themes }) {
  const { unit, values } = plain(name);
  if (name === "method") return themes.methods.find(({ method }) => method === value)?.name ?? value;
  return `${values[value] ?? words(value)}${unit && ` ${unit}`}`;
}
