import { element } from "../ui/element.js";

const FEATURES = [["geojson", "GeoJSON"], ["gpkg", "GeoPackage"], ["csv", "CSV"], ["kml", "KML"]];
const LAYERS = [["hotspots", "Places", FEATURES], ["cells", "Cells", FEATURES], ["contours", "Contours", FEATURES], ["clusters", "Clusters", FEATURES], ["offences", "Offences", FEATURES], ["density", "Density", [["tif", "GeoTIFF"]]]];
const DOCUMENTS = [["times", "Hours"], ["stability", "How sure"], ["method_card", "Method card"]];

/** For an analyst: the run's views as files, and the same answer without this page. */
export function showTake(state) {
  const holder = document.getElementById("take");
  state.listen(({ run, way }, before) => {
    holder.hidden = way !== "analyst" || !run;
    if (holder.hidden || (run === before.run && way === before.way)) return;
    holder.replaceChildren(
      element("h3", {}, "Take it with you"),
      element("dl", { class: "files" },
        LAYERS.flatMap(([layer, text, formats]) => entry(text, formats.map(([ending, format]) => link(run, text, layer, ending, format, fileOf(run, layer, ending))))),
        DOCUMENTS.flatMap(([view, text]) => entry(text, [link(run, text, view, "json", "JSON", run.links[view])]))),
      element("p", {}, element("a", { href: `/connect?run=${run.run_id}` }, "Connect QGIS, ArcGIS, Power BI, R or Python")),
      element("h3", {}, "The same answer elsewhere"),
      element("p", { class: "quiet" }, "From any program:"), element("pre", { tabindex: "0" }, `curl '${location.origin}/api/v1/runs?${queryOf(run)}'`),
      element("p", { class: "quiet" }, "On the server's command line:"), element("pre", { tabindex: "0" }, `java -jar target/hotspots.jar run ${optionsOf(run)} --json`));
  });
}

const entry = (text, links) => [element("dt", {}, text), element("dd", {}, links)];
const fileOf = (run, layer, ending) => run.links.files.replace("{layer}", layer).replace("{format}", ending);

function link(run, text, view, ending, format, href) {
  return element("a", { href, download: `${view}-${run.run_id.slice(0, 12)}.${ending}`, "aria-label": `${text} as ${format}` }, format);
}

/** The question in full, so that it stays the same whatever defaults come to be. */
function queryOf({ question }) {
  return new URLSearchParams(given(question)).toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
}

function optionsOf({ question }) {
  return given(question).map(([name, value]) => `--${name} ${quoted(String(value))}`).join(" ");
}

/** As a shell takes it: the corners of a drawn area stand between semicolons. */
function quoted(value) {
  return /^[\w:.,-]+$/.test(value) ? value : `'${value}'`;
}

function given(question) {
  return Object.entries(question).filter(([, value]) => value !== null);
}
