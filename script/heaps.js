/* What stands too close on a chart to be drawn is counted; where a zoom makes room it is drawn. */

import { dateOf } from "./entries.js";
import { draw, is, percent, said } from "./page.js";

/* As when the chart was built: the number of cells, and the height of the highest heap. */
const CELLS = 60;
export const HEAP = 40;

/* The height of a dot with the space around it. */
export const DOT = 10;

/* Count a crowd of entries, or draw them, where no more than `dots` stand above each other. */
export function drawHeaps(group, crowd, place, level, dots) {
  const sizes = Array(CELLS).fill(0);
  const cells = sizes.map(() => []);
  for (const entry of crowd) {
    const x = place(middleOf(entry));
    const cell = Math.min(Math.floor((x * CELLS) / 1000), CELLS - 1);
    if (x < 0 || x > 1000) continue;
    sizes[cell] += 1;
    if (entry.shown) cells[cell].push([entry, x]);
  }
  const most = Math.max(...sizes);
  cells.forEach((found, cell) => {
    if (!found.length) return;
    if (most <= dots) found.forEach(([entry, x], row) => drawDot(group, entry, x, level - DOT * (row + 0.8)));
    else drawHeap(group, cell, found.map(([entry]) => entry), most, level);
  });
}

function middleOf({ node, span: [first, last] }) {
  if (is(node, "deadline")) return last + 0.5;
  return last < Infinity ? (first + last + 1) / 2 : first + 0.5;
}

function link(group, { node }, title) {
  const added = draw(group, "a", { href: `#${node.id}` });
  draw(added, "title", {}, title);
  return added;
}

function drawDot(group, entry, x, cy) {
  const { node } = entry;
  const title = `${dateOf(entry)}: ${said(node.querySelector(".newstimeline-sentence")).slice(0, 90)}`;
  const look = `nt-symbol nt-${is(node, "deadline") ? "due" : "accent"}`;
  draw(link(group, entry, title), "circle", { class: look, cx: percent(x), cy, r: 4 });
}

function drawHeap(group, cell, found, most, level) {
  const dates = new Set([dateOf(found[0]), dateOf(found.at(-1))]);
  const height = Math.max((HEAP * found.length) / most, 3);
  const width = 1000 / CELLS;
  const place = { x: percent(cell * width), width: percent(width), y: level - height, height };
  draw(link(group, found[0], `${[...dates].join(" – ")} (${found.length})`), "rect", { class: "nt-heap", ...place });
}
