import { getBacktest, getMethodCard, getMethodDefault } from "../api.js";
import { showRunPanel } from "../ui/runpanel.js";
import { backtestSection } from "./backtest.js";
import { cardSection, rulesSection } from "./card.js";

/** How the figures on the page were made, and why by this method. */
export function show(state, actions, panel) {
  showRunPanel("about", state, panel, async ({ run, there }, signal) => {
    const [card, tested] = await Promise.all([getMethodCard(run, signal), findBacktest(run, signal)]);
    return [...rulesSection(), ...backtestSection(run, there, tested), ...cardSection(run, card)];
  });
}

/** What the run's theme and area would be asked by, and the back-test behind it with its table, or null where there is none. */
async function findBacktest({ question, area }, signal) {
  const preset = await getMethodDefault(question.theme, area.address, signal);
  return { preset, table: preset.backtest && await getBacktest(question.theme, preset.backtest.area, signal) };
}
