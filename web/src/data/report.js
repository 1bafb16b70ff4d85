import { count, moment, percent, words } from "../format.js";
import { element } from "../ui/element.js";

const STATES = {
  received: "Received", validating: "Reading", needs_review: "Waits for review", committed: "Loaded", rejected: "Refused",
  failed: "Failed", interrupted: "Interrupted", cancelled: "Cancelled",
};
const COUNTS = ["inserted", "updated", "unchanged", "duplicates", "quarantined"];

/** One import: its state, its progress while it runs, its counts by reason, and what can be done. */
export function report(record, steps, progress = null) {
  const isCheck = record.state === "validating" && record.finished_at;
  return element("article", { class: `import ${record.state}`, "data-import": record.id },
    element("h3", {}, `${isCheck ? "Checked, nothing stored" : STATES[record.state]}: ${record.files.join(", ") || "a file"}`),
    element("p", { class: "quiet" }, `${record.profile}; ${moment(record.started_at)}${record.data_version ? `; data version ${record.data_version}` : ""}`),
    ...(progress ? progressLines(progress) : []),
    ...(record.problem ? [problemLine(record.problem)] : []),
    ...(record.rows_read ? figures(record) : []),
    steps.length || record.quarantined ? element("div", { class: "buttons" }, ...steps, ...quarantine(record, isCheck)) : null);
}

function progressLines({ stage, rows, rows_per_second: rate, bytes, bytes_total: total }) {
  return [
    element("progress", { max: total || 1, value: bytes, "aria-label": "Part of the files that is read" }),
    element("p", {}, `${words(stage)}: ${count(rows)} rows, ${count(rate)} a second, ${percent(total ? bytes / total : 0)} of the files.`),
  ];
}

function problemLine({ title, detail }) {
  return element("div", { class: "box fault" }, element("strong", {}, title ?? "The file cannot be loaded"), detail ?? "");
}

/** The counts add up to the rows read. */
function figures(record) {
  const some = COUNTS.filter((name) => record[name] > 0);
  const lines = [
    [`${count(record.rows_read)} rows read`, some.map((name) => `${count(record[name])} ${name}`).join(", ")].filter(Boolean).join(": ") + ".",
    ...(record.removed ? [`${count(record.removed)} earlier records of the same months were replaced.`] : []),
    ...(record.unlocated + record.outside_force ? [`${count(record.unlocated)} without location, ${count(record.outside_force)} outside the force.`] : []),
  ];
  return [
    ...lines.map((line) => element("p", {}, line)),
    ...reasons("Refused because", record.quarantine_reasons),
    ...reasons("Taken, but marked", record.flags),
    ...(record.ignored_columns.length ? [element("p", { class: "quiet" }, `Columns not used: ${record.ignored_columns.join(", ")}.`)] : []),
  ];
}

function reasons(title, counts) {
  const all = Object.entries(counts).sort(([, a], [, b]) => b - a);
  if (!all.length) return [];
  return [element("p", {}, `${title}: ${all.map(([reason, n]) => `${words(reason.replaceAll("-", "_")).toLowerCase()} ${count(n)}`).join(", ")}.`)];
}

/** A check keeps no rows, so there is nothing to download after it. */
function quarantine({ quarantined, links }, isCheck) {
  return quarantined && !isCheck ? [element("a", { class: "button", href: links.quarantine, download: "" }, "Download the refused rows")] : [];
}
