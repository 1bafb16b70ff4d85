import { copy } from "../ui/copy.js";
import { element } from "../ui/element.js";
import { writeFragment } from "../fragment.js";

/** Which run this is, and the link that shows the same run again. */
export function showRunLine(state) {
  const place = document.getElementById("run-line");
  state.listen((now, before) => {
    const { run } = now;
    if (!run) return;
    if (run !== before.run) place.replaceChildren(...lineOf(run));
    place.querySelector("a").href = writeFragment({ ...now, pinnedRun: run.run_id });
  });
}

function lineOf(run) {
  const link = element("a", {}, run.run_id.slice(0, 12));
  const button = element("button", { type: "button", onclick: () => copy(link.href, link, button) }, "Copy link");
  const version = `data version ${run.data_version.number}, software ${run.software_version}`;
  return [element("span", {}, "Run ", link), element("span", {}, version), button];
}
