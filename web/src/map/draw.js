import { control, DomEvent, DomUtil, layerGroup, polygon, circleMarker } from "/lib/leaflet/leaflet-src.esm.js";
import { drawnArea, Problem } from "../api.js";
import { element } from "../ui/element.js";

/** An area of one's own: corners are set by pressing on the map, with the keys at its middle, or typed. */
export function showDraw(map, state, { setQuestion }) {
  const opener = control({ position: "topleft" });
  const button = element("a", { href: "#", role: "button", title: "Draw an area", "aria-label": "Draw an area" }, "✎");
  opener.onAdd = () => {
    const bar = DomUtil.create("div", "leaflet-bar");
    bar.append(button);
    DomEvent.disableClickPropagation(bar);
    return bar;
  };
  opener.addTo(map);
  const drawn = layerGroup();
  const fault = element("p", { class: "field-fault", role: "alert" });
  const told = element("p", {}, "");
  const typed = element("textarea", { id: "corners", rows: "3", placeholder: "450100,275300;450900,275300;450900,276100", spellcheck: "false" });
  const act = (text, press) => element("button", { type: "button", onclick: press }, text);
  const panel = element("section", { id: "draw", "aria-label": "Draw an area", hidden: true }, told,
    element("div", { class: "buttons" }, act("Corner at the map's middle", () => add(map.getCenter())), act("Undo", () => set(corners.slice(0, -1))),
      act("Done", done), act("Cancel", close)),
    element("details", {}, element("summary", {}, "Type the corners"),
      element("label", { for: "corners" }, "Easting,northing in metres, separated by semicolons"), typed, act("Use these", () => finish(`drawn:${typed.value.replaceAll(/\s/g, "")}`))),
    fault);
  document.getElementById("map-panel").append(panel);
  let corners = [];

  button.addEventListener("click", (event) => {
    event.preventDefault();
    open();
  });
  button.addEventListener("keydown", (event) => event.key === " " && (event.preventDefault(), open()));
  panel.addEventListener("keydown", (event) => event.key === "Escape" && close());

  function open() {
    panel.hidden = false;
    drawn.addTo(map);
    map.getContainer().classList.add("drawing");
    map.doubleClickZoom.disable();
    map.on("click", onClick);
    set([]);
    panel.querySelector("button").focus();
  }

  function close() {
    panel.hidden = true;
    drawn.remove();
    map.getContainer().classList.remove("drawing");
    map.doubleClickZoom.enable();
    map.off("click", onClick);
    button.focus();
  }

  function onClick({ latlng }) {
    add(latlng);
  }

  function add(latlng) {
    set([...corners, latlng]);
  }

  function set(next) {
    corners = next;
    fault.textContent = "";
    drawn.clearLayers();
    if (corners.length) polygon(corners, { className: "drawn", interactive: false }).addTo(drawn);
    for (const corner of corners) circleMarker(corner, { className: "corner", radius: 5, interactive: false }).addTo(drawn);
    told.textContent = corners.length < 3 ? `Press the corners on the map, one after the other; ${corners.length} of at least 3.` : `${corners.length} corners.`;
  }

  async function done() {
    try {
      const { area } = await drawnArea(corners.map(({ lng, lat }) => `${lng.toFixed(6)},${lat.toFixed(6)}`).join(";"));
      finish(area);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      fault.textContent = problem.errors[0]?.reason.replace(/^corners=.*?: /, "") ?? problem.title;
    }
  }

  function finish(area) {
    close();
    setQuestion({ area });
  }
}
