import { act, getData, getImports, Problem } from "../api.js";
import { element } from "../ui/element.js";
import { report } from "./report.js";

const CATCH_UP_MS = 400; // between a commit and the server's showing it lies the reading of the new version
const CATCH_UPS = 50;

/** The imports, newest first, and the one under way as it goes; it is found again after a reload of the page. */
export function showImports(holder, actions) {
  const live = element("div", { "aria-live": "polite" });
  const earlier = element("div");
  holder.append(element("h2", { id: "data-imports" }, "Imports"), live, earlier);
  let events = null;
  let watched = null;

  async function refresh() {
    const { imports } = await getImports();
    const running = imports.find(({ state }) => state === "received" || state === "validating");
    if (running && !watched) watch(running);
    const others = imports.filter(({ id }) => id !== watched);
    earlier.replaceChildren(...(others.length ? others.map((record) => report(record, steps(record))) : watched ? [] : [element("p", {}, "None yet.")]));
  }

  /** Follows an import to its end. */
  function watch(record) {
    events?.close();
    watched = record.id;
    show(record, null);
    events = new EventSource(record.links.events);
    let last = record;
    events.addEventListener("progress", ({ data }) => show(last, JSON.parse(data)));
    events.addEventListener("state", ({ data }) => {
      last = JSON.parse(data);
      show(last, null);
      // One that waits for review is followed on: whoever accepts it, it is told here.
      if (last.finished_at || last.state === "needs_review") settled(last);
    });
  }

  function show(record, progress) {
    live.replaceChildren(report(record, steps(record), progress));
  }

  /** Nothing more happens to the import by itself: the page tells what is now loaded, or held. */
  async function settled(record) {
    if (record.state !== "needs_review") events?.close();
    if (record.state !== "committed") return actions.refreshData();
    for (let i = 0; i < CATCH_UPS && !(await isShown(record.data_version)); i++) {
      await new Promise((resolve) => setTimeout(resolve, CATCH_UP_MS));
    }
    actions.reload();
  }

  async function isShown(dataVersion) {
    try {
      return (await getData()).data_version?.number >= dataVersion;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      return false; // a busy server is asked again
    }
  }

  /** What a person can do about an import now. */
  function steps(record) {
    const step = (id, text, method, address) => element("button", { type: "button", id, onclick: () => guarded(method, address) }, text);
    const { links } = record;
    if (record.state === "needs_review") return [step("accept", "Accept without these rows", "POST", links.accept), step("reject", "Reject all", "DELETE", links.self)];
    if (!record.finished_at) return [step("cancel", "Cancel", "DELETE", links.self)];
    return [];
  }

  async function guarded(method, address) {
    try {
      const record = await act(method, address);
      watch(record);
      await refresh();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      live.append(element("div", { class: "box fault", role: "alert" }, element("strong", {}, problem.title), problem.detail));
    }
  }

  return { refresh, watch };
}
