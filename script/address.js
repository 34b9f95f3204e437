/* What a reader has chosen, in the query of the page's address: `?visit.kind=deadline&visit.q=bridge`. */

import { iso, readDay } from "./days.js";
import { target } from "./page.js";

export const nothing = () => ({
  q: "", kind: new Set(), source: new Set(), from: null, to: null, zoom: null, sort: "",
});

export function readAddress(key) {
  const given = new URLSearchParams(location.search);
  const get = (name) => given.get(`${key}.${name}`) || "";
  const set = (name) => new Set(given.getAll(`${key}.${name}`));
  const [low = null, high = null] = get("zoom").split("/").map(readDay);
  return {
    q: get("q"),
    kind: set("kind"),
    source: set("source"),
    from: readDay(get("from")),
    to: readDay(get("to")),
    zoom: low === null || high === null || low > high ? null : [low, high],
    sort: get("sort"),
  };
}

/* A step back leads to what was before, or, `again`, before the last change too. */
export function writeAddress(key, state, again) {
  const url = new URL(location);
  for (const name in state) {
    const value = state[name];
    const day = typeof value === "number";
    const values = value instanceof Set ? value : value === null ? [] : [name === "zoom" ? value.map(iso).join("/") : day ? iso(value) : value];
    url.searchParams.delete(`${key}.${name}`);
    for (const text of values) if (text) url.searchParams.append(`${key}.${name}`, text);
  }
  if (target()?.hidden) url.hash = "";
  if (url.href !== location.href) history[again ? "replaceState" : "pushState"](null, "", url);
}
