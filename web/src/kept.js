/** What this device remembers, under a key. Where storage is not allowed nothing is, and the page works without. */

export function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keep(key, text) {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Kept as long as the page is open, by whoever holds it.
  }
}

/** A list that was kept as JSON, less the entries that are none of ours; empty where something else stands there. */
export function recallList(key, isEntry) {
  try {
    const kept = JSON.parse(recall(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

export const keepList = (key, list) => keep(key, JSON.stringify(list));
