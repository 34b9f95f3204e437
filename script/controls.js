/* The bar of controls above a timeline; without this script there is none. */

import { chartOf } from "./chart.js";
import { nothing } from "./address.js";
import { dayOf, iso, written } from "./days.js";
import { all, button, is, language, make, said } from "./page.js";

const { compare } = new Intl.Collator(language);

export function addControls(timeline, words) {
  const { root, entries, state, syncs, active, change } = timeline;
  const figure = root.querySelector(".newstimeline-chart");
  const caption = root.querySelector(":scope > .newstimeline-caption");
  const find = searchField(timeline, words);
  const status = make("output");
  const none = make("p", { className: "newstimeline-none", textContent: words.none });
  const everything = button(words.all, () => {
    change(nothing());
    find.focus();
  });
  const kinds = Object.keys(words.kinds).map((name) => [name, entries.filter(({ node }) => is(node, name)).length]);
  const bar = make("div", { className: "newstimeline-controls", role: "group", "aria-label": words.controls },
    find,
    facet(timeline, "kind", words.kind, kinds.filter(([, count]) => count), (name) => words.kinds[name]),
    facet(timeline, "source", words.source, countSources(entries), (name) => name),
    addDates(timeline, words),
    make("p", { className: "newstimeline-state" }, status, ...(figure ? chartOf(timeline, figure, words) : []), everything));
  if (caption) caption.after(bar);
  else root.prepend(bar);
  (figure || bar).after(none);
  closeOpenings(bar);
  syncs.push(() => {
    const shown = entries.filter((entry) => entry.shown).length;
    const number = (value) => value.toLocaleString(`${language}-u-nu-latn`);
    const text = words.shown.replace("{shown}", number(shown)).replace("{all}", number(entries.length));
    // What is set anew would be announced anew.
    if (said(status) !== text) status.textContent = text;
    none.hidden = shown;
    everything.hidden = !active() && !state.zoom;
  });
}

function searchField({ state, syncs, change, save }, words) {
  const find = make("input", { type: "search", placeholder: words.find, "aria-label": words.find });
  let typing;
  find.oninput = () => {
    clearTimeout(typing);
    typing = setTimeout(() => change({ q: find.value }, "q"), 120);
  };
  find.onblur = () => save();
  syncs.push(() => {
    if (find.value.trim() !== state.q.trim()) find.value = state.q;
  });
  return find;
}

function countSources(entries) {
  const counts = new Map();
  for (const { sources } of entries) for (const name of new Set(sources)) counts.set(name, (counts.get(name) || 0) + 1);
  return [...counts].sort(([one], [other]) => compare(one, other));
}

/* Something that opens, and the place for its name. */
function opening(label, ...children) {
  const summary = make("summary");
  const group = make("div", { role: "group", "aria-label": label }, ...children);
  return [make("details", { className: "newstimeline-facet" }, summary, group), summary];
}

/* It closes with Escape, and when the reader turns to something else. */
function closeOpenings(bar) {
  const close = ({ target, relatedTarget, type }) => {
    for (const open of all(bar, "details[open]")) {
      const to = type === "focusout" ? relatedTarget : target;
      if (to && !open.contains(to)) open.open = false;
    }
  };
  bar.addEventListener("focusout", close);
  document.addEventListener("pointerdown", close);
  bar.onkeydown = ({ key }) => {
    const open = key === "Escape" && bar.querySelector("details[open]");
    if (!open) return;
    open.open = false;
    open.firstChild.focus();
  };
}

/* A list of check boxes that opens; nothing where there is nothing to choose from. */
function facet({ state, syncs, change }, name, label, counts, nameOf) {
  if (counts.length < 2) return "";
  const boxes = counts.map(([value]) => make("input", { type: "checkbox", value }));
  const lines = counts.map(([value, count], index) =>
    make("label", {}, boxes[index], make("bdi", {}, nameOf(value)), make("small", {}, count)));
  const [details, summary] = opening(label, ...lines);
  details.onchange = () =>
    change({ [name]: new Set(boxes.filter((box) => box.checked).map((box) => box.value)) });
  syncs.push(() => {
    const { size } = state[name];
    summary.textContent = size ? `${label} (${size})` : label;
    for (const box of boxes) box.checked = state[name].has(box.value);
  });
  return details;
}

function addDates({ entries, state, syncs, change }, words) {
  const days = entries.flatMap(({ span }) => span || []).filter(Number.isFinite).sort((one, other) => one - other);
  if (!days.length) return "";
  const [details, summary] = opening(words.dates, ...["from", "to"].map((name) => {
    const input = make("input", { type: "date", min: iso(days[0]), max: iso(days.at(-1)) });
    input.onchange = () => change({ [name]: input.value ? dayOf(input.value) : null });
    syncs.push(() => (input.value = state[name] === null ? "" : iso(state[name])));
    return make("label", {}, make("span", {}, words[name]), input);
  }));
  syncs.push(() => {
    const ends = [state.from, state.to].map((day) => (day === null ? "" : written(day, { dateStyle: "medium" })));
    summary.textContent = ends.some(Boolean) ? `${words.dates}: ${ends.join(" – ")}` : words.dates;
  });
  return details;
}
