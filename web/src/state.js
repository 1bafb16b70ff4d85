/**
 * The page's one mutable cell. Everything shown is drawn from it and everything done goes through change(),
 * so that list, map and address never disagree.
 */
export function createState(initial) {
  let current = Object.freeze({ ...initial });
  const listeners = [];
  return {
    get: () => current,
    change(patch) {
      const before = current;
      current = Object.freeze({ ...current, ...patch });
      for (const listener of listeners) listener(current, before);
    },
    /** Calls the listener with the state now and the state before; whoever comes late hears of everything since the start. */
    listen(listener) {
      listeners.push(listener);
      listener(current, START);
    },
  };
}

/** The state before anything has been asked; `asked` holds only what the person set, by the names of the interface. */
export const START = {
  asked: {},
  pinnedRun: null, // run id of a permalink: shown as it was, whatever data came since
  tab: "places", // places, times, data, about
  way: "planner", // planner, team, analyst: how the places are shown
  layer: "density",
  place: null,
  placeFrom: "list",
  view: null,
  marked: null, // a point that was searched for: {lat, lon, name}
  unfolded: false,
  there: null, // what the server has: themes, areas, data, config
  run: null,
  hotspots: [],
  standings: new Map(), // by hotspot how it stands under resamples; comes after the list
  standingNote: "", // why there are none
  peaks: new Map(), // by hotspot its hours in words; comes after the list
  alternatives: [], // what each other choice of the filter would count; comes after the list
  shortlist: [], // places of runs, in the order of the visits
  phase: "starting", // starting, asking, shown, failed, empty
  slow: false,
  problem: null,
  failedTiles: 0,
};
