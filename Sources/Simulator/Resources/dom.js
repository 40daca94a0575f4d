// Building elements. Text always goes in as text, never as markup: what people write stays what it is.

export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'on') {
      for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    } else if (name === 'data') {
      Object.assign(element.dataset, value);
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return element;
}

const svg = 'http://www.w3.org/2000/svg';

export function icon(name, classes = 'icon') {
  const element = document.createElementNS(svg, 'svg');
  element.setAttribute('class', classes);
  element.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svg, 'use');
  use.setAttribute('href', `#icon-${name}`);
  element.append(use);
  return element;
}

export const byID = (id) => document.getElementById(id);

const hours = new Intl.DateTimeFormat('en-IN', { hour: 'numeric', minute: '2-digit' });
const days = new Intl.DateTimeFormat('en-IN', { weekday: 'long', day: 'numeric', month: 'long' });

export const clock = (milliseconds) => hours.format(milliseconds);
export const day = (milliseconds) => days.format(milliseconds);

const tints = 6;

/** The letter and the tint that stand for a face; people beside each other get different ones. */
export function avatar(name, place) {
  const letter = [...name][0] ?? '?';
  return { letter: letter.toUpperCase(), tint: `tint-${place % tints}` };
}

const marks = [
  [/```([^`]+)```/, 'code'], [/(?<![\p{L}\p{N}])\*(\S(?:[^*\n]*\S)?)\*(?![\p{L}\p{N}])/u, 'strong'],
  [/(?<![\p{L}\p{N}])_(\S(?:[^_\n]*\S)?)_(?![\p{L}\p{N}])/u, 'em'],
  [/(?<![\p{L}\p{N}])~(\S(?:[^~\n]*\S)?)~(?![\p{L}\p{N}])/u, 's'],
];

/** *bold*, _italic_, ~struck~ and ```typed``` as WhatsApp shows them. */
export function formatted(text) {
  let first = null;
  for (const [pattern, tag] of marks) {
    const match = pattern.exec(text);
    if (match && (!first || match.index < first.match.index)) first = { match, tag };
  }
  if (!first) return [text];
  const { match, tag } = first;
  const inside = tag === 'code' ? [match[1]] : formatted(match[1]);
  return [text.slice(0, match.index), el(tag, {}, ...inside), ...formatted(text.slice(match.index + match[0].length))];
}
