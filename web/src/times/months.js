import { count } from "../format.js";
import { element } from "../ui/element.js";

const NAMES = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
const WORDS = { above: "more than expected", below: "fewer than expected", within: "as expected" };

/** Two years of months as bars with what the months before let expect, and the same as a table that a screen reader reads. */
export function monthStrip({ months: asked, sentence, unit }) {
  const months = asked.slice(Math.max(0, asked.findIndex(({ count: n }) => n !== null))); // what lies before the data is not nothing
  const most = Math.max(1, ...months.map(({ count: n, band }) => Math.max(n ?? 0, band?.high ?? 0)));
  const bars = months.map((month, index) => element("li", { class: [month.standing, month.whole ? "" : "part", month.count === null ? "unknown" : ""].filter(Boolean).join(" ") || null, title: told(month) },
    barsOf(month, most), element("span", { class: "name", "aria-hidden": "true" }, index % 3 === 0 ? nameOf(month.month) : ""),
    element("span", { class: "unseen" }, told(month))));
  return element("div", {},
    element("ol", { class: "months", "aria-label": `${unit} by month` }, bars),
    element("p", { class: "quiet" }, sentence));
}

/** Heights are set by script: the page's policy takes no style from markup. */
function barsOf({ count: n, band }, most) {
  const part = (name, bottom, height) => {
    const made = element("span", { class: name });
    made.style.bottom = `${(bottom / most) * 100}%`;
    made.style.height = `${(height / most) * 100}%`;
    return made;
  };
  return element("span", { class: "bars", "aria-hidden": "true" },
    band ? part("expected", band.low, band.high - band.low) : null, n ? part("counted", 0, n) : null);
}

function told({ month, count: n, whole, band, standing, year_before: before }) {
  if (n === null) return `${month}: no data`;
  return [
    `${month}: ${count(n)}${whole ? "" : " in part of the month"}`,
    band ? `expected ${count(band.low)} to ${count(band.high)}, ${WORDS[standing]}` : "",
    before === null ? "" : `a year before ${count(before)}`,
  ].filter(Boolean).join("; ");
}

function nameOf(month) {
  const [year] = month.split("-");
  return `${NAMES.format(Date.parse(`${month}-01`))} ${year.slice(2)}`;
}
