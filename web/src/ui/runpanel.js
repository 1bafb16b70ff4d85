import { Problem } from "../api.js";
import { element } from "./element.js";

/**
 * A tab about the run on show: made when it is opened, and anew for every other run. `contentOf(now, signal)` gives its
 * elements, and may wait for the server.
 */
export function showRunPanel(tab, state, panel, contentOf) {
  let current = new AbortController();
  let drawn = null;
  state.listen((now) => {
    if (now.tab !== tab || !now.run || now.run === drawn) return;
    drawn = now.run;
    current.abort();
    current = new AbortController();
    draw(panel, () => contentOf(now, current.signal), current.signal);
  });
}

async function draw(panel, make, signal) {
  panel.setAttribute("aria-busy", "true");
  try {
    const content = await make();
    if (signal.aborted) return;
    panel.replaceChildren(element("div", { class: "panel-body" }, ...content));
  } catch (fault) {
    if (fault.name === "AbortError") return;
    if (!(fault instanceof Problem)) throw fault;
    panel.replaceChildren(element("div", { class: "panel-body" }, element("p", { class: "field-fault" }, `${fault.title} ${fault.detail}`)));
  }
  panel.removeAttribute("aria-busy");
}
