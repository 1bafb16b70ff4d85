import { control, map as createMap } from "/lib/leaflet/leaflet-src.esm.js";
import { showGround } from "./ground.js";
import { showLegend } from "./legend.js";
import { showOutlines } from "./outlines.js";
import { showRunLayer } from "./runlayer.js";

/** Drawn from below to above; the map's ground is our own boundaries, so that it is whole without a request elsewhere. */
const PANES = [["land", 150], ["run", 250], ["borders", 300], ["labels", 450]];

export function showMap(state, actions) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = createMap("map", {
    attributionControl: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    inertia: !still,
    maxZoom: 19,
    minZoom: 6,
  });
  map.getContainer().setAttribute("aria-label", "Map; arrow keys move it, plus and minus zoom");
  map.getContainer().setAttribute("role", "region");
  control.scale({ imperial: false, position: "bottomright" }).addTo(map);
  for (const [name, zIndex] of PANES) {
    const pane = map.createPane(name);
    pane.style.zIndex = zIndex;
    if (name !== "run") pane.style.pointerEvents = "none";
  }
  keepView(map, state, actions); // first: what is drawn needs to know where the map stands
  showGround(map, state);
  showRunLayer(map, state, actions);
  showOutlines(map, state, actions, still);
  showLegend(state, actions);
}

/** The map follows the state's view and reports its own; without one it shows the whole area of the run. */
function keepView(map, state, actions) {
  const hasSize = () => map.getContainer().clientWidth > 0;
  const follow = ({ view, run }) => {
    if (!hasSize()) return;
    if (view) {
      if (!isAt(map, view)) map.setView([view.lat, view.lon], view.zoom, { animate: false });
    } else if (run) {
      const [west, south, east, north] = run.area.bbox;
      map.fitBounds([[south, west], [north, east]], { animate: false, paddingTopLeft: [besideLegend(map), 12], paddingBottomRight: [12, 12] });
    }
  };
  map.on("moveend", () => {
    const { lat, lng } = map.getCenter();
    if (hasSize()) actions.setView({ zoom: map.getZoom(), lat, lon: lng });
  });
  new ResizeObserver(() => {
    map.invalidateSize({ animate: false });
    follow(state.get());
  }).observe(map.getContainer());
  state.listen((now, before) => {
    if (now.view !== before.view || now.run !== before.run) follow(now);
  });
}

/** Where there is room the area is shown beside the legend, not under it. */
function besideLegend(map) {
  const isRoomy = map.getContainer().clientWidth > 720;
  return isRoomy ? document.getElementById("legend-fold").offsetWidth + 24 : 12;
}

function isAt(map, { zoom, lat, lon }) {
  if (!map._loaded) return false;
  const centre = map.getCenter();
  return map.getZoom() === zoom && Math.abs(centre.lat - lat) < 1e-5 && Math.abs(centre.lng - lon) < 1e-5;
}
