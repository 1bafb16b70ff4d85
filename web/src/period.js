/** Periods are half-open, [from, to), as the interface has them; people are shown the last day included. */

const DAY_MS = 86_400_000;

export const PERIODS = [
  ["last_28_days", "Last 28 days"],
  ["last_3_months", "Last 3 months"],
  ["last_12_months", "Last 12 months"],
  ["previous_12_months", "The 12 months before"],
  ["last_quarter", "Last full quarter"],
  ["year_before", "The same a year before"],
  ["own", "Own dates"],
];

/** Whether a run's period meets no day of the data, so that nothing found there says nothing. */
export function isOutsideData({ covered, question }) {
  return !covered.whole && covered.from === question.from && covered.to === question.to;
}

/** The dates a year before those of a period. */
export function yearBefore({ from, to }) {
  return { from: addMonths(from, -12), to: addMonths(to, -12) };
}

/** The period asked for, relative to the last day of the data and not to today. */
export function periodOf(asked, lastDay) {
  const end = addDays(lastDay, 1);
  switch (asked.period ?? (asked.from ? "own" : "last_12_months")) {
    case "last_28_days": return { from: addDays(end, -28), to: end };
    case "last_3_months": return { from: addMonths(end, -3), to: end };
    case "last_quarter": return lastQuarter(end);
    case "previous_12_months": return { from: addMonths(end, -24), to: addMonths(end, -12) };
    case "own": return { from: asked.from, to: asked.to };
    default: return { from: addMonths(end, -12), to: end };
  }
}

/** The last whole quarter of a calendar year that ends by a day. */
function lastQuarter(end) {
  const [year, month] = end.split("-").map(Number);
  const to = iso(new Date(Date.UTC(year, month - 1 - ((month - 1) % 3), 1)));
  return { from: addMonths(to, -3), to };
}

export function addDays(day, days) {
  return iso(new Date(Date.parse(day) + days * DAY_MS));
}

/** The same day of another month, or that month's last day where it is shorter. */
export function addMonths(day, months) {
  const [year, month, date] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return iso(new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))));
}

function iso(date) {
  return date.toISOString().slice(0, 10);
}
