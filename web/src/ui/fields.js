import { element } from "./element.js";

/** A labelled select; `groups` is a list of [value, text] pairs, or of {label, options} for grouped choices. */
export function choice(name, label, groups, onpick) {
  const select = element("select", { id: `field-${name}`, name, onchange: () => onpick(select.value) }, groups.map(groupOrOption));
  return field(name, label, select);
}

/** A labelled input with its unit, the meaning of its value below, and a place for what is wrong with it. */
export function entry(name, label, attributes, unit = "") {
  const input = element("input", { id: `field-${name}`, name, "aria-describedby": `hint-${name} fault-${name}`, ...attributes });
  const hint = element("p", { id: `hint-${name}`, class: "hint" });
  return field(name, label, element("span", { class: "with-unit" }, input, unit && element("span", {}, unit)), hint);
}

/** Shows or clears a fault beside its field. */
export function setFault(holder, text) {
  const fault = holder.querySelector(".field-fault");
  fault.textContent = text;
  holder.querySelector("select, input").toggleAttribute("aria-invalid", text !== "");
}

function field(name, label, ...controls) {
  const fault = element("p", { id: `fault-${name}`, class: "field-fault" });
  return element("div", { class: "field", "data-field": name }, element("label", { for: `field-${name}` }, label), controls, fault);
}

function groupOrOption(item) {
  return Array.isArray(item)
    ? element("option", { value: item[0] }, item[1])
    : element("optgroup", { label: item.label }, item.options.map(groupOrOption));
}
