import { showRunLine } from "../places/runline.js";
import { showFilters } from "./filters.js";
import { flipOnNarrow, foldOnNarrow, followSkips } from "./frame.js";
import { showHeader } from "./header.js";
import { showMessage } from "./message.js";
import { announce } from "./status.js";

/** Everything around the list but the map. */
export function showAround(state, actions) {
  showHeader(state);
  showFilters(state, actions);
  showMessage(state, actions);
  showRunLine(state);
  announce(state);
  followSkips();
  foldOnNarrow();
  flipOnNarrow();
}
