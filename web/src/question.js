import { periodOf } from "./period.js";

/** What the map's layers depend on besides the method. */
const LAYER_PARAMETERS = { density: ["bandwidth_m", "edge", "location_error_m"], cells: ["grid", "cell_m"] };

export function themeOf(asked, { themes }) {
  return themes.themes.find((theme) => theme.theme === asked.theme) ?? themes.themes.find((theme) => theme.theme === "all");
}

/** What an area is called that is not among those listed: by its run, once there is one. */
export function otherArea(address, run) {
  if (address.startsWith("drawn:")) return "Drawn area";
  return run?.area.address === address ? run.area.name : address;
}

export function methodOf(asked, { themes }) {
  return themes.methods.find((method) => method.method === asked.method) ?? themes.methods[0];
}

/** The choices with the method that holds: where none is named, what the server made of that in the run. */
export function withMethod(asked, run) {
  return { ...asked, method: asked.method ?? run?.question.method };
}

/** The parameters that the chosen method and these map layers use, each with its range. */
export function parametersInUse(asked, layers, there) {
  const used = [...methodOf(asked, there).parameters.map((spec) => spec.name), ...layers.flatMap((layer) => LAYER_PARAMETERS[layer])];
  const specs = new Map(allParameters(there).map((spec) => [spec.name, spec]));
  return [...new Set(used)].map((name) => specs.get(name)).filter(Boolean);
}

/** The question as the interface takes it: what was set, less what another choice has made void. */
export function questionOf(asked, there) {
  const theme = themeOf(asked, there);
  const used = parametersInUse(asked, ["density", "cells"], there).map((spec) => spec.name);
  const isVoid = (name) =>
    (name === "strand" && !theme.strands) ||
    (name === "asb_type" && !theme.asb_types) ||
    (allParameters(there).some((spec) => spec.name === name) && !used.includes(name));
  const { period, ...choices } = asked;
  const kept = Object.entries(choices).filter(([name]) => !isVoid(name));
  return { ...Object.fromEntries(kept), ...periodOf(asked, there.data.data_version.data_to) };
}

/** A run's question as choices on this page, defaults left out; not the method, whose default a new back-test may change. */
export function askedOf(run, there) {
  const defaults = defaultsOf(there);
  const chosen = Object.entries(run.question).filter(([name, value]) => value !== null && String(value) !== String(defaults[name]));
  const asked = Object.fromEntries(chosen.map(([name, value]) => [name, String(value)]));
  if (run.area.address === "force") delete asked.area;
  return { ...asked, period: "own" };
}

function defaultsOf(there) {
  return {
    theme: "all",
    setting: there.themes.settings[0],
    counting_basis: there.themes.counting_bases[0],
    police_found: there.themes.police_found[0],
    weight: there.themes.weights[0],
    seed: 1,
    ...Object.fromEntries(allParameters(there).map((spec) => [spec.name, spec.default])),
  };
}

function allParameters({ themes }) {
  return themes.methods.flatMap((method) => method.parameters);
}
