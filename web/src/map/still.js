/**
 * Keeps list and legend where they are while the period slides: the words above the list and in the legend take more lines
 * for one month than for another. What has grown for a month stays as high until something but the period changes.
 */
export function holdStill(state) {
  const held = { of: null, top: 0, legend: 0 };
  const [list, summary, message, legend] = ["list", "summary", "message", "legend"].map((id) => document.getElementById(id));
  state.listen((now, before) => {
    const of = sameButPeriod(now);
    const isReleased = held.of !== of;
    if (isReleased) Object.assign(held, { of, top: 0, legend: 0 });
    if (!isReleased && (now.phase !== "shown" || (now.run === before.run && now.phase === before.phase))) return;
    summary.style.minHeight = legend.style.minHeight = "";
    if (now.phase !== "shown" || message.childElementCount || !list.childElementCount) return;
    held.top = Math.max(held.top, list.offsetTop);
    held.legend = Math.max(held.legend, legend.offsetHeight);
    summary.style.minHeight = `${summary.offsetHeight + held.top - list.offsetTop}px`;
    legend.style.minHeight = `${held.legend}px`;
  });
}

function sameButPeriod({ asked, way, layer }) {
  const { from, to, period, ...others } = asked;
  return JSON.stringify([others, way, layer, innerWidth]);
}
