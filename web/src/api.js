const BASE = "/api/v1";

/** A refusal or failure in words: `errors` names the parameters at fault, `requestId` finds it in the server's log. */
export class Problem extends Error {
  constructor({ title, detail = "", status = 0, errors = [], requestId = null }) {
    super(title);
    Object.assign(this, { title, detail, status, errors, requestId });
  }
}

export const getThemes = () => getJson(`${BASE}/themes`);
export const getAreas = () => getJson(`${BASE}/areas?kind=district,town`);

/** Areas that are asked about by name and drawn only then, since a force has hundreds. */
export const getSmallAreas = () => getJson(`${BASE}/areas?kind=ward,beat&outlines=false`);
export const getData = () => getJson(`${BASE}/data`);
export const getConfig = () => getJson("/config.json");
export const getRun = (runId, signal) => getJson(`${BASE}/runs/${runId}`, signal);
export const getHotspots = (run, signal) => getJson(run.links.hotspots, signal);

/** Which of a run's hotspots stay; takes the server a second or two, so it is asked for after the list. */
export const getStability = (run, signal) => getJson(run.links.stability, signal);

/** Why a place: what makes up its cell and its hotspot. */
export const getExplanation = (run, [lon, lat], signal) =>
  getJson(run.links.explain.replace("{lon}", lon).replace("{lat}", lat), signal);

/** Events by day and hour, of the whole run or of one hotspot. */
export const getTimes = (run, hotspot, signal) => getJson(withHotspot(run.links.times, hotspot), signal);

/** Events by calendar month, of the whole run or of one hotspot. */
export const getMonths = (run, hotspot, signal) => getJson(withHotspot(run.links.months, hotspot), signal);

/** How many events each other choice of the filter would count. */
export const getAlternatives = (run, signal) => getJson(run.links.alternatives, signal);

/** How the run was made, every parameter in words. */
export const getMethodCard = (run, signal) => getJson(run.links.method_card, signal);

/** The method of a question about a theme and an area that names none, and the back-test that decided. */
export const getMethodDefault = (theme, area, signal) => getJson(`${BASE}/defaults?${new URLSearchParams({ theme, area })}`, signal);

export const getBacktest = (theme, area, signal) => getJson(`${BASE}/backtests?${new URLSearchParams({ theme, area })}`, signal);

/** Which of a run's hotspots were there in the months before. */
export const getHistory = (run, signal) => getJson(run.links.history, signal);

export const getRepeatLocations = (run, signal) => getJson(run.links.repeat_locations, signal);

export const getGeocoding = () => getJson(`${BASE}/data/geocoding`);
export const search = (text, signal) => getJson(`${BASE}/search?${new URLSearchParams({ q: text })}`, signal);
/** The area of a question for corners drawn in degrees, `lon,lat;lon,lat;…`. */
export const drawnArea = (corners) => getJson(`${BASE}/areas/drawn?${new URLSearchParams({ corners })}`);
export const getImports = () => getJson(`${BASE}/imports?limit=20`);

/** Sends files as one import; a dry run stores nothing. */
export function upload(files, profile, isDryRun) {
  const form = new FormData();
  form.append("profile", profile);
  for (const file of files) form.append("file", file, file.name);
  return sendJson("POST", `${BASE}/imports${isDryRun ? "?dry_run=true" : ""}`, form);
}

/** Asks for something to be done, such as accepting an import. */
export const act = (method, address) => sendJson(method, address);

function withHotspot(address, hotspot) {
  return hotspot ? `${address}?hotspot=${hotspot}` : address;
}

export function ask(question, signal) {
  return getJson(`${BASE}/runs?${new URLSearchParams(question)}`, signal);
}

const getJson = (address, signal) => requestJson(address, { signal });
const sendJson = (method, address, body) => requestJson(address, { method, body });

async function requestJson(address, options) {
  let response;
  try {
    response = await fetch(address, { ...options, headers: { Accept: "application/json, application/geo+json, application/problem+json" } });
  } catch (fault) {
    if (fault.name === "AbortError") throw fault;
    throw new Problem({ title: "The server did not answer", detail: "It may be stopped, or the connection lost." });
  }
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

async function problemOf(response) {
  const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json");
  const body = isProblem ? await response.json() : {};
  return new Problem({
    title: body.title ?? `The server answered ${response.status}`,
    detail: body.detail,
    status: response.status,
    errors: body.errors,
    requestId: response.headers.get("X-Request-Id") ?? body.instance?.split(":").pop() ?? null,
  });
}
