import { addDays, periodOf } from "../period.js";

/** The changes that would widen the question, as [label, changes], the likeliest culprit first. */
export function widest({ asked, there }) {
  const { data_from, data_to } = there.data.data_version;
  const ways = [];
  if (asked.strand) ways.push(["Every strand", { strand: null }]);
  if (asked.asb_type) ways.push(["Every type", { asb_type: null }]);
  if (asked.setting) ways.push(["Any setting", { setting: null }]);
  if (periodOf(asked, data_to).from > data_from) {
    ways.push(["The whole period of the data", { period: "own", from: data_from, to: addDays(data_to, 1) }]);
  }
  if (asked.area) ways.push(["The whole force", { area: null }]);
  if (asked.theme) ways.push(["All offences", { theme: null, strand: null, asb_type: null }]);
  return ways;
}
