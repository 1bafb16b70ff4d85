import { count } from "../format.js";
import { keepList, recallList } from "../kept.js";
import { nameOf, whereOf } from "../places/columns.js";
import { MINUTES } from "./add.js";

/**
 * The shortlist, kept on this device. An entry is a place of one run, so it stays what it was when the data change:
 * `{run, place, title, what, minutes}`.
 */
const KEY = "hotspots.shortlist";
const MOST = 20; // as many as a brief takes

export function readShortlist() {
  return recallList(KEY, isEntry).slice(0, MOST);
}

export function keepShortlist(state) {
  state.listen((now, before) => now.shortlist !== before.shortlist && keepList(KEY, now.shortlist));
}

export function toggled(shortlist, run, id, place) {
  const isThere = ({ run: of, place: at }) => of === run.run_id && at === id;
  if (shortlist.some(isThere)) return shortlist.filter((entry) => !isThere(entry));
  if (shortlist.length >= MOST) return shortlist;
  const title = [nameOf(place), whereOf(place)].filter(Boolean).join(", ");
  return [...shortlist, { run: run.run_id, place: id, title, what: `${count(place.count)} ${run.count.unit}, ${run.area.name}`, minutes: MINUTES }];
}

/** The entry at an index, moved up or down by one. */
export function moved(shortlist, index, by) {
  const all = [...shortlist];
  const [entry] = all.splice(index, 1);
  all.splice(index + by, 0, entry);
  return all;
}

function isEntry(entry) {
  return /^[0-9a-f]{64}$/.test(entry?.run) && /^h\d+$/.test(entry.place) && typeof entry.title === "string"
    && typeof entry.what === "string" && Number.isInteger(entry.minutes);
}
