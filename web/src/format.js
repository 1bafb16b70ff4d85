/** Figures, dates and words as people read them. */

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const short = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 });
const dayNames = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

export const count = (value) => whole.format(value);
export const figure = (value) => (value >= 1000 ? whole : short).format(value);
export const decimal = (value) => oneDecimal.format(value);
export const percent = (share) => oneDecimal.format(share * 100) + " %";
export const longDay = (iso) => dayNames.format(Date.parse(iso));

/** A moment by the clock of the force. */
export const moment = (iso) => new Date(iso).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/London" });

/** A 95 % interval: one decimal where that matters, none where it does not. */
export function interval(low, high) {
  const side = high < 100 ? oneDecimal : whole;
  return `${side.format(low)} to ${side.format(high)}`;
}

export function probability(value) {
  return value < 0.0001 ? "< 0.0001" : value.toFixed(4);
}

/** A kind of area within a sentence. */
export const areaKind = (kind) => (kind === "lsoa" ? "LSOA" : kind);

/** `sexual_orientation` as "Sexual orientation", `asb_type` as "ASB type". */
export function words(name) {
  const spaced = name.replaceAll("_", " ").replace(/^(asb|lsoa)\b/, (initials) => initials.toUpperCase());
  return spaced[0].toUpperCase() + spaced.slice(1);
}
