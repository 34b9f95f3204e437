/* Times are days from 1970 on. */

import { language } from "./page.js";

const DAY = 864e5;

export const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);

export const utc = (...parts) => new Date(0).setUTCFullYear(...parts) / DAY;

export const yearAndMonth = (day) => iso(day).split("-").map(Number);

/* The first or the last day of an end of an EDTF interval, or null where that is open. */
export function dayOf(end, last) {
  if (end === "..") return null;
  const [year, month, day] = end.replace(/[~?%]/g, "").replace(/X/g, last ? 9 : 0).split("-");
  if (day) return utc(year, month - 1, day);
  return last ? utc(year, month || 12, 0) : utc(year, (month || 1) - 1, 1);
}

/* The day of a date that somebody has typed, or null. */
export const readDay = (text) => (/^\d{4}-\d\d-\d\d$/.test(text) && Date.parse(text) ? dayOf(text) : null);

/* First and last day of an entry, an open end bounded by the day of publication; null where it has none. */
export function spanOf(node) {
  const { dataset } = node;
  const stated = (place) => {
    // Two steps: a selector with a descendant takes as long as the page is large.
    const time = node.querySelector(`.newstimeline-${place}`)?.querySelector("time");
    return time ? dayOf(time.dateTime.slice(0, 10)) : null;
  };
  if (dataset.rrule) {
    const first = stated("date");
    return first === null ? null : [first, Infinity];
  }
  if (!dataset.edtf) return null;
  const [from, to = from] = dataset.edtf.split("/");
  const [first, last] = [dayOf(from), dayOf(to, true)];
  if (first !== null && last !== null) return [first, last];
  const published = stated("source") ?? first ?? last;
  return [first ?? Math.min(published, last), last ?? Math.max(published, first)];
}

export function written(day, style) {
  const options = { timeZone: "UTC", ...style };
  return new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, options).format(day * DAY);
}
