import { words } from "../format.js";
import { PERIODS, addDays, periodOf, yearBefore } from "../period.js";
import { methodOf, otherArea, parametersInUse, themeOf, withMethod } from "../question.js";
import { tellCounts } from "./counts.js";
import { element } from "./element.js";
import { choice, entry, setFault } from "./fields.js";
import { hoursFields, tellHours } from "./hours.js";
import { faultOf, methodLine, plain } from "./parameters.js";

const KINDS = { district: "Districts", town: "Towns", ward: "Wards", beat: "Beats" };

/** The one filter for everything: built once from what the server has, then only told its values. */
export function showFilters(state, actions) {
  const form = document.getElementById("filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  state.listen((now, before) => {
    if (!now.there?.areas || now.phase === "empty") return;
    const isNew = !form.childElementCount;
    if (isNew) form.append(...build(now.there, actions, state));
    if (isNew || now.there.areas !== before.there?.areas) offerAreas(form.elements.area, now.there.areas);
    tell(form, now);
    if (isNew || now.alternatives !== before.alternatives) tellCounts(form, now);
    showParameters(form.querySelector(".parameters"), now, actions);
    if (isNew || now.problem !== before.problem) showFaults(form, now.problem);
  });
}

function build({ themes, data }, actions, state) {
  const set = (name) => (value) => actions.setQuestion({ [name]: value || null });
  const named = (values) => values.map((value, index) => [index ? value : "", words(value)]);
  const { data_from, data_to } = data.data_version;
  const dates = { type: "date", min: data_from, max: data_to };
  return [
    choice("theme", "Theme", themes.themes.map(({ theme, name }) => [theme === "all" ? "" : theme, name]),
      (value) => actions.setQuestion({ theme: value || null, strand: null, asb_type: null })),
    choice("strand", "Strand", [["", "Every strand"], ...listOf(themes, "strands")], set("strand")),
    choice("asb_type", "Type", [["", "Every type"], ...listOf(themes, "asb_types")], set("asb_type")),
    choice("area", "Area", [["", "Whole force"]], set("area")),
    choice("period", "Period", PERIODS, (value) => actions.setQuestion(periodChanges(value, state.get()))),
    entry("from", "First day", { ...dates, onchange: (event) => event.target.value && actions.setQuestion({ from: event.target.value }) }),
    entry("to", "Last day", { ...dates, onchange: (event) => event.target.value && actions.setQuestion({ to: addDays(event.target.value, 1) }) }),
    ...hoursFields({ themes }, actions),
    choice("setting", "Setting", named(themes.settings), set("setting")),
    choice("counting_basis", "Counted as", named(themes.counting_bases), set("counting_basis")),
    element("details", { class: "method" }, element("summary", {}, "Method"), element("div", {}, choice("method", "Method", themes.methods.map(({ method, name }) => [method, name ?? words(method)]), set("method")),
      choice("weight", "Weighed by", named(themes.weights), (value) => actions.setQuestion({ weight: value || null, codebook: null })),
      element("div", { class: "parameters" }))),
  ];
}

function listOf(themes, key) {
  return themes.themes.flatMap((theme) => theme[key] ?? []).map((value) => [value, words(value)]);
}

/** The named areas, a group for each kind that is loaded. */
function offerAreas(select, { features }) {
  const named = features.map(({ properties }) => properties).sort((a, b) => a.name.localeCompare(b.name));
  const groups = Object.entries(KINDS).map(([kind, label]) => [label, named.filter((area) => area.kind === kind)]);
  select.replaceChildren(select.options[0], ...groups.filter(([, areas]) => areas.length).map(([label, areas]) =>
    element("optgroup", { label }, areas.map(({ address, name }) => element("option", { value: address }, name)))));
}

/** Own dates start from the period shown, so that choosing them changes nothing yet; a year before is a step from it, too. */
function periodChanges(value, { asked, there }) {
  const shown = periodOf(asked, there.data.data_version.data_to);
  if (value === "own") return { period: value, ...shown };
  if (value === "year_before") return { period: "own", ...yearBefore(shown) };
  return { period: value === "last_12_months" ? null : value, from: null, to: null };
}

function tell(form, { asked, run, there }) {
  const theme = themeOf(asked, there);
  const period = periodOf(asked, there.data.data_version.data_to);
  const isOwn = (asked.period ?? (asked.from ? "own" : "")) === "own";
  const values = { ...asked, period: isOwn ? "own" : asked.period ?? "last_12_months", from: period.from, to: period.to && addDays(period.to, -1) };
  values.method = methodOf(withMethod(asked, run), there).method;
  offerOther(form.elements.area, asked.area, run);
  for (const name of ["theme", "strand", "asb_type", "area", "period", "from", "to", "setting", "counting_basis", "method", "weight"]) {
    form.elements[name].value = values[name] ?? "";
  }
  tellHours(form, asked, there);
  const isShown = { strand: theme.strands, asb_type: theme.asb_types, from: isOwn, to: isOwn };
  for (const [name, shown] of Object.entries(isShown)) form.querySelector(`[data-field=${name}]`).hidden = !shown;
  document.getElementById("filters-on").textContent =
    ["theme", "area", "period"].map((name) => form.elements[name].selectedOptions[0]?.text).filter(Boolean).join(", ");
}

/** An area that is not listed, drawn or found by a search, stands among them as long as it is asked about. */
function offerOther(select, address, run) {
  select.querySelector("[data-other]")?.remove();
  if (!address || [...select.options].some(({ value }) => value === address)) return;
  select.append(element("option", { value: address, "data-other": true }, otherArea(address, run)));
}

/** The fields of the chosen method and layer; a value not set is the run's own. */
function showParameters(holder, now, actions) {
  const { run, layer, there } = now;
  const asked = withMethod(now.asked, run);
  holder.closest("details").firstChild.textContent = `Method: ${methodLine({ ...run?.question, ...asked }, layer, there)}`;
  const specs = parametersInUse(asked, [layer], there);
  const key = [asked.method, ...specs.map((spec) => spec.name)].join();
  if (holder.dataset.key !== key) {
    holder.dataset.key = key;
    holder.replaceChildren(...specs.map((spec) => parameterField(spec, methodOf(asked, there).method, actions)));
  }
  for (const { name, default: usual } of specs) {
    const value = now.asked[name] ?? now.run?.question[name] ?? usual ?? "";
    const input = holder.querySelector(`[name=${name}]`);
    if (document.activeElement !== input) input.value = value;
    const hint = holder.querySelector(`#hint-${name}`);
    if (hint) hint.textContent = value === "" ? "" : plain(name).meaning(Number(value), methodOf(asked, there).method);
  }
}

/** Setting a parameter names the method, too, or the server would take its general default for this parameter. */
function parameterField(spec, method, actions) {
  const { label, unit, values } = plain(spec.name);
  const set = (value) => actions.setQuestion({ method, [spec.name]: value === "" || value === String(spec.default) ? null : value });
  if (spec.values) return choice(spec.name, label, spec.values.map((value) => [value, values[value] ?? words(value)]), set);
  const onchange = ({ target }) => {
    const fault = faultOf(spec, target.value);
    setFault(target.closest(".field"), fault);
    if (!fault) set(target.value);
  };
  return entry(spec.name, label, { type: "number", min: spec.minimum, max: spec.maximum, step: spec.whole ? 1 : "any", onchange }, unit);
}

/** The server's faults beside their fields, which are opened to sight. */
function showFaults(form, problem) {
  for (const holder of form.querySelectorAll("[data-field]")) {
    const fault = problem?.errors.find(({ name }) => name === holder.dataset.field);
    setFault(holder, fault?.reason ?? "");
    if (fault && holder.closest("details.method")) holder.closest("details.method").open = true;
  }
}
