/* Tables that sort by their headers, all tables of a timeline alike. */

import { all, button, is, language, said } from "./page.js";

const COLUMNS = ["date", "event", "source"];
const { compare } = new Intl.Collator(language, { numeric: true });

export function addSorting({ root, entries, state, syncs, change }) {
  const heads = all(root, ".newstimeline-table thead tr").map(({ cells }) => [...cells]);
  if (!heads.length) return;
  const backwards = is(root, "descending");
  const standing = backwards ? "-date" : "date";
  let sorted = standing;

  const wanted = () => (COLUMNS.includes(state.sort.replace("-", "")) ? state.sort : standing);

  for (const cell of heads.flat()) {
    const name = COLUMNS[cell.cellIndex];
    cell.replaceChildren(button(said(cell), () => {
      const sort = wanted() === name ? `-${name}` : name;
      change({ sort: sort === standing ? "" : sort });
    }));
  }

  syncs.push(() => {
    const sort = wanted();
    const down = sort[0] === "-";
    const column = COLUMNS.indexOf(sort.replace("-", ""));
    for (const cell of heads.flat()) {
      if (cell.cellIndex === column) cell.ariaSort = down ? "descending" : "ascending";
      else cell.removeAttribute("aria-sort");
    }
    if (sort === sorted) return;
    sorted = sort;
    // A quotation stands where its first word would.
    const text = ({ node }) => said(node.cells[column]).replace(/^[^\p{L}\p{N}]+/u, "");
    const keys = new Map(entries.map((entry) => [entry, column ? text(entry) : (backwards ? -1 : 1) * entry.order]));
    const by = column ? compare : (one, other) => one - other;
    const rows = [...entries].sort((one, other) =>
      (down ? -1 : 1) * by(keys.get(one), keys.get(other)) || one.order - other.order);
    for (const { node } of rows) node.parentNode.append(node);
  });
}
