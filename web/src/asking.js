import { ask, getAlternatives, getAreas, getConfig, getData, getHotspots, getRun, getSmallAreas, getStability, getThemes, getTimes, Problem } from "./api.js";
import { askedOf, questionOf } from "./question.js";
import { hoursOf } from "./times/band.js";

const SLOW_AFTER_MS = 5000;
const SETTLE_MS = 200; // the first of several changes made in one go is asked at once, the rest as one question
const REST_MS = 1200; // longer than a step of the slider

/** Asks the server what the state asks, one question at a time: a newer one puts an end to the older. */
export function createAsking(state) {
  let current = new AbortController();
  let settling = 0;
  let changedAt = -Infinity;
  let shownAt = -Infinity;

  async function start() {
    state.change({ phase: "starting", problem: null });
    await guarded(async () => {
      const [themes, data, config] = await Promise.all([getThemes(), getData(), getConfig()]);
      const hasData = data.offences > 0;
      state.change({ there: { ...state.get().there, themes, data, config }, phase: hasData ? "asking" : "empty" });
      if (hasData) await answer();
    });
  }

  /** The run and its places, from the permalink's run or from the question on the page. */
  async function answer() {
    current.abort();
    current = new AbortController();
    const { signal } = current;
    state.change({ phase: "asking", problem: null, slow: false });
    const slow = setTimeout(() => state.change({ slow: true }), SLOW_AFTER_MS);
    signal.addEventListener("abort", () => clearTimeout(slow));
    await guarded(async () => {
      const { asked, pinnedRun, there } = state.get();
      const run = pinnedRun ? await getRun(pinnedRun, signal) : await ask(questionOf(asked, there), signal);
      if (run.data_version.number > there.data.data_version.number) {
        const data = await getData();
        state.change({ there: { ...state.get().there, data } });
        if (!pinnedRun) return answer(); // the period's presets go by the last day of the data
      }
      const hotspots = (await getHotspots(run, signal)).features;
      if (signal.aborted) return;
      show(run, hotspots);
    });
    clearTimeout(slow);
    const isHurried = performance.now() - shownAt < 2 * REST_MS;
    shownAt = performance.now();
    // Where one answer follows another, as when a period slides, the server is not set to work on what nobody waits for.
    if (isHurried) await new Promise((rested) => setTimeout(rested, REST_MS));
    await late(signal);
  }

  /** What the list and the map can do without until it comes; a failure is told beside the place, and hides nothing. */
  async function late(signal) {
    const { run, hotspots, phase } = state.get();
    if (signal.aborted || phase !== "shown") return;
    const told = async (work, onFault) => {
      try {
        const patch = await work();
        if (!signal.aborted) state.change(patch);
      } catch (fault) {
        if (fault.name === "AbortError") return;
        if (!(fault instanceof Problem)) throw fault;
        state.change(onFault(fault));
      }
    };
    const alternatives = told(async () => ({ alternatives: (await getAlternatives(run, signal)).choices }), () => ({}));
    if (!hotspots.length) return alternatives;
    await Promise.all([
      alternatives,
      told(async () => {
        const { peaks } = await getTimes(run, null, signal);
        return { peaks: new Map(peaks.map((peak) => [peak.hotspot_id, hoursOf(peak)])) };
      }, () => ({})),
      told(async () => {
        const answer = await getStability(run, signal);
        const note = answer.replicates ? "" : answer.sentence;
        return { standings: new Map(answer.hotspots.map((each) => [each.hotspot_id, { ...answer, ...each }])), standingNote: note };
      }, (fault) => ({ standingNote: `Whether it stays is not known: ${fault.title}` })),
    ]);
  }

  function show(run, hotspots) {
    const { asked, pinnedRun, place, there, view, run: before } = state.get();
    const isElsewhere = before !== null && before.area.address !== run.area.address;
    state.change({
      run,
      hotspots,
      standings: new Map(),
      standingNote: "",
      peaks: new Map(),
      alternatives: [],
      phase: "shown",
      slow: false,
      failedTiles: 0,
      unfolded: false,
      asked: pinnedRun ? askedOf(run, there) : asked,
      view: isElsewhere ? null : view,
      place: hotspots.some((hotspot) => hotspot.id === place) ? place : null,
    });
  }

  async function guarded(work) {
    try {
      await work();
    } catch (fault) {
      if (fault.name === "AbortError") return;
      if (!(fault instanceof Problem)) throw fault;
      state.change({ phase: "failed", problem: fault, slow: false });
    }
  }

  /** The outlines of districts and towns, which the first list does without, and what else is loaded by name. */
  const fetchAreas = () => guarded(async () => {
    const { ward, beat } = state.get().there.data.areas;
    const [areas, small] = await Promise.all([getAreas(), ward || beat ? getSmallAreas() : { features: [] }]);
    state.change({ there: { ...state.get().there, areas: { features: [...areas.features, ...small.features] } } });
  });

  /** What is loaded, asked for anew; the question stays. */
  const refreshData = () => guarded(async () => {
    const data = await getData();
    state.change({ there: { ...state.get().there, data } });
  });

  /** Changes the question; a name set to null goes back to its default. */
  function setQuestion(changes) {
    const merged = Object.entries({ ...state.get().asked, ...changes });
    state.change({
      asked: Object.fromEntries(merged.filter(([, value]) => value !== null)),
      pinnedRun: null,
      place: null,
    });
    clearTimeout(settling);
    const isFirst = performance.now() - changedAt > SETTLE_MS;
    changedAt = performance.now();
    if (isFirst) answer();
    else settling = setTimeout(answer, SETTLE_MS);
  }

  /** Gives up waiting: the page goes back to the question whose answer it still shows. */
  function cancel() {
    current.abort();
    const { run, there, asked } = state.get();
    if (run) state.change({ phase: "shown", slow: false, asked: askedOf(run, there), pinnedRun: null });
    else state.change({ phase: "failed", slow: false, asked, problem: new Problem({ title: "Cancelled", detail: "Nothing has been asked since." }) });
  }

  function retry() {
    if (!state.get().there) return start();
    if (!state.get().there.areas) fetchAreas();
    return answer();
  }

  return { start, answer, fetchAreas, refreshData, setQuestion, cancel, retry };
}
