/* The axis of a chart that is zoomed. */

import { utc, written, yearAndMonth } from "./days.js";
import { draw, percent } from "./page.js";

/* The width of a label, in pixels, and the height of a row of them. */
const LABEL = 56;
const ROW = 17;

const STYLES = { day: { day: "numeric" }, month: { month: "short" }, year: { year: "numeric" } };
const AROUND = { day: { year: "numeric", month: "short" }, month: { year: "numeric" } };

/* Units and steps, each with the least number of days that it takes. */
const STEPS = [
  ["day", 1, 1], ["day", 2, 2], ["day", 7, 7], ["month", 1, 28], ["month", 3, 90],
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((step) => ["year", step, 365 * step]),
];

function daysOf(unit, step, [low, high]) {
  const days = [];
  const [year, month] = yearAndMonth(low);
  if (unit === "year") for (let at = year - (year % step); utc(at, 0, 1) <= high; at += step) days.push(utc(at, 0, 1));
  if (unit === "month") for (let at = 0; utc(year, at, 1) <= high; at += step) days.push(utc(year, at, 1));
  if (unit === "day") {
    for (let at = month - 1; utc(year, at, 1) <= high; at += 1) {
      const [first, next] = [utc(year, at, 1), utc(year, at + 1, 1)];
      // No label so near to that of the next month.
      for (let day = first; day <= next - step; day += step) days.push(day);
    }
  }
  return days.filter((day) => day >= low && day <= high);
}

/* Draw the axis of a stretch of days at a height; `place` gives the place of a time. */
export function drawTicks(group, stretch, place, level) {
  const pixel = 1000 / group.ownerSVGElement.clientWidth;
  const room = LABEL * pixel;
  const day = place(1) - place(0);
  const [unit, step] = STEPS.find(([, , days]) => days * day >= room) || STEPS.at(-1);
  const line = (x, y1, y2, rank) => draw(group, "line", { class: `nt-${rank}`, x1: percent(x), x2: percent(x), y1, y2 });
  const label = (x, row, rank, text) => {
    const place = { x: percent(x), dx: 4, y: level + row * ROW - 4 };
    const node = draw(group, "text", { class: `nt-label nt-${rank}`, ...place }, text);
    // No label goes beyond the chart.
    if (x + (node.getComputedTextLength() + 4) * pixel > 1000) node.remove();
  };
  draw(group, "line", { class: "nt-line", x1: 0, x2: "100%", y1: level, y2: level });
  let before = "";
  let free = 0;
  for (const at of daysOf(unit, step, stretch)) {
    const x = place(at);
    const around = AROUND[unit] ? written(at, AROUND[unit]) : "";
    line(x, level, level + 12, "major");
    label(x, 1, "major", written(at, STYLES[unit]));
    if (around === before) continue;
    if (before) line(x, 0, level + 29, "context");
    if (x >= free) label(x, 2, "context", around);
    free = x + 1.7 * room;
    before = around;
  }
}
