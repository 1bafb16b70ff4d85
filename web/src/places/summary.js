import { count, figure, interval, longDay, percent, words } from "../format.js";
import { addDays, isOutsideData } from "../period.js";
import { element } from "../ui/element.js";

const WHY_NOT_MAPPED = {
  unlocated: "without location",
  outside_force: "outside the force",
  default_location: "at a stand-in location",
  low_precision: "located too coarsely",
};

/** What was found, in sentences: how many, of what, where and when; what is not on the map; what to know about the data. */
export function showSummary(state, actions) {
  const place = document.getElementById("summary");
  const heading = document.getElementById("answer");
  state.listen(({ run, hotspots, there }, before) => {
    if (run === before.run && hotspots === before.hotspots) return;
    heading.textContent = headline(run);
    document.title = `${heading.textContent} – Hotspots`;
    place.replaceChildren(heading, verdict(run), element("p", {}, detail(run, hotspots)), ...notes(run), ...newer(run, there, actions));
  });
}

/** `123 incidents of knife crime, Rugby`. */
export function headline({ question, count: { value, unit }, area }) {
  const kind = question.strand ?? question.asb_type;
  const what = { knife: " of knife crime", hate: " of hate crime", asb: " of anti-social behaviour" }[question.theme] ?? "";
  return `${count(value)} ${value === 1 ? unit.replace(/s$/, "") : unit}${what}${kind ? ` (${words(kind).toLowerCase()})` : ""}, ${area.name}`;
}

export function periodWords({ from, to }) {
  return `${longDay(from)} to ${longDay(addDays(to, -1))}`;
}

/** Whether there is a hotspot at all, before any place is named; the unseen status line reads it out. */
function verdict({ verdict: { kind, sentence } }) {
  return element("p", { id: "verdict", class: kind }, sentence);
}

function detail(run, hotspots) {
  const { low, high } = run.count;
  if (isOutsideData(run)) return `${periodWords(run.question)}, which the data do not cover.`;
  const part = run.covered.whole ? "" : ` (the data cover ${periodWords(run.covered)})`;
  const sentences = [`${periodWords(run.question)}${part}; 95 % interval ${interval(low, high)}.`];
  if (hotspots.length) {
    const held = hotspots.at(-1).properties.running_share;
    const km2 = hotspots.reduce((sum, { properties }) => sum + properties.area_km2, 0);
    const places = hotspots.length === 1 ? "One place holds" : `${hotspots.length} places hold`;
    sentences.push(`${places} ${percent(held)} of ${run.harm ? "the harm" : "them"} on ${figure(km2)} of ${figure(run.area.area_km2)} km².`);
  }
  return sentences.join(" ");
}

function notes(run) {
  const off = Object.entries(run.not_mapped).filter(([, n]) => n > 0);
  const total = off.reduce((sum, [, n]) => sum + n, 0);
  const missing = off.map(([why, n]) => `${count(n)} ${WHY_NOT_MAPPED[why] ?? words(why).toLowerCase()}`).join(", ");
  const lines = [...(total ? [`${count(total)} more are not on the map: ${missing}.`] : []), ...run.notes];
  if (!lines.length) return [];
  return [element("details", { class: "notes" },
    element("summary", {}, lines.length === 1 ? "One note on these figures" : `${lines.length} notes on these figures`),
    element("ul", {}, lines.map((line) => element("li", {}, line))))];
}

/** A permalink shows its run as it was; data that came since is offered, not slipped in. */
function newer(run, there, { setQuestion }) {
  const latest = there.data.data_version.number;
  if (run.data_version.number >= latest) return [];
  const again = element("button", { type: "button", onclick: () => setQuestion({}) }, `Ask version ${latest}`);
  return [element("p", { class: "newer" }, `This is data version ${run.data_version.number}; version ${latest} is there now. `, again)];
}
