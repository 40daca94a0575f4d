// The list that slides up from the foot of the phone. While it is open nothing else in the phone can be reached.

import { byID, el, icon } from './dom.js';

let close = () => {};

export function openSheet(message, choose) {
  close();
  const sheet = byID('sheet');
  const others = [...sheet.parentElement.children].filter((child) => child !== sheet);
  const cameFrom = document.activeElement;
  close = () => {
    sheet.hidden = true;
    sheet.replaceChildren();
    for (const other of others) other.inert = false;
    close = () => {};
    cameFrom?.focus();
  };
  sheet.replaceChildren(el('div', { class: 'shade', on: { click: () => close() } }), panel(message, choose));
  for (const other of others) other.inert = true;
  sheet.hidden = false;
  sheet.querySelector('.row-choice')?.focus();
}

function panel(message, choose) {
  const head = el('header', {}, el('h2', { id: 'sheet-title' }, message.list.button),
    el('button', { type: 'button', class: 'round', 'aria-label': 'Close', on: { click: () => close() } }, icon('close')));
  const rows = message.list.sections.flatMap((section) => [
    section.title ? el('h3', {}, section.title) : null,
    ...section.rows.map((row) => choice(row, choose)),
  ]);
  return el('div', { class: 'drawer', role: 'dialog', 'aria-labelledby': 'sheet-title', on: { keydown: onKey } },
    head, el('div', { class: 'choices' }, ...rows));
}

function choice(row, choose) {
  const pick = () => { close(); choose(row); };
  return el('button', { type: 'button', class: 'row-choice', data: { testid: 'list-row', choice: row.id }, on: { click: pick } },
    el('span', { class: 'row-title', dir: 'auto' }, row.title), row.description ? el('span', { class: 'row-detail', dir: 'auto' }, row.description) : null);
}

function onKey(event) {
  if (event.key === 'Escape') return close();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll('.row-choice')];
  rows[(rows.indexOf(document.activeElement) + step + rows.length) % rows.length]?.focus();
}

export const closeSheet = () => close();
