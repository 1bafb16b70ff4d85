import { getHistory, Problem } from "../api.js";
import { count } from "../format.js";
import { nameOf, whereOf } from "../places/columns.js";
import { element } from "../ui/element.js";
import { figuresTable } from "../ui/figures.js";

/** Whether each place was one in earlier months; the server searches up to 24 times for it, so only for those who come to see it. */
export function beforeSection(run, hotspots, signal) {
  const holder = element("div", { "aria-busy": "true" }, element("p", { class: "quiet" }, "Looking back …"));
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    fill(holder, run, hotspots, signal);
  });
  seen.observe(holder);
  return [element("h2", {}, "Here before"), holder];
}

async function fill(holder, run, hotspots, signal) {
  try {
    holder.replaceChildren(...content(await getHistory(run, signal), hotspots));
  } catch (fault) {
    if (fault.name === "AbortError") return;
    if (!(fault instanceof Problem)) throw fault;
    holder.replaceChildren(element("p", { class: "field-fault" }, `Which were there before is not known: ${fault.title}.`));
  }
  holder.removeAttribute("aria-busy");
}

function content({ windows, tracks }, hotspots) {
  const of = new Map(hotspots.map((hotspot) => [hotspot.id, hotspot.properties]));
  const now = tracks.filter((track) => of.has(track.hotspot_id)).sort((one, other) => of.get(one.hotspot_id).rank - of.get(other.hotspot_id).rank);
  const gone = tracks.length - now.length;
  if (windows.length < 2) return [element("p", {}, "The data do not reach back to an earlier period as long as this one.")];
  const rows = now.map((track) => element("tr", {},
    element("td", { class: "number" }, String(of.get(track.hotspot_id).rank)),
    element("td", {}, [nameOf, whereOf].map((part) => part(of.get(track.hotspot_id))).filter(Boolean).join(", ")),
    element("td", { class: "number" }, count(track.months_seen)),
    element("td", { class: "number" }, count(track.months_in_top)),
    element("td", {}, track.may_be_older ? `before ${monthOf(windows[0])}` : monthOf(windows[track.ranks.findIndex((rank) => rank !== null)])),
    element("td", {}, element("code", {}, track.stable_id))));
  return [
    element("p", {}, `The same question at the end of each of ${count(windows.length)} months, each about a period as long as this one.`
      + ` ${gone ? `${count(gone)} ${gone === 1 ? "place that was one then is" : "places that were ones then are"} none now.` : ""}`),
    rows.length ? figuresTable("Here before", ["#", "Near", ["Months a place", "number"], ["Among the first ten", "number"], "Since", "Lasting name"], rows) : null,
  ].filter(Boolean);
}

/** The last month of a window. */
function monthOf({ to }) {
  const end = new Date(`${to}T00:00:00Z`);
  end.setUTCDate(0);
  return end.toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
}
