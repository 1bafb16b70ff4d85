import { divIcon, geoJSON, marker, tileLayer } from "/lib/leaflet/leaflet-src.esm.js";
import { element } from "../ui/element.js";
import { placeNames } from "./names.js";

/** What lies under the figures: districts, towns and their names, and a tile layer where one is configured. */
export function showGround(map, state) {
  let isDrawn = false;
  let drawnRun;
  let chosen = null;
  let names = [];
  let isAsked = false;
  const setNames = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      map.whenReady(() => placeNames(map, names));
    });
  };
  map.on("moveend resize", setNames);
  state.listen(({ there, run, hotspots, unfolded, standings }, before) => {
    if (!there?.areas) return;
    if (!isDrawn || hotspots !== before.hotspots || unfolded !== before.unfolded || standings !== before.standings) setNames();
    if (!isDrawn) names = draw(map, there);
    isDrawn = true;
    if (run === drawnRun) return;
    drawnRun = run;
    chosen?.remove();
    const known = there.areas.features.filter(({ properties }) => properties.address === run?.area.address);
    const features = run?.area.outline ? [{ type: "Feature", geometry: run.area.outline, properties: {} }] : known;
    chosen = geoJSON(features, { pane: "borders", interactive: false, style: { className: "border chosen" } }).addTo(map);
  });
}

/** Returns the labels, with the spots they may stand at. */
function draw(map, { areas, config }) {
  if (config.base_map) addBaseMap(map, config.base_map);
  const drawn = (kind) => areas.features.filter(({ properties, geometry }) => properties.kind === kind && geometry);
  for (const kind of ["district", "town"]) {
    geoJSON(drawn(kind), { pane: "land", interactive: false, style: { className: `land ${kind}` } }).addTo(map);
  }
  geoJSON(drawn("district"), { pane: "borders", interactive: false, style: { className: "border" } }).addTo(map);
  const names = areas.features.filter(({ geometry }) => geometry).map(({ properties }) => addLabel(map, properties));
  const showNames = () => (map.getContainer().dataset.zoom = map.getZoom() < 9 ? "far" : map.getZoom() < 11 ? "middle" : "near");
  map.on("zoomend", showNames).whenReady(showNames);
  return names;
}

function addBaseMap(map, { url, attribution }) {
  tileLayer(url, { maxZoom: 19 }).addTo(map);
  map.getContainer().classList.add("has-base-map");
  map.getContainer().append(element("p", { class: "attribution" }, attribution));
}

/** The point that was searched for. */
export function showMarked(map, state) {
  let pin = null;
  state.listen(({ marked }, before) => {
    if (marked === before.marked) return;
    pin?.remove();
    pin = marked && marker([marked.lat, marked.lon], {
      icon: divIcon({ className: "pin", html: element("span", {}), iconSize: [18, 18] }), keyboard: false, interactive: false,
    }).bindTooltip(element("span", {}, marked.name), { permanent: true, direction: "top", offset: [0, -10] }).addTo(map);
  });
}

/** A district's name stands within it, a town's over its upper edge, clear of the places in it; where that is taken, around it. */
function addLabel(map, { kind, name, label: [lon, middle], bbox: [west, south, east, north] }) {
  const lat = kind === "town" ? north : middle;
  const icon = divIcon({ className: `label ${kind}`, html: element("span", {}, name), iconSize: [0, 0] });
  const label = marker([lat, lon], { icon, pane: "labels", interactive: false, keyboard: false }).addTo(map);
  const fifth = (north - south) / 5;
  const spots = kind === "town"
    ? { over: [north, lon], under: [south, lon], left: [middle, west], right: [middle, east] }
    : { middle: [middle, lon], upper: [middle + fifth, lon], lower: [middle - fifth, lon] };
  return { label, spots, size: (east - west) * (north - south) };
}
