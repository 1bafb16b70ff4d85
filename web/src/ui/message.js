import { count, longDay } from "../format.js";
import { isOutsideData } from "../period.js";
import { widest } from "../places/relax.js";
import { element } from "./element.js";

/** What stands above or instead of the list: waiting, failed, no data, nothing found. */
export function showMessage(state, actions) {
  const place = document.getElementById("message");
  state.listen((now, before) => {
    const { phase, slow, run, problem } = now;
    document.body.dataset.phase = phase;
    if (phase === before.phase && slow === before.slow && run === before.run && problem === before.problem) return;
    place.replaceChildren(...messageOf(now, actions));
  });
}

function messageOf(now, actions) {
  if (now.slow) return [waiting(actions)];
  if (now.phase === "failed") return [failed(now.problem, actions)];
  if (now.phase === "empty") return [noData(actions)];
  if (now.phase === "shown" && isOutsideData(now.run)) return [notCovered(now, actions)];
  if (now.phase === "shown" && now.run.n === 0) return [nothingMatches(now, actions)];
  if (now.phase === "shown" && now.run.verdict.kind === "chance") return [chance(now, actions)];
  if (now.phase === "shown" && now.hotspots.length === 0) return [noPlaces(now.run)];
  return [];
}

function waiting({ cancel }) {
  return box("wait", "Still working", ["A wide area, a long period or small cells take longer."], button("Cancel", cancel));
}

function failed(problem, { retry }) {
  const faults = problem.errors.map((fault) => element("li", {}, fault.reason));
  return box("fault", problem.title, [
    problem.detail ?? "",
    problem.requestId ? element("span", {}, "Request ", element("code", {}, problem.requestId)) : "",
    faults.length ? element("ul", {}, faults) : "",
  ], button("Retry", retry));
}

function noData({ showTab }) {
  return box("start", "No data yet", [
    "Load a file here, or by the command line:",
    element("pre", { tabindex: "0" }, "java -jar target/hotspots.jar import --profile force-extract FILE"),
    "To look around first: the sample, a made-up county of three years, is served from a folder of its own by",
    element("pre", { tabindex: "0" }, "java -jar target/hotspots.jar demo"),
  ], button("Load a file", () => showTab("data")));
}

function notCovered({ there }, { setQuestion }) {
  const { data_from: from, data_to: to } = there.data.data_version;
  return box("nothing", "The data do not cover this period", [`They reach from ${longDay(from)} to ${longDay(to)}.`],
    button("Last 12 months", () => setQuestion({ period: null, from: null, to: null })));
}

function nothingMatches(now, { setQuestion }) {
  const ways = widest(now);
  const what = now.run.question.counting_basis === "offences" ? "offences" : "incidents";
  return box("nothing", `No ${what} match`,
    [ways.length ? "One of these would widen the question:" : "Nothing of this kind was recorded in this period."],
    ...ways.map(([label, changes]) => button(label, () => setQuestion(changes))));
}

/** What may still tell something: where it happened again, or more of it. */
function chance(now, { setQuestion, showTab }) {
  const longer = widest(now).filter(([, changes]) => changes.period);
  const showRepeats = () => {
    showTab("times");
    document.getElementById("panel-times").focus();
  };
  return box("nothing", "No hotspot: this could be chance", [now.run.verdict.advice], button("Repeat locations", showRepeats),
    ...longer.map(([label, changes]) => button(label, () => setQuestion(changes))));
}

function noPlaces({ n, count: { unit }, harm }) {
  if (harm?.value === 0) return box("nothing", "Nothing has a weight", [`None of the ${count(n)} ${unit} is of an offence that the codebook weighs; public street files do not name the offences.`]);
  return box("nothing", "No place stands out", [
    `${count(n)} ${unit} are too few, or too evenly spread, for this method to name a place. A longer period or a wider area may tell more.`,
  ]);
}

function box(kind, title, lines, ...buttons) {
  const paragraphs = lines.filter((line) => line !== "").map((line) => element("div", {}, line));
  return element("div", { class: `box ${kind}` }, element("strong", {}, title), paragraphs, element("div", { class: "buttons" }, buttons));
}

/** The message goes with the press, so the focus is put where its outcome will stand. */
function button(label, act) {
  const press = () => {
    document.getElementById("places").focus();
    act();
  };
  return element("button", { type: "button", onclick: press }, label);
}
