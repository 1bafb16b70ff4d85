import { getGeocoding } from "../api.js";
import { element } from "../ui/element.js";
import { showImports } from "./imports.js";
import { geocodingSection, sourcesSection } from "./sources.js";
import { uploadForm } from "./upload.js";

/** The data page: what is there, loading more, and what became of what was loaded. */
export function show(state, actions, panel) {
  const there = element("section", { "aria-labelledby": "data-there" });
  const loading = element("section", { id: "loading", "aria-labelledby": "data-load" });
  const imports = element("section", { "aria-labelledby": "data-imports" });
  panel.replaceChildren(element("div", { class: "panel-body" }, there, loading, imports));
  const list = showImports(imports, actions);
  loading.append(uploadForm((record) => list.watch(record)));
  let drawn = null;
  state.listen((now) => {
    if (now.tab !== "data" || !now.there || now.there.data === drawn) return;
    drawn = now.there.data;
    const quality = element("div");
    there.replaceChildren(...sourcesSection(drawn), quality);
    if (drawn.offences) tellQuality(quality, now.there.themes);
    list.refresh();
  });
}

async function tellQuality(holder, themes) {
  try {
    holder.replaceChildren(...geocodingSection(await getGeocoding(), themes));
  } catch (problem) {
    holder.replaceChildren(element("p", { class: "box fault" }, element("strong", {}, "How many could be located is not known now"), problem.detail || problem.message));
  }
}
