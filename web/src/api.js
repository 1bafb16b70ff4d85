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
export const getData = () => getJson(`${BASE}/data`);
export const getConfig = () => getJson("/config.json");
export const getRun = (runId, signal) => getJson(`${BASE}/runs/${runId}`, signal);
export const getHotspots = (run, signal) => getJson(run.links.hotspots, signal);

/** Which of a run's hotspots stay; takes the server a second or two, so it is asked for after the list. */
export const getStability = (run, signal) => getJson(run.links.stability, signal);

export function ask(question, signal) {
  return getJson(`${BASE}/runs?${new URLSearchParams(question)}`, signal);
}

async function getJson(address, signal) {
  let response;
  try {
    response = await fetch(address, { signal, headers: { Accept: "application/json, application/geo+json, application/problem+json" } });
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
