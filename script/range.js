/* A range on the chart: two handles, and a drag anywhere. */

import { written } from "./days.js";
import { clamp, make, percent } from "./page.js";

/* How far a pointer goes before it draws a range, in pixels. */
const SLIP = 5;

const FIELDS = ["from", "to"];

export function addRange({ state, syncs, apply, save }, figure, svg, scale, level, words, zooming) {
  const band = make("div", { className: "newstimeline-band" });
  const chosen = (index) => state[FIELDS[index]] ?? scale().ends[index];

  /* Neither end of what is seen is a choice. */
  const choose = (...days) => {
    const { ends } = scale();
    const edge = (index) => days[index] === ends[index] && !state.zoom;
    apply({ from: edge(0) ? null : days[0], to: edge(1) ? null : days[1] });
  };

  const press = (event, index) => {
    const [low, high] = scale().ends;
    const { key } = event;
    const step = Math.max(1, Math.round((high - low) / 100)) * (key.startsWith("Page") ? 10 : 1);
    const to = { Home: -Infinity, End: Infinity }[key]
      ?? (/Left|ArrowDown|PageDown/.test(key) ? -step : /Right|Up/.test(key) ? step : 0);
    if (!to) return;
    event.preventDefault();
    const days = [chosen(0), chosen(1)];
    days[index] = clamp(days[index] + to, index ? days[0] : low, index ? high : days[1]);
    choose(...days);
    save(FIELDS[index]);
  };

  const drag = (event, fixed, begun) => {
    if (event.button) return;
    const box = svg.getBoundingClientRect();
    const day = ({ clientX }) => {
      const { ends, time } = scale();
      return clamp(Math.floor(time(((clientX - box.left) / box.width) * 1000)), ...ends);
    };
    const other = fixed ?? day(event);
    const reach = (move) => choose(Math.min(day(move), other), Math.max(day(move), other));
    const over = new AbortController();
    const on = (name, act) => addEventListener(name, act, over);
    let frame;
    on("pointermove", (move) => {
      begun ||= Math.abs(move.clientX - event.clientX) >= SLIP;
      if (!begun) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => reach(move));
    });
    on("pointercancel", () => over.abort());
    on("pointerup", (last) => {
      over.abort();
      if (!begun) return;
      cancelAnimationFrame(frame);
      reach(last);
      save();
      // The click that ends a drag follows no link.
      const stay = (click) => click.preventDefault();
      figure.addEventListener("click", stay, { once: true, capture: true });
      setTimeout(() => figure.removeEventListener("click", stay, true), 50);
    });
  };

  const handles = FIELDS.map((field, index) => {
    const label = words[index ? "end" : "start"];
    const handle = make("div", { className: "newstimeline-handle", role: "slider", tabIndex: 0, ariaLabel: label });
    handle.onkeydown = (event) => press(event, index);
    handle.onblur = () => save();
    handle.onpointerdown = (event) => drag(event, chosen(1 - index), true);
    return handle;
  });
  figure.append(make("div", { className: "newstimeline-range" }, band, ...handles));
  svg.onpointerdown = (event) => drag(event);
  svg.ondragstart = (event) => event.preventDefault();

  syncs.push(() => {
    const { ends, place } = scale();
    const none = state.from === null && state.to === null;
    const days = FIELDS.map((_field, index) => clamp(chosen(index), ...ends));
    const places = FIELDS.map((field, index) =>
      state[field] === null ? 1000 * index : clamp(place(state[field] + index), 0, 1000));
    handles.forEach((handle, index) => {
      handle.style.left = percent(places[index]);
      handle.style.height = `${level}px`;
      Object.assign(handle, {
        ariaValueMin: ends[0],
        ariaValueMax: ends[1],
        ariaValueNow: days[index],
        ariaValueText: written(days[index], { dateStyle: "long" }),
      });
    });
    Object.assign(band.style, { left: percent(places[0]), width: percent(places[1] - places[0]) });
    band.hidden = none;
    zooming.hidden = none || String(days) === String(ends);
  });
}
