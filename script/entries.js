/* The entries of a timeline, and which of them a reader asks for. */

import { spanOf } from "./days.js";
import { all, is, said } from "./page.js";

const TEXT = ["date", "sentence", "speaker", "source"].map((part) => `.newstimeline-${part}`).join();

/* Text without case and accents. */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export const entryOf = (node, order) => ({
  node,
  order,
  sources: all(node, ".newstimeline-source").map((source) =>
    said(source.querySelector(".newstimeline-publisher,.newstimeline-title"))),
  span: spanOf(node),
  shown: true,
});

export const dateOf = ({ node }) => said(node.querySelector(".newstimeline-date"));

/* Explanations are nothing that a reader looks for. */
function textOf(entry) {
  entry.text ??= fold(all(entry.node, TEXT).map(said).join(" "));
  return entry.text;
}

/* Whether an entry is one of those that the state asks for; `words` are folded. */
export function matches(entry, { kind, source, from, to }, words) {
  const { node, sources, span } = entry;
  return (!kind.size || [...kind].some((name) => is(node, name)))
    && (!source.size || sources.some((name) => source.has(name)))
    && (from === null || (span && span[1] >= from))
    && (to === null || (span && span[0] <= to))
    && words.every((word) => textOf(entry).includes(word));
}
