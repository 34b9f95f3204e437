/* Timelines of news: filters, a range and a zoom on the chart, tables that sort.
 *
 * All entries are on the page without this script.  It needs nothing but the page: its words are those of
 * the attribute data-newstimeline, its dates those of data-edtf.
 */

import { all, target } from "./page.js";
import { timelineOf } from "./timeline.js";

const timelines = new Map(all(document, ".newstimeline").map((root, number) => [root, timelineOf(root, number)]));

function reveal() {
  const node = target();
  const entry = node && node.closest(".newstimeline-event");
  if (entry) timelines.get(entry.closest(".newstimeline"))?.reveal(entry);
}

reveal();
addEventListener("hashchange", reveal);
addEventListener("popstate", () => timelines.forEach((timeline) => timeline.restore()));
