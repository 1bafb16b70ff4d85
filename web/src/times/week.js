import { count } from "../format.js";
import { element } from "../ui/element.js";
import { scroller } from "../ui/scroller.js";

const CLASSES = 5;

/**
 * Events by day and hour as a table whose cells are shaded by their share of the fullest; the unknown times stand beside it.
 * A small one tells its figures to screen readers and on pointing, a large one writes them.
 */
export function weekTable(times, size) {
  const { days, by_day_and_hour: rows, hour_unknown_by_day: unknown, day_unknown: dayless, unit } = times;
  const most = Math.max(1, ...rows.flat());
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const head = element("tr", {}, size === "small" ? element("td", {}) : element("th", { scope: "col" }, "Day"),
    hours.map((hour) => element("th", { scope: "col" }, size === "small" && hour % 3 ? element("span", { class: "unseen" }, clock(hour)) : String(hour).padStart(2, "0"))),
    element("th", { scope: "col", class: "unknown" }, size === "small" ? "?" : "Hour unknown"));
  const body = rows.map((row, day) => element("tr", {},
    element("th", { scope: "row" }, dayName(days[day], size)),
    row.map((n, hour) => element("td", { "data-shade": shadeOf(n, most), title: `${dayName(days[day])} ${clock(hour)}: ${n}` },
      element("span", { class: size === "small" ? "unseen" : null }, String(n)))),
    element("td", { class: "unknown" }, count(unknown[day]))));
  return scroller("By day and hour",
    element("table", { class: `week ${size}` },
      element("caption", { class: "unseen" }, `${unit} by day of the week and hour, London time`),
      element("thead", {}, head), element("tbody", {}, body)),
    dayless ? element("p", { class: "quiet" }, `${count(dayless)} more on a day that is not known.`) : null);
}

/** Whether neither a day nor an hour is known of any event, as in street files: there is no table to show. */
export const hasNoTimes = ({ total, day_unknown: dayless }) => total > 0 && dayless === total;

/** 0 is none, then fifths of the fullest hour. */
function shadeOf(n, most) {
  return n === 0 ? 0 : Math.ceil((n / most) * CLASSES);
}

function dayName(day, size) {
  const name = day[0].toUpperCase() + day.slice(1);
  return size === "small" ? name.slice(0, 2) : name;
}

function clock(hour) {
  return `${String(hour).padStart(2, "0")}:00`;
}
