/* From times to places on a chart and back; places are thousandths of its width. */

import { clamp } from "./page.js";

const MARGIN = 14;

/* The scale that the chart was built with; between two pieces lies time that it leaves out. */
export function scaleOf(axis) {
  const pieces = axis.split(";").map((piece) => piece.split(" ").map(Number));
  const last = pieces.at(-1);
  return {
    ends: [Math.ceil(pieces[0][2]), Math.floor(last[3]) - 1],
    place(time) {
      let before = pieces[0][0];
      for (const [start, end, from, to] of pieces) {
        if (time < from) return before ? (before + start) / 2 : start;
        if (time <= to) return start + ((time - from) / (to - from)) * (end - start);
        before = end;
      }
      return before;
    },
    time(x) {
      const [start, end, from, to] = pieces.find((piece) => x <= piece[1]) || last;
      return from + ((clamp(x, start, end) - start) / (end - start)) * (to - from);
    },
  };
}

/* The scale of a chart that is zoomed. */
export function zoomed(ends) {
  const [low, high] = ends;
  const factor = (1000 - 2 * MARGIN) / (high + 1 - low);
  return {
    ends,
    place: (time) => MARGIN + (time - low) * factor,
    time: (x) => low + (x - MARGIN) / factor,
  };
}
