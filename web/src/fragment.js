/** The shareable part of the state, written after the # so that it never reaches a server's log. */

const QUESTION = [
  "theme", "strand", "asb_type", "area", "period", "from", "to", "days", "hours", "setting", "counting_basis", "police_found", "weight", "codebook", "method",
  "bandwidth_m", "edge", "location_error_m", "times_mean", "grid", "cell_m", "neighbour_m", "q_max", "eps_m", "min_points", "grain_m",
  "threshold_m", "nnh_t", "radius_m", "seed",
];

const TABS = ["places", "times", "data", "about"];
const WAYS = ["planner", "team", "analyst"];

export function readFragment(hash) {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  const asked = {};
  for (const name of QUESTION) {
    if (parameters.get(name)) asked[name] = parameters.get(name);
  }
  return {
    asked,
    pinnedRun: /^[0-9a-f]{64}$/.test(parameters.get("run") ?? "") ? parameters.get("run") : null,
    tab: oneOf(TABS, parameters.get("tab")),
    way: oneOf(WAYS, parameters.get("way")),
    layer: oneOf(["density", "cells"], parameters.get("layer")),
    place: parameters.get("place"),
    view: readView(parameters.get("view")),
  };
}

export function writeFragment({ asked, pinnedRun, tab, way, layer, place, view }) {
  const parameters = new URLSearchParams(pinnedRun ? { run: pinnedRun } : asked);
  if (tab !== TABS[0]) parameters.set("tab", tab);
  if (way !== WAYS[0]) parameters.set("way", way);
  if (layer !== "density") parameters.set("layer", layer);
  if (place) parameters.set("place", place);
  if (view) parameters.set("view", [view.zoom, view.lat.toFixed(5), view.lon.toFixed(5)].join("/"));
  return "#" + parameters.toString().replaceAll("%3A", ":").replaceAll("%2F", "/");
}

/** The word if it is one of those allowed, else the first of them. */
function oneOf(allowed, word) {
  return allowed.includes(word) ? word : allowed[0];
}

function readView(text) {
  const [zoom, lat, lon] = (text ?? "").split("/").map(Number);
  const sound = Number.isFinite(zoom) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return sound ? { zoom, lat, lon } : null;
}
