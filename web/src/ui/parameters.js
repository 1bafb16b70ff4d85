import { words } from "../format.js";
import { methodOf, parametersInUse } from "../question.js";

const MINUTES_PER_METRE = 1 / 80; // an unhurried walk, 4.8 km/h

/** Each parameter in plain words: label, unit, and what a value means. */
const PLAIN = {
  bandwidth_m: {
    label: "Bandwidth",
    unit: "m",
    meaning: (value, method) => method === "kde_gaussian"
      ? `Most of an offence's weight falls within ${2 * value} m, ${onFoot(2 * value)}.`
      : `An offence counts out to ${value} m, ${onFoot(value)}.`,
  },
  edge: { label: "At the force's edge", line: (value) => value === "none" ? "not corrected at the force's edge" : `corrected at the force's edge${value === "uniform" ? " by place" : ""}`, values: { diggle: "Corrected by event", uniform: "Corrected by place", none: "Not corrected" } },
  location_error_m: { label: "Error of places", unit: "m", line: (value) => Number(value) === 0 ? "" : `places up to some ${value} m off`, meaning: (value) => value === 0 ? "Places are taken as recorded." : `Recorded places may be some ${value} m off; density is smoothed that much more.` },
  times_mean: { label: "Times the mean", line: (value) => `places of at least ${value} times the mean`, meaning: (value) => `Density in a place is at least ${value} times the mean of the ground within reach of any offence.` },
  grid: { label: "Cell shape", values: { square: "Squares", hex: "Hexagons" } },
  cell_m: { label: "Cell side", unit: "m", meaning: (value) => `Each side of a cell is ${value} m, ${onFoot(value)}.` },
  neighbour_m: { label: "Neighbours within", unit: "m", meaning: (value) => `A cell is judged with those up to ${value} m away.` },
  q_max: { label: "Largest q", unit: "", meaning: (value) => `About ${Number((value * 100).toPrecision(3))} in 100 cells named may be chance.` },
  eps_m: { label: "Reach", unit: "m", meaning: (value) => `Offences within ${value} m belong together.` },
  min_points: { label: "At least", unit: "", meaning: (value) => `A cluster needs ${value} within reach of one another.` },
  grain_m: { label: "Grain", unit: "m", meaning: (value) => `Places nearer than ${value} m are taken as one.` },
  threshold_m: { label: "Within", unit: "m", meaning: (value) => `Offences of a cluster are at most ${value} m from its seed, ${onFoot(value)}.` },
  nnh_t: { label: "Standard errors", unit: "", meaning: (value) => `Nearer than chance puts neighbours, by ${value} standard errors.` },
  radius_m: { label: "Circles of", unit: "m", meaning: (value) => `Circles reach ${value} m, ${onFoot(value)}.` },
};

/** The words for a parameter; one the page does not know is shown by its own name. */
export function plain(name) {
  return { label: words(name), unit: "", values: {}, meaning: () => "", ...PLAIN[name] };
}

/** A method in one line, with the parameters that it and the layer on show depend on. */
export function methodLine(question, layer, there) {
  const used = parametersInUse(question, [layer], there).flatMap(({ name, default: usual }) => {
    const { label, unit, values, line } = plain(name);
    const value = question[name] ?? usual;
    if (value === null) return [];
    return line ? line(value) : `${label} ${values[value] ?? value}${unit && ` ${unit}`}`.toLowerCase();
  });
  return [methodOf(question, there).name, used.filter(Boolean).join(", ")].filter(Boolean).join(": ");
}

/** What is wrong with a typed value by the server's own range, or an empty string. */
export function faultOf(spec, text) {
  const value = Number(text);
  const isInRange = value >= spec.minimum && value <= spec.maximum && (!spec.whole || Number.isInteger(value));
  const rule = `${spec.whole ? "a whole number " : ""}from ${spec.minimum} to ${spec.maximum}`;
  return text === "" || isInRange ? "" : `${spec.name}=${text}: ${rule}`;
}

function onFoot(metres) {
  const minutes = Math.round(metres * MINUTES_PER_METRE);
  return minutes < 1 ? "less than a minute on foot" : `${minutes} minute${minutes === 1 ? "" : "s"} on foot`;
}
