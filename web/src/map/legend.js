import { count, figure } from "../format.js";
import { periodWords } from "../places/summary.js";
import { element } from "../ui/element.js";
import { methodLine } from "../ui/parameters.js";

const LAYERS = [["density", "Density"], ["cells", "Cells"]];

/** Which layer is on show and what its colours mean, in the run's own breaks. */
export function showLegend(state, actions) {
  const place = document.getElementById("legend");
  state.listen(({ run, layer, there }, before) => {
    if (!run || (run === before.run && layer === before.layer)) return;
    const held = place.contains(document.activeElement);
    place.replaceChildren(switchOf(layer, actions), key(run.n ? run.legend[layer] : null), about(run, layer, there));
    if (held) place.querySelector("input:checked").focus();
  });
}

function switchOf(layer, { setLayer }) {
  return element("fieldset", { class: "switch" },
    element("legend", { class: "unseen" }, "Map layer"),
    LAYERS.map(([value, text]) => element("label", {},
      element("input", { type: "radio", name: "layer", value, checked: value === layer, onchange: () => setLayer(value) }), text)));
}

function key(legend) {
  if (!legend?.breaks.length) return element("p", {}, "Nothing is coloured.");
  const { title, unit, breaks, colours, max } = legend;
  const classes = breaks.map((low, index) => entry(colours[index], rangeOf(low, breaks[index + 1], max)));
  return element("div", {},
    element("strong", {}, title), element("p", {}, unit.replace("km2", "km²")),
    element("ul", { class: "key" }, classes.reverse(), entry(null, `under ${figure(breaks[0])}`)));
}

function rangeOf(low, next, max) {
  if (next !== undefined) return `${figure(low)} to ${figure(next)}`;
  return max === undefined ? `${figure(low)} and more` : `${figure(low)} and more; highest ${figure(max)}`;
}

function entry(colour, text) {
  const swatch = element("span", { class: "swatch" });
  if (colour) swatch.style.backgroundColor = colour;
  return element("li", {}, swatch, text);
}

function about({ n, question }, layer, there) {
  return element("p", { class: "about" }, `n = ${count(n)}; ${periodWords(question)}. ${methodLine(question, layer, there)}.`);
}
