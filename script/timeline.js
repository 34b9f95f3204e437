/* One timeline: its state, and everything that follows from it. */

import { nothing, readAddress, writeAddress } from "./address.js";
import { addControls } from "./controls.js";
import { entryOf, fold, matches } from "./entries.js";
import { all } from "./page.js";
import { addSorting } from "./table.js";

export function timelineOf(root, number) {
  const key = root.id || `timeline${number || ""}`;
  const entries = all(root, ".newstimeline-event").map(entryOf);
  const known = new Map(entries.map((entry) => [entry.node, entry]));
  const groups = all(root, ".newstimeline-group").map((node) => ({
    node,
    folding: node.querySelector(".newstimeline-fold"),
    members: all(node, ".newstimeline-event").map((event) => known.get(event)),
  }));
  const state = nothing();
  const syncs = [];
  let field;

  const active = () =>
    Boolean(state.q.trim() || state.kind.size || state.source.size || state.from !== null || state.to !== null);

  function showGroup(group) {
    const { folding } = group;
    const some = group.members.some((entry) => entry.shown);
    group.node.hidden = !some;
    if (!folding) return;
    if (active() && some && !folding.open) folding.open = group.opened = true;
    if (!active() && group.opened) folding.open = group.opened = false;
  }

  function apply(given) {
    Object.assign(state, given);
    const words = fold(state.q).split(/\s+/).filter(Boolean);
    for (const entry of entries) {
      const shown = Boolean(matches(entry, state, words));
      if (shown !== entry.shown) entry.node.hidden = !(entry.shown = shown);
    }
    groups.forEach(showGroup);
    root.classList.toggle("newstimeline-filtered", active());
    syncs.forEach((sync) => sync());
  }

  /* Keep the state in the address; changes of one field that follow upon each other are one step back. */
  function save(name) {
    writeAddress(key, state, name && name === field);
    field = name;
  }

  function change(given, name) {
    apply(given);
    save(name);
  }

  const timeline = { root, entries, state, syncs, active, apply, save, change };
  if (root.dataset.newstimeline) addControls(timeline, JSON.parse(root.dataset.newstimeline));
  addSorting(timeline);
  const restore = () => apply(readAddress(key));
  restore();

  return {
    restore,
    /* Show an entry that a link leads to, whatever is filtered or folded. */
    reveal(node) {
      const folding = node.closest(".newstimeline-fold:not([open])");
      if (node.hidden) change(nothing());
      else if (!folding) return;
      if (folding) folding.open = true;
      node.scrollIntoView();
    },
  };
}
