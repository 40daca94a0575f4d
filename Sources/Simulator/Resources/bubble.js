// One bubble: words, picture, buttons, ticks.

import { clock, el, formatted, icon } from './dom.js';

const kinds = { image: 'Photo', audio: 'Sound', sticker: 'Sticker', location: 'Place' };
const tickNames = { sent: 'Sent', delivered: 'Taken by the server', read: 'Read' };

/** `actions`: `tap(message, choice, kind)` for a button, `open(message)` for a list. */
export function bubble(message, chat, actions) {
  if (message.type === 'failure') return failure(message);
  const isMine = message.from === 'person';
  const box = el('div', { class: 'bubble' }, ...body(message, chat), foot(message, isMine));
  const parts = [box];
  if (message.buttons) parts.push(el('div', { class: 'replies' }, ...message.buttons.map((choice) => replyButton(message, choice, actions))));
  if (message.list) parts.push(el('div', { class: 'replies' }, listButton(message, actions)));
  return el(
    'article',
    { class: `line ${isMine ? 'mine' : 'theirs'}`, data: { testid: isMine ? 'bubble-out' : 'bubble-in', id: message.id } },
    el('span', { class: 'unseen' }, isMine ? 'You: ' : 'Shop: '), ...parts);
}

function body(message, chat) {
  const parts = [];
  const quoted = message.replyTo && chat.byID.get(message.replyTo);
  if (quoted) parts.push(el('blockquote', {}, summary(quoted)));
  if (message.header) parts.push(el('h3', {}, message.header));
  if (message.media) parts.push(media(message.media));
  if (message.location) parts.push(place(message.location));
  if (message.template && !message.text) parts.push(template(message.template));
  const words = message.text ?? message.media?.caption;
  if (words) parts.push(el('p', { class: 'words', dir: 'auto' }, ...formatted(words)));
  if (message.footer) parts.push(el('p', { class: 'footer' }, message.footer));
  return parts;
}

function foot(message, isMine) {
  const time = el('time', { datetime: new Date(message.at).toISOString() }, clock(message.at));
  const line = el('div', { class: 'foot-line' }, time, isMine ? ticks(message.status ?? 'sent') : null);
  if (message.reaction) line.append(el('span', { class: 'reaction', role: 'img', 'aria-label': `Reaction ${message.reaction}` }, message.reaction));
  return line;
}

/** One grey: sent. Two grey: our server took it. Two blue: it was read. */
export function ticks(status) {
  return el('span', { class: `ticks ${status}`, role: 'img', 'aria-label': tickNames[status] ?? status, title: tickNames[status] ?? status },
    icon(status === 'sent' ? 'tick' : 'ticks', 'tick'));
}

function replyButton(message, choice, actions) {
  return el('button', { type: 'button', class: 'reply', data: { testid: 'reply-button', choice: choice.id }, on: { click: () => actions.tap(message, choice, 'buttonID') } },
    icon('reply'), choice.title);
}

function listButton(message, actions) {
  return el('button', { type: 'button', class: 'reply', data: { testid: 'list-button' }, 'aria-haspopup': 'dialog', on: { click: () => actions.open(message) } },
    icon('list'), message.list.button);
}

function media(item) {
  const address = item.id ? `api/media/${encodeURIComponent(item.id)}` : null;
  if (address && (item.kind === 'image' || item.kind === 'sticker')) {
    return el('img', { class: item.kind, src: address, alt: item.caption || (item.kind === 'image' ? 'Picture' : 'Sticker'), loading: 'lazy' });
  }
  if (address && item.kind === 'audio') return el('audio', { controls: true, preload: 'metadata', src: address });
  const name = item.fileName || item.kind;
  const label = [icon('file'), el('span', {}, name)];
  return address ? el('a', { class: 'file', href: address, download: name }, ...label) : el('span', { class: 'file' }, ...label);
}

function place({ name, address, latitude, longitude }) {
  return el('span', { class: 'file' }, icon('pin'), el('span', {}, name || address || `${latitude}, ${longitude}`));
}

function template({ name, parameters }) {
  return el('div', { class: 'template' }, el('h3', {}, `Template ${name}`), ...parameters.map((text) => el('p', { class: 'words', dir: 'auto' }, text)));
}

function failure(message) {
  return el('p', { class: 'notice failure' }, `Not delivered: ${message.error?.title ?? 'failed'} (${message.error?.code ?? '?'})`);
}

/** One line that stands for a message: in the list of people and in quotes. */
export function summary(message) {
  if (!message) return '';
  if (message.type === 'failure') return 'Not delivered';
  const words = message.text ?? message.media?.caption;
  if (words) return words.replace(/(\*|_|~|```)(\S[^\n]*?)\1/g, '$2');
  return message.media?.fileName ?? message.template?.name ?? message.location?.name ?? kinds[message.type] ?? message.type;
}
