import { control, map as createMap } from "/lib/leaflet/leaflet-src.esm.js";
import { showGround, showMarked } from "./ground.js";
import { showDraw } from "./draw.js";
import { showLegend } from "./legend.js";
import { showOutlines } from "./outlines.js";
import { showRunLayer } from "./runlayer.js";
import { showSlider } from "./slider.js";

/** Drawn from below to above; the map's ground is our own boundaries, so that it is whole without a request elsewhere. */
const PANES = [["land", 150], ["run", 250], ["borders", 300], ["labels", 450]];

/** From this width on the legend stands beside the area. */
const ROOMY_PX = 560;
const isSliderBelow = matchMedia("(min-width: 80rem)");
const isByFinger = matchMedia("(pointer: coarse)"); // then it is higher

export function showMap(state, actions) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = createMap("map", {
    attributionControl: false,
    trackResize: false, // the observer below does, and knows that it is no move of a person's
    zoomAnimation: !still,
    fadeAnimation: !still,
    inertia: !still,
    maxZoom: 19,
    minZoom: 6,
    zoomSnap: 0.5,
  });
  map.getContainer().setAttribute("aria-label", "Map; arrow keys move it, plus and minus zoom");
  map.getContainer().setAttribute("role", "region");
  control.scale({ imperial: false, position: "bottomright" }).addTo(map);
  for (const [name, zIndex] of PANES) {
    const pane = map.createPane(name);
    pane.style.zIndex = zIndex;
    if (name !== "run") pane.style.pointerEvents = "none";
  }
  showLegend(state, actions); // before the view, which keeps clear of it
  keepView(map, state, actions); // before what is drawn, which needs to know where the map stands
  showGround(map, state);
  showMarked(map, state);
  showRunLayer(map, state, actions);
  showOutlines(map, state, actions, still);
  showDraw(map, state, actions);
  showSlider(state, actions);
}

/**
 * The map follows the state's view and reports the moves that a person makes; where none was made it shows the whole area
 * of the run, or all areas before there is one.
 */
function keepView(map, state, actions) {
  let isOwnMove = false;
  const quietly = (move) => {
    isOwnMove = true;
    move();
    isOwnMove = false;
  };
  const follow = ({ view, run, there }) => {
    const box = run?.area.bbox ?? boxOf(there);
    if (!map.getContainer().clientWidth) return;
    if (view && !isAt(map, view)) quietly(() => map.setView([view.lat, view.lon], view.zoom, { animate: false }));
    if (!view && box) quietly(() => fit(map, box));
  };
  map.on("moveend", () => {
    const { lat, lng } = map.getCenter();
    if (!isOwnMove) actions.setView({ zoom: map.getZoom(), lat, lon: lng });
  });
  new ResizeObserver(() => {
    quietly(() => map.invalidateSize({ animate: false }));
    follow(state.get());
  }).observe(map.getContainer());
  state.listen((now, before) => {
    if (now.view !== before.view || now.run !== before.run || now.there !== before.there) follow(now);
  });
}

function fit(map, [west, south, east, north]) {
  const padding = { paddingTopLeft: [besideLegend(map), above()], paddingBottomRight: [12, below(map)] };
  map.fitBounds([[south, west], [north, east]], { animate: false, ...padding });
}

/** The box around all areas, or null where there are none. */
function boxOf(there) {
  const boxes = there?.areas?.features.map(({ properties }) => properties.bbox) ?? [];
  const side = (index, pick) => pick(...boxes.map((box) => box[index]));
  return boxes.length ? [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)] : null;
}

/** The slider lies along the lower edge on wide pages, along the upper on narrow ones. */
function below(map) {
  if (map.getContainer().clientWidth <= ROOMY_PX) return document.getElementById("legend-fold").offsetHeight + 24;
  return isSliderBelow.matches ? 64 : 12;
}

function above() {
  if (isSliderBelow.matches) return 12;
  return isByFinger.matches ? 120 : 72;
}

/** Where there is room the area is shown beside the legend, else over it. */
function besideLegend(map) {
  const isRoomy = map.getContainer().clientWidth > ROOMY_PX;
  return isRoomy ? document.getElementById("legend-fold").offsetWidth + 24 : 12;
}

function isAt(map, { zoom, lat, lon }) {
  if (!map._loaded) return false;
  const centre = map.getCenter();
  return map.getZoom() === zoom && Math.abs(centre.lat - lat) < 1e-5 && Math.abs(centre.lng - lon) < 1e-5;
}
