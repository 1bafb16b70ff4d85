import { getBacktest, getMethodCard, Problem } from "../api.js";
import { element } from "../ui/element.js";
import { backtestSection } from "./backtest.js";
import { cardSection } from "./card.js";

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
    const [card, backtest] = await Promise.all([getMethodCard(run, signal), findBacktest(run, signal)]);
    if (signal.aborted) return;
    panel.replaceChildren(element("div", { class: "panel-body" }, ...cardSection(run, card), ...backtestSection(run, backtest)));
  } catch (fault) {
    if (fault.name === "AbortError") return;
    if (!(fault instanceof Problem)) throw fault;
    panel.replaceChildren(element("div", { class: "panel-body" }, element("p", { class: "field-fault" }, `${fault.title} ${fault.detail}`)));
  }
}

/** The stored back-test of the run's theme and area, or null where none was made. */
async function findBacktest(run, signal) {
  try {
    return await getBacktest(run.question.theme, run.area.address, signal);
  } catch (fault) {
    if (fault.status === 404) return null;
    throw fault;
  }
}
