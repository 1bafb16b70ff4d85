import { getBacktest, getMethodCard, getMethodDefault, Problem } from "../api.js";
import { element } from "../ui/element.js";
import { backtestSection } from "./backtest.js";
import { cardSection, rulesSection } from "./card.js";

/** How the figures on the page were made, and why by this method. */
export function show(state, actions, panel) {
  let current = new AbortController();
  let drawn = null;
  state.listen((now) => {
    if (now.tab !== "about" || !now.run || now.run === drawn) return;
    drawn = now.run;
    current.abort();
    current = new AbortController();
    draw(panel, now.run, current.signal);
  });
}

async function draw(panel, run, signal) {
  try {
    const [card, tested] = await Promise.all([getMethodCard(run, signal), findBacktest(run, signal)]);
    if (signal.aborted) return;
    panel.replaceChildren(element("div", { class: "panel-body" }, ...rulesSection(), ...backtestSection(run, tested), ...cardSection(run, card)));
  } catch (fault) {
    if (fault.name === "AbortError") return;
    if (!(fault instanceof Problem)) throw fault;
    panel.replaceChildren(element("div", { class: "panel-body" }, element("p", { class: "field-fault" }, `${fault.title} ${fault.detail}`)));
  }
}

/** What the run's theme and area would be asked by, and the back-test behind it with its table, or null where there is none. */
async function findBacktest({ question, area }, signal) {
  const preset = await getMethodDefault(question.theme, area.address, signal);
  return { preset, table: preset.backtest && await getBacktest(question.theme, preset.backtest.area, signal) };
}
