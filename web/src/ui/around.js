import { showRunLine } from "../places/runline.js";
import { showTake } from "../places/take.js";
import { showSaved } from "../saved/saved.js";
import { showSearch } from "../search/search.js";
import { showShortlist } from "../shortlist/shortlist.js";
import { showTeam } from "../team/team.js";
import { showWhy } from "../why/why.js";
import { showFilters } from "./filters.js";
import { flipOnNarrow, foldOnNarrow, followSkips } from "./frame.js";
import { showChips } from "./chips.js";
import { showHeader } from "./header.js";
import { showHeld } from "./held.js";
import { showLook } from "./look.js";
import { showMessage } from "./message.js";
import { announce } from "./status.js";
import { showTabs } from "./tabs.js";
import { showWays } from "./ways.js";

/** Everything around the list but the map. */
export function showAround(state, actions) {
  showHeader(state);
  showLook();
  showTabs(state, actions);
  showWays(state, actions);
  showChips(state, actions);
  showFilters(state, actions);
  showHeld(state, actions);
  showMessage(state, actions);
  showTeam(state, actions);
  showTake(state);
  showSearch(state, actions);
  showSaved(state);
  showShortlist(state, actions);
  showWhy(state, actions);
  showRunLine(state);
  announce(state);
  followSkips();
  foldOnNarrow();
  flipOnNarrow();
}
