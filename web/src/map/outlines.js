import { divIcon, geoJSON, layerGroup, marker } from "/lib/leaflet/leaflet-src.esm.js";
import { interval } from "../format.js";
import { nameOf, whereOf } from "../places/columns.js";
import { placesOnShow } from "../places/list.js";
import { element } from "../ui/element.js";
import { makeRoom } from "./badges.js";

const NUMBERED = 10;
const CLOSE_ENOUGH_ZOOM = 13;

/** The outlines of the listed places, the first ten numbered, tied to the list both ways; the surer, the firmer the line. */
export function showOutlines(map, state, actions, still) {
  const drawn = layerGroup().addTo(map);
  let outlines = new Map();
  const settle = () => makeRoom(map, [...outlines.values()].flatMap(({ badge: number }) => number ?? []));
  map.whenReady(() => map.on("zoomend", settle)); // not of the first view: markers come into being after it
  state.listen((now, before) => {
    const isNewList = now.hotspots !== before.hotspots || now.unfolded !== before.unfolded;
    if (isNewList) {
      drawn.clearLayers();
      outlines = new Map(placesOnShow(now).map((hotspot) => [hotspot.id, draw(hotspot, drawn, actions)]));
    } else if (now.place === before.place && now.standings === before.standings) {
      return;
    }
    map.whenReady(() => {
      outlines.forEach((outline, id) => mark(outline, id === now.place, now.standings.get(id)?.drawn));
      settle();
    });
    if (!isNewList && now.place !== before.place && now.placeFrom === "list" && outlines.has(now.place)) goTo(map, outlines.get(now.place), still);
  });
}

function draw({ id, geometry, properties }, drawn, { select }) {
  const pick = () => select(id, "map");
  const shape = geoJSON(geometry, { style: { className: "outline", weight: 2 } }).on("click", pick);
  for (const path of shape.getLayers()) path.on("add", () => path.getElement().setAttribute("data-place", id));
  shape.bindTooltip(() => tooltip(properties), { sticky: true }).addTo(drawn);
  return { shape, centre: properties.centre, badge: properties.rank <= NUMBERED ? badge(properties, pick).addTo(drawn) : null };
}

function badge({ rank, centre: [lon, lat] }, pick) {
  const icon = divIcon({ className: "badge", html: element("span", {}, String(rank)), iconSize: [24, 24] });
  return marker([lat, lon], { icon, keyboard: false, zIndexOffset: 1000 - rank }).on("click", pick);
}

function tooltip(place) {
  const where = [nameOf(place), whereOf(place)].filter(Boolean).join(", ");
  return element("span", {}, `${place.rank}. ${where}: ${place.count} (${interval(place.count_low, place.count_high)})`);
}

/** Dashed is what a fifth to a half of the resamples lose, hidden what most of them lose; the selected place is always seen. */
function mark({ shape, badge: number }, isSelected, drawn) {
  for (const part of [...shape.getLayers(), ...(number ? [number] : [])]) {
    const { classList } = part.getElement();
    classList.toggle("selected", isSelected);
    classList.toggle("dashed", drawn === "dashed");
    classList.toggle("unsteady", drawn === "hidden");
  }
  if (isSelected) shape.bringToFront();
}

function goTo(map, { centre: [lon, lat] }, still) {
  if (map.getContainer().clientWidth) map.setView([lat, lon], Math.max(map.getZoom(), CLOSE_ENOUGH_ZOOM), { animate: !still });
}
