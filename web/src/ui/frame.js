/** What the frame of the page does at each width: skip links, the folded filters, list or map. */

const wide = matchMedia("(min-width: 64rem), print");

/** Skip links move the focus themselves: the address's fragment belongs to the state. */
export function followSkips() {
  for (const link of document.querySelectorAll("[data-skip]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const target = document.getElementById(link.dataset.skip);
      if (target.id === "filters") document.getElementById("filters-fold").open = true;
      if (target.id === "map-panel") showMapSide(true);
      target.focus();
    });
  }
}

/** Filters and legend stand open where there is room for them. */
export function foldOnNarrow() {
  const follow = () => {
    for (const id of ["filters-fold", "legend-fold"]) document.getElementById(id).open = wide.matches;
  };
  wide.addEventListener("change", follow);
  follow();
}

/** Below 1024 px the map lies behind a button. */
export function flipOnNarrow() {
  document.getElementById("flip").addEventListener("click", () => showMapSide(!document.body.classList.contains("map-side")));
}

export function showMapSide(isMap) {
  document.body.classList.toggle("map-side", isMap);
  const flip = document.getElementById("flip");
  flip.textContent = isMap ? "Show list" : "Show map";
  flip.setAttribute("aria-expanded", isMap);
}
