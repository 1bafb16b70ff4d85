import { count, decimal, figure, interval, percent, probability } from "../format.js";

const DENSITY = { label: "Per km²", title: "Per square kilometre over the period", text: (place) => figure(place.density_per_km2) };
const PEAK = { label: "Peak per km²", title: "The highest density in the place", text: (place) => figure(place.peak_density_per_km2) };

const BY_CHANCE = { label: "p", title: "Share of random maps whose largest cluster has at least as many", text: (place) => probability(place.p) };

/** The figure by which each method finds its places; a method not named here goes by density. */
const OF_METHOD = {
  kde_quartic: [PEAK],
  kde_gaussian: [PEAK],
  kde_adaptive: [PEAK],
  gi_star: [
    { label: "z", title: "Getis-Ord Gi*, of the strongest cell", text: (place) => decimal(place.z) },
    { label: "q", title: "Probability of chance, after false-discovery-rate control", text: (place) => probability(place.q) },
  ],
  nnh: [DENSITY, BY_CHANCE],
  stac: [DENSITY, BY_CHANCE],
};

/** The columns after rank and place, in order; an analyst also sees the figure that the method goes by. Where harm is weighed, shares are of harm. */
export function columnsFor({ question: { method }, harm }, way) {
  return [
    { label: "Count", sub: "95 % interval", text: (place) => count(place.count), small: (place) => interval(place.count_low, place.count_high) },
    { label: "A month", title: "Mean count a month", text: (place) => decimal(place.per_month) },
    ...(harm ? [{ label: "Harm", title: harm.unit, text: (place) => figure(place.harm) }] : []),
    { label: "Share", sub: "running", title: `Part of all ${harm ? "harm" : "that match"}, and of this place with all above it`, text: (place) => percent(place.share), small: (place) => percent(place.running_share) },
    ...(way === "analyst" ? OF_METHOD[method] ?? [DENSITY] : []),
  ];
}

/** The street a place is near, or where it is in words when no street is known. */
export function nameOf(place) {
  return place.near ?? `Place ${place.rank}`;
}

/** The town, or the district for a place in no town. */
export function whereOf(place) {
  return place.town ?? place.district ?? "";
}

/** A word for the change since the period before, never a rise or a fall that chance explains. */
export function trendOf({ change: { ratio_low: low, ratio_high: high, reason } }) {
  if (reason || low === null || low === undefined) return "";
  if (low > 1) return "more than before";
  return high < 1 ? "fewer than before" : "no clear change";
}
