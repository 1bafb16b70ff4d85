import { addMonths, isOutsideData, periodOf } from "../period.js";
import { element } from "../ui/element.js";
import { holdStill } from "./still.js";

const STEP_MS = 1000; // no faster than the eye follows
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

/** Slides the period through the data, a month at a step: by hand, by key, or played; it never starts by itself. */
export function showSlider(state, { setQuestion }) {
  const range = element("input", { type: "range", min: "0", step: "1", "aria-label": "Period, by month" });
  const name = element("output", {});
  const button = (label, text, press) => element("button", { type: "button", "aria-label": label, onclick: press }, text);
  const play = button("Play", "▶", () => (timer ? stop() : start()));
  const holder = element("form", { id: "slider", "aria-label": "Slide the period", hidden: true, onsubmit: (event) => event.preventDefault() },
    button("One month back", "‹", () => step(-1)), play, button("One month on", "›", () => step(1)), range, name);
  document.getElementById("map-panel").append(holder);
  holdStill(state);
  let windows = [];
  let timer = 0;

  range.addEventListener("input", () => (name.textContent = textOf(windows[range.value])));
  range.addEventListener("change", () => go(Number(range.value)));
  state.listen((now, before) => {
    if (!now.run || (now.run === before.run && now.asked === before.asked)) return;
    const period = periodOf(now.asked, now.there.data.data_version.data_to);
    windows = windowsOf(period, now.there.data.data_version);
    holder.hidden = windows.length < 2 || isOutsideData(now.run);
    range.max = windows.length - 1;
    range.value = nearest(windows, period);
    name.textContent = textOf(windows[range.value]);
    if (now.tab !== "places" || now.phase === "failed") stop();
  });

  function go(index) {
    const { from, to } = windows[index];
    setQuestion({ period: "own", from, to });
  }

  function step(by) {
    const index = Number(range.value) + by;
    if (index < 0 || index >= windows.length) return stop();
    range.value = index;
    name.textContent = textOf(windows[index]);
    go(index);
  }

  /** The next step waits for the answer to the one before. */
  function start() {
    if (Number(range.value) === windows.length - 1) range.value = -1;
    timer = setInterval(() => state.get().phase === "shown" && step(1), STEP_MS);
    play.textContent = "■";
    play.setAttribute("aria-label", "Stop");
    step(1);
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    play.textContent = "▶";
    play.setAttribute("aria-label", "Play");
  }
}

/** As long as the period, ending with each month of the data, oldest first. */
function windowsOf({ from, to }, { data_from: first, data_to: last }) {
  const months = Math.max(1, monthsBetween(from, to));
  const windows = [];
  for (let end = addMonths(`${last.slice(0, 8)}01`, 1); addMonths(end, -months) >= `${first.slice(0, 8)}01`; end = addMonths(end, -1)) {
    windows.unshift({ from: addMonths(end, -months), to: end });
  }
  return windows;
}

function monthsBetween(from, to) {
  const [fromYear, fromMonth] = from.split("-").map(Number);
  const [toYear, toMonth] = to.split("-").map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
}

function nearest(windows, { to }) {
  const index = windows.findIndex((window) => window.to >= to);
  return index < 0 ? windows.length - 1 : index;
}

function textOf(window) {
  if (!window) return "";
  const first = MONTH.format(Date.parse(window.from));
  const last = MONTH.format(Date.parse(addMonths(window.to, -1)));
  return first === last ? first : `${first} to ${last}`;
}
