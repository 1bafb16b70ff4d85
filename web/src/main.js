import { createAsking } from "./asking.js";
import { readFragment, writeFragment } from "./fragment.js";
import { showList } from "./places/list.js";
import { showSummary } from "./places/summary.js";
import { keepShortlist, readShortlist, toggled } from "./shortlist/store.js";
import { START, createState } from "./state.js";
import { element } from "./ui/element.js";

const PATIENCE_MS = 1000;

const state = createState({ ...START, ...readFragment(location.hash), shortlist: readShortlist() });
const asking = createAsking(state);

const actions = {
  setQuestion: asking.setQuestion,
  cancel: asking.cancel,
  retry: asking.retry,
  reload: asking.start,
  refreshData: asking.refreshData,
  select: (place, placeFrom) => state.change({ place, placeFrom }),
  setLayer: (layer) => state.change({ layer, failedTiles: 0 }),
  unfold: () => state.change({ unfolded: true }),
  setView: (view) => state.change({ view }),
  showTab: (tab) => state.change({ tab }),
  setWay: (way) => state.change({ way, tab: "places" }),
  setShortlist: (shortlist) => state.change({ shortlist }),
  toggleShortlisted: (id, place) => state.change({ shortlist: toggled(state.get().shortlist, state.get().run, id, place) }),
  mark: (marked) => state.change({ marked }),
  countFailedTiles: (failedTiles) => state.change({ failedTiles }),
};

keepAddress();
keepShortlist(state);
showSummary(state, actions);
showList(state, actions);
asking.start();

firstAnswer().then(showTheRest);

/** What stands around the list, the areas and the map with its library, none of which the list waits for. */
async function showTheRest() {
  state.listen(({ there }, before) => there && !there.areas && there !== before.there && asking.fetchAreas());
  const [{ showAround }] = await Promise.all([import("./ui/around.js"), sheet("/lib/leaflet/leaflet.css"), sheet("/styles/rest.css")]);
  showAround(state, actions);
  const { showMap } = await import("./map/map.js");
  showMap(state, actions);
}

/** Resolves when a sheet is there or cannot be had; it goes before the first one, which has the last word. */
function sheet(href) {
  return new Promise((resolve) => {
    document.querySelector("link[href='/styles/first.css']").before(element("link", { rel: "stylesheet", href, onload: resolve, onerror: resolve }));
  });
}

/** Resolves when the first list or what stands in its place is known, or has kept us waiting long enough. */
function firstAnswer() {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
    state.listen(({ phase }) => phase !== "starting" && phase !== "asking" && setTimeout(resolve));
  });
}

/** A new question is a new step of the browser's history; a selection or a move of the map is not. */
function keepAddress() {
  state.listen((now, before) => {
    const fragment = writeFragment(now);
    if (fragment === location.hash || fragment === "#" + location.hash) return;
    const isStep = now.asked !== before.asked && now.phase !== "starting";
    history[isStep ? "pushState" : "replaceState"](null, "", fragment);
  });
  addEventListener("popstate", () => {
    const read = readFragment(location.hash);
    const { asked, pinnedRun } = state.get();
    const isSame = JSON.stringify([asked, pinnedRun]) === JSON.stringify([read.asked, read.pinnedRun]);
    state.change(isSame ? { ...read, asked } : read);
    if (!isSame && state.get().there) asking.answer();
  });
}
