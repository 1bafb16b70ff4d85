import { tileLayer } from "/lib/leaflet/leaflet-src.esm.js";
import { element } from "../ui/element.js";

/** A tile that did not come is hatched: what is unknown must not look like nothing. */
const HATCHED = "data:image/svg+xml," + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><defs><pattern id="h" width="12" height="12" ' +
  'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="12" fill="#888"/></pattern></defs>' +
  '<rect width="256" height="256" fill="url(#h)"/></svg>');

/** The density or the cells of the run on show, one layer at a time. */
export function showRunLayer(map, state, actions) {
  let layer = null;
  let address = null;
  const stale = [];
  const dropStale = () => stale.splice(0).forEach((old) => old.remove());
  state.listen((now) => {
    const wanted = now.run && now.run.n > 0 ? now.run.links[now.layer === "cells" ? "cell_tiles" : "density_tiles"] : null;
    if (wanted !== address) {
      address = wanted;
      if (layer) stale.push(layer);
      layer = wanted && tiles(wanted, actions).addTo(map);
      // The old picture stays under the new one until that is whole, so that sliding through the months shows no gaps.
      // One overtaken before it was whole is itself among the old by then, and must not go while it tells of its load.
      const made = layer;
      if (made) made.once("load", () => made === layer && dropStale());
      else dropStale();
    }
    tellFaults(now.failedTiles, () => {
      map.getContainer().focus();
      actions.countFailedTiles(0);
      layer.failed = 0;
      layer.remove().addTo(map); // redraw() would ask for tiles of half a zoom where the map stands between two
    });
  });
}

function tiles(address, { countFailedTiles }) {
  const layer = tileLayer(address.replace(/\.png$/, "{r}.png"), { pane: "run", maxZoom: 19, errorTileUrl: HATCHED });
  layer.failed = 0;
  return layer.on("tileerror", () => countFailedTiles(++layer.failed));
}

function tellFaults(failed, retry) {
  const place = document.getElementById("tile-faults");
  if (place.dataset.failed === String(failed)) return;
  place.dataset.failed = failed;
  const sentence = `${failed} map ${failed === 1 ? "tile" : "tiles"} did not load. Hatched is unknown, not zero. `;
  place.replaceChildren(...(failed ? [sentence, element("button", { type: "button", onclick: retry }, "Retry")] : []));
}
