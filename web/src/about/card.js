import { count, words } from "../format.js";
import { element } from "../ui/element.js";
import { figuresTable } from "../ui/figures.js";

const RULES = [
  "First the verdict: whether there is a hotspot at all. Random maps of the same number on the same ground are drawn; where chance gives as much, no place is named and nothing is coloured.",
  "What is compared is the ground a patrol can reach, not fields and reservoirs.",
  "Offences that police work itself found are left out, unless asked for: otherwise patrols would be sent to where patrols were.",
  "A change is called a rise or a fall only where chance does not explain it; on small numbers no percentage is given.",
  "Each place is tried again on resampled records, other widths and other grids. Solid outlines stay in most of these trials, dashed ones in some; those that seldom stay are not drawn.",
  "Every figure on this page is of one run: one question, one state of the data, one version of the program. Its number makes the same figures again.",
];

export function rulesSection() {
  return [element("h2", {}, "How the places are found"), element("ul", { class: "rules" }, RULES.map((rule) => element("li", {}, rule)))];
}

/** The run's own method card, in words. */
export function cardSection(run, card) {
  return [
    element("h2", {}, "This run"),
    element("p", {}, "Run ", element("code", {}, run.run_id), `, data version ${card.data_version.number}, software ${card.software_version}. `,
      element("a", { href: run.links.method_card, type: "text/html" }, "Method card to keep"), ". ",
      element("a", { href: "/docs", type: "text/html" }, "The interface for programs"), "."),
    element("h3", {}, "Parameters"),
    parameterTable(card.parameters),
    ...formulas(card),
    ...list("What is not counted", card.exclusions.filter(({ count: n }) => n > 0).map(({ count: n, sentence }) => `${count(n)}: ${sentence}`)),
    ...list("Notes", card.notes),
  ];
}

function parameterTable(parameters) {
  const used = parameters.filter((parameter) => parameter.used);
  const others = parameters.length - used.length;
  const row = ({ name, value, sentence }) => element("tr", {},
    element("th", { scope: "row" }, words(name)), element("td", {}, value === null ? "–" : String(value)), element("td", {}, sentence));
  return figuresTable("Parameters", ["Parameter", "Value", "Meaning"], used.map(row),
    others ? element("caption", { class: "below" }, `${others} more parameters belong to other methods and changed nothing here.`) : null);
}

function formulas({ formulas: all }) {
  return [element("h3", {}, "Formulas"), element("dl", { class: "formulas" }, all.flatMap(({ name, text, page }) => [
    element("dt", {}, name), element("dd", {}, text, element("small", {}, ` (${page})`))]))];
}

function list(title, lines) {
  return lines.length ? [element("h3", {}, title), element("ul", {}, lines.map((line) => element("li", {}, line)))] : [];
}
