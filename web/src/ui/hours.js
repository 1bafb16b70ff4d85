import { words } from "../format.js";
import { element } from "./element.js";
import { choice } from "./fields.js";

const OWN = { days: "friday,saturday", hours: "21-3" }; // where own days and hours start from

/** The shift bands, and days and hours of one's own. */
export function hoursFields({ themes }, { setQuestion }) {
  const { shifts, days } = themes;
  const options = [["", "Any time"], ...shifts.map(({ shift, name, hours }) => [shift, `${name}, ${hours.split("-").map(twoDigits).join("–")}`]), ["own", "Own times"]];
  const pick = (value) => setQuestion(value === "own" ? OWN : { days: null, hours: null, ...pickOf(shifts.find(({ shift }) => shift === value)) });
  const dayBoxes = days.map((day) => element("label", {},
    element("input", { type: "checkbox", value: day, onchange: () => setDays(setQuestion, days) }), element("span", { "aria-hidden": "true" }, day.slice(0, 2)), element("span", { class: "unseen" }, words(day))));
  const hourList = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => [String(from + index), clock(from + index)]);
  const setHours = () => {
    const [from, to] = ["hour_from", "hour_to"].map((name) => document.getElementById(`field-${name}`).value);
    setQuestion({ hours: from === to || (from === "0" && to === "24") ? null : `${from}-${to}` });
  };
  return [
    choice("shift", "Days and hours", options, pick),
    element("fieldset", { class: "field days", "data-field": "days", hidden: true }, element("legend", {}, "Days"), element("div", {}, dayBoxes),
      element("p", { id: "fault-days", class: "field-fault" })),
    choice("hour_from", "From", hourList(0, 23), setHours),
    choice("hour_to", "Up to", hourList(1, 24), setHours),
  ];
}

/** Shows what is asked; every day and the whole day is any time. */
export function tellHours(form, asked, { themes }) {
  const { shifts, days } = themes;
  const isAny = !asked.days && !asked.hours;
  const shift = shifts.find((each) => (each.days ?? "") === (asked.days ?? "") && (each.hours ?? "") === (asked.hours ?? ""));
  form.elements.shift.value = isAny ? "" : shift?.shift ?? "own";
  const isOwn = !isAny && !shift;
  const chosen = asked.days?.split(",") ?? days;
  for (const box of form.querySelectorAll(".days input")) box.checked = chosen.includes(box.value);
  const [from, to] = (asked.hours ?? "0-24").split("-");
  form.elements.hour_from.value = from;
  form.elements.hour_to.value = to;
  for (const name of ["days", "hour_from", "hour_to"]) form.querySelector(`[data-field=${name}]`).hidden = !isOwn;
}

function setDays(setQuestion, days) {
  const chosen = [...document.querySelectorAll("#filters .days input:checked")].map(({ value }) => value);
  const isAll = chosen.length === 0 || chosen.length === days.length;
  setQuestion({ days: isAll ? null : chosen.join(",") });
}

function pickOf(shift) {
  return shift ? { days: shift.days, hours: shift.hours } : {};
}

/** `21-3` as `21:00 to 03:00`. */
export function clockText(hours) {
  return hours.split("-").map((hour) => clock(Number(hour))).join(" to ");
}

function clock(hour) {
  return `${twoDigits(hour)}:00`;
}

function twoDigits(hour) {
  return String(hour).padStart(2, "0");
}
