import { keep, recall } from "../kept.js";
import { clockText } from "../ui/hours.js";
import { element } from "../ui/element.js";

const KEY = "hotspots.own-area";
const hourNow = new Intl.DateTimeFormat("en-GB", { hour: "numeric", hourCycle: "h23", timeZone: "Europe/London" });

/** What a team starts from: its own area, remembered on this device, and the shift that is on now. */
export function showTeam(state, { setQuestion }) {
  const holder = document.getElementById("team");
  state.listen((now, before) => {
    holder.hidden = now.way !== "team" || !now.there;
    if (holder.hidden) return;
    if (now.asked.area && now.asked.area !== before.asked.area) keep(KEY, now.asked.area);
    const isNew = now.way !== before.way || now.asked !== before.asked || now.there !== before.there;
    if (isNew) holder.replaceChildren(...content(now, setQuestion));
  });
}

function content({ asked, there }, setQuestion) {
  const own = ownArea(there);
  const shift = shiftAt(Number(hourNow.format(new Date())), there.themes.shifts);
  const isOwn = own && asked.area === own.address;
  const isShift = shift && asked.hours === shift.hours;
  return [
    asked.area ? null : element("p", {}, own ? "Which ground is yours?" : "Choose your area above; this device remembers it."),
    own && !isOwn ? element("button", { type: "button", onclick: () => setQuestion({ area: own.address }) }, `My area: ${own.name}`) : null,
    shift && !isShift ? element("button", { type: "button", onclick: () => setQuestion({ days: shift.days, hours: shift.hours }) }, `This shift: ${shift.name.toLowerCase()}, ${clockText(shift.hours)}`) : null,
    asked.hours || asked.days ? element("button", { type: "button", onclick: () => setQuestion({ days: null, hours: null }) }, "Any time") : null,
  ].filter(Boolean);
}

/** The first shift of every day that an hour lies in; later ones, which overlap, are the ones just begun. */
function shiftAt(hour, shifts) {
  return shifts.filter(({ days }) => !days).findLast(({ hours }) => {
    const [from, to] = hours.split("-").map(Number);
    return from < to ? hour >= from && hour < to : hour >= from || hour < to;
  });
}

function ownArea({ areas }) {
  const address = recall(KEY);
  return areas?.features.map(({ properties }) => properties).find((area) => area.address === address);
}
