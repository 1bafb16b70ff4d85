import { headline } from "../places/summary.js";

/** Tells a screen reader what has become of the question, in a sentence, once each. */
export function announce(state) {
  const status = document.getElementById("status");
  state.listen((now) => {
    const sentence = sentenceOf(now);
    if (status.textContent !== sentence) status.textContent = sentence;
  });
}

function sentenceOf({ phase, slow, run, hotspots, problem }) {
  switch (phase) {
    case "starting": return "Loading.";
    case "asking": return slow ? "Still working. Cancel is available." : "Asking.";
    case "failed": return problem.title;
    case "empty": return "There is no data yet.";
    default: return `${headline(run)}. ${run.verdict.sentence} ${hotspots.length === 1 ? "1 place" : `${hotspots.length} places`} in the list.`;
  }
}
