/** Room around a name, in pixels. */
const APART = 2;

/**
 * Sets the names of districts and towns clear of each other, of the places' numbers and of what else lies on the map: at the first of a name's spots
 * that is free, else not at all; the larger the area, the sooner it is served.
 */
export function placeNames(map, names) {
  const badges = map.getPane("markerPane").querySelectorAll(".badge:not(.covered) span");
  const controls = document.querySelectorAll("#legend-fold, #slider, #map .leaflet-bar, #map .leaflet-control-scale");
  const taken = [...controls, ...badges].map((other) => other.getBoundingClientRect());
  const all = map.getContainer().getBoundingClientRect();
  for (const { label, spots } of names.toSorted((one, other) => other.size - one.size)) {
    const name = label.getElement();
    const isFree = Object.entries(spots).some(([side, spot]) => {
      label.setLatLng(spot);
      name.dataset.side = side;
      const box = name.firstElementChild.getBoundingClientRect();
      return isWithin(box, all) && taken.every((other) => areApart(box, other)) && taken.push(box);
    });
    name.classList.toggle("crowded", !isFree);
  }
}

function isWithin(box, all) {
  return box.left >= all.left && box.right <= all.right && box.top >= all.top && box.bottom <= all.bottom;
}

function areApart(one, other) {
  return one.right + APART < other.left || other.right + APART < one.left || one.bottom + APART < other.top || other.bottom + APART < one.top;
}
