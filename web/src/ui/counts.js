import { count } from "../format.js";

/** Values that a question leaves out: the form has them as an empty value. */
const LEFT_OUT = { theme: "all", counting_basis: "incidents" };

/** Beside each value of the filter, in its opened list, how much the question would count with it; the value chosen has its count above the list. */
export function tellCounts(form, { alternatives }) {
  const counts = new Map(alternatives.map(({ parameter, value, n }) => [keyOf(parameter, value), n]));
  for (const option of form.querySelectorAll("option")) {
    const n = counts.get(keyOf(option.closest("select").name, option.value));
    if (n === undefined || option.selected) option.removeAttribute("label");
    else option.label = `${option.text} (${count(n)})`;
  }
}

function keyOf(parameter, value) {
  return `${parameter}=${value === LEFT_OUT[parameter] ? "" : value ?? ""}`;
}
