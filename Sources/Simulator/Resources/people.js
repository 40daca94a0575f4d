// The column of people, each with the last line and what is unread.

import { avatar, clock, el } from './dom.js';
import { summary } from './bubble.js';

const headings = { owner: 'Shop', staff: 'Shop', customer: 'Customers' };

export function peopleRows(store, current, choose) {
  const rows = [];
  let heading;
  for (const chat of inOrder(store)) {
    const person = store.person(chat.person);
    const title = headings[person?.role] ?? 'Others';
    if (title !== heading) rows.push(el('h2', { class: 'group' }, title));
    heading = title;
    rows.push(row(store, chat, person, chat === current, choose));
  }
  return rows;
}

/** The shop first, then customers, each as configured. */
function inOrder(store) {
  const roles = ['owner', 'staff', 'customer'];
  const places = new Map(store.people.map((person, index) => [person.id, index]));
  const rank = (chat) => {
    const role = roles.indexOf(store.person(chat.person)?.role);
    return (role < 0 ? roles.length : role) * 10_000 + (places.get(chat.person) ?? 9_999);
  };
  return [...store.chats.values()].sort((a, b) => rank(a) - rank(b));
}

/** Among customers it goes without saying. */
const title = (person) => (person && person.role !== 'customer' ? el('span', { class: 'role' }, ` ${person.role}`) : null);

function row(store, chat, person, isCurrent, choose) {
  const name = person?.name ?? `+${chat.person}`;
  const face = avatar(name, store.people.indexOf(person) + 1);
  const unread = isCurrent ? 0 : chat.unread;
  const last = chat.last;
  return el('button',
    { type: 'button', class: 'row', data: { person: chat.person, number: chat.number }, 'aria-current': isCurrent ? 'true' : false, on: { click: () => choose(chat) } },
    el('span', { class: `avatar ${face.tint}`, 'aria-hidden': 'true' }, face.letter),
    el('span', { class: 'row-name' }, name, title(person)),
    last?.at ? el('time', { class: 'row-time' }, clock(last.at)) : null,
    el('span', { class: 'row-last', dir: 'auto' }, last ? summary(last) : `writes to ${store.number(chat.number)?.name ?? chat.number}`),
    unread ? el('span', { class: 'badge' }, String(unread), el('span', { class: 'unseen' }, ' unread')) : null);
}
