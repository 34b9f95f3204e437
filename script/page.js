/* What is on the page, and how something is added to it. */

export const language = document.documentElement.lang || "en";

export const all = (node, selector) => [...node.querySelectorAll(selector)];

export const said = (node) => (node ? node.textContent.trim().replace(/\s+/g, " ") : "");

export const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

export const is = (node, name) => node.classList.contains(`newstimeline-${name}`);

/* An element with properties, or attributes where it has no such property. */
export function make(tag, given, ...children) {
  const node = document.createElement(tag);
  for (const name in given) {
    if (name in node) node[name] = given[name];
    else node.setAttribute(name, given[name]);
  }
  node.append(...children);
  return node;
}

export function button(text, act) {
  const node = make("button", { type: "button", textContent: text });
  node.onclick = act;
  return node;
}

/* A part of a drawing. */
export function draw(parent, tag, given, text = "") {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const name in given) node.setAttribute(name, given[name]);
  node.append(text);
  parent.append(node);
  return node;
}

export const percent = (x) => `${x / 10}%`;

/* What the address of the page leads to; our names need no decoding. */
export const target = () => document.getElementById(location.hash.slice(1));
