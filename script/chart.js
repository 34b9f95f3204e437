/* The chart of a timeline: it shows what is filtered, and it zooms. */

import { DOT, HEAP, drawHeaps } from "./heaps.js";
import { all, button, clamp, draw, percent } from "./page.js";
import { addRange } from "./range.js";
import { scaleOf, zoomed } from "./scale.js";
import { drawTicks } from "./ticks.js";

/* Give a chart its handles; return the buttons for the bar of controls. */
export function chartOf(timeline, figure, words) {
  const { entries, state, syncs, active, change } = timeline;
  const svg = figure.querySelector("svg");
  const ticks = svg.querySelector(".nt-axis");
  const level = Number(svg.querySelector(".nt-line").getAttribute("y1"));
  const built = scaleOf(figure.dataset.axis);
  const links = all(svg, "a");
  const heaps = links.filter((link) => link.querySelector(".nt-heap"));
  const left = new Map(entries.map((entry) => [`#${entry.node.id}`, entry]));
  const marks = links.filter((link) => !heaps.includes(link)).map((link) => {
    const address = link.getAttribute("href");
    const mark = { link, entry: left.get(address), parts: all(link, ":scope > :not(title)").map(partOf) };
    left.delete(address);
    return mark;
  });
  const crowd = [...left.values()].filter((entry) => entry.span);
  const scale = () => (state.zoom ? zoomed(state.zoom) : built);
  const drawn = [];

  const zooming = button(words.zoom, () => {
    const [low, high] = scale().ends;
    change({ zoom: [state.from ?? low, state.to ?? high] });
  });
  const whole = button(words.whole, () => change({ zoom: null }));
  addRange(timeline, figure, svg, scale, level, words, zooming);

  syncs.push(() => {
    const { place, ends } = scale();
    const anew = state.zoom || active();
    while (drawn.length) drawn.pop().remove();
    const group = (given) => drawn[drawn.push(draw(svg, "g", given)) - 1];
    whole.hidden = !state.zoom;
    show(ticks, !state.zoom);
    if (state.zoom) drawTicks(group({ class: "nt-axis", "aria-hidden": "true" }), ends, place, level);
    const seen = marks.filter((mark) => update(mark, state.zoom && ((x) => place(built.time(x)))));
    for (const heap of heaps) show(heap, !anew);
    // Dots stand above each other, in the room that marks leave.
    const dots = state.zoom ? Math.floor((seen.length ? HEAP : level) / DOT) : 0;
    if (anew && heaps.length) drawHeaps(group(), crowd, place, level, dots);
  });
  return [zooming, whole];
}

function show(node, shown) {
  node.setAttribute("display", shown ? "inline" : "none");
}

/* Where a part of a mark was built: its start, or its middle, and its width. */
function partOf(node) {
  const name = node.tagName === "circle" ? "cx" : "x";
  const number = (attribute) => 10 * parseFloat(node.getAttribute(attribute) || 0);
  return [node, name, number(name), node.tagName === "rect" ? number("width") : 0];
}

/* Show a mark as its entry is, at the place to which `move` takes the one where it was built; return
 * whether it is seen there. */
function update({ link, entry, parts }, move) {
  const off = entry && !entry.shown;
  link.classList.toggle("nt-off", off);
  link.tabIndex = off ? -1 : 0;
  link.ariaHidden = off ? "true" : null;
  const [, , middle] = parts.find(([, name]) => name === "cx") || [];
  // The tail of a ring stays as near to it as it was.
  const moved = (x) => (move ? (Math.abs(x - middle) < 8 ? move(middle) + x - middle : move(x)) : x);
  let seen = false;
  for (const [node, name, x, width] of parts) {
    const ends = [moved(x), moved(x + width)];
    const [start, end] = ends.map((end) => clamp(end, 0, 1000));
    node.setAttribute(name, percent(start));
    if (width) node.setAttribute("width", percent(end - start));
    // What begins and ends beyond the chart; a symbol begins and ends at one place.
    const within = ends[1] >= 0 && ends[0] <= 1000 && (end > start || !width);
    show(node, within);
    seen ||= within;
  }
  return seen;
}
