// The phone's face: the bar, the bubbles of one chat, and the calls beside it.

import { bubble } from './bubble.js';
import { callRow } from './calls.js';
import { byID, day, el } from './dom.js';

const typingFor = 25_000;
const callsMax = 100;

export class ChatView {
  chat = null;
  lines = new Map();
  lastDay = '';

  /** `actions`: what a tap on a button or a list does. */
  constructor(store, actions) {
    Object.assign(this, { store, actions });
    this.log = byID('log');
    this.calls = byID('calls');
    this.log.addEventListener('scroll', () => { byID('to-end').hidden = this.isAtEnd; });
    byID('to-end').addEventListener('click', () => this.scrollToEnd());
    setInterval(() => { if (this.chat?.typingSince) this.drawState(); }, 5_000);
  }

  show(chat) {
    this.chat = chat;
    this.lines.clear();
    this.lastDay = '';
    // An old chat is not news: it is not to be read aloud.
    this.log.setAttribute('aria-busy', 'true');
    this.log.replaceChildren();
    this.calls.replaceChildren(...chat.calls.map(callRow));
    this.drawBar();
    for (const message of chat.messages) this.addLine(message);
    if (!chat.messages.length) this.note('Nothing here yet. Tap an example below, or write as you would to your shop.', 'empty');
    this.drawState();
    this.scrollToEnd();
    this.calls.scrollTop = this.calls.scrollHeight;
    setTimeout(() => this.log.setAttribute('aria-busy', 'false'));
  }

  /** What happened in this chat since. */
  take(events) {
    const follows = this.isAtEnd || events.some((event) => event.from === 'person');
    for (const event of events) this.takeOne(event);
    this.drawState();
    if (follows) this.scrollToEnd();
  }

  takeOne(event) {
    if (event.kind === 'call') this.addCall(event);
    else if (event.type === 'reaction') this.redrawFoot(event.target);
    else if (event.kind === 'status' && this.lines.has(event.id)) this.redrawFoot(event.id);
    else if (event.kind === 'message' || event.status === 'failed') this.addLine(this.chat.byID.get(event.id));
  }

  drawBar() {
    const number = this.store.number(this.chat.number);
    const person = this.store.person(this.chat.person);
    byID('chat-avatar').textContent = number?.letter ?? '?';
    byID('chat-name').textContent = number?.name ?? this.chat.number;
    byID('chat-owner').textContent = `${person?.name ?? this.chat.person}’s phone`;
  }

  drawState() {
    const isTyping = Date.now() - this.chat.typingSince < typingFor;
    byID('chat-state').textContent = isTyping ? 'typing…' : this.store.number(this.chat.number)?.displayNumber ?? '';
    this.log.querySelector('.typing')?.remove();
    if (isTyping) this.log.append(el('div', { class: 'line theirs typing', 'aria-hidden': 'true' }, el('div', { class: 'bubble dots' }, el('i'), el('i'), el('i'))));
  }

  addLine(message) {
    if (!message) return;
    this.log.querySelector('.empty')?.remove();
    if (message.at && day(message.at) !== this.lastDay) {
      this.lastDay = day(message.at);
      this.note(this.lastDay);
    }
    const line = bubble(message, this.chat, this.actions);
    this.lines.set(message.id, line);
    this.log.append(line);
  }

  /** Only the foot of a bubble ever changes, so that focus and playing sound stay. */
  redrawFoot(id) {
    const message = this.chat.byID.get(id);
    if (!message) return;
    this.lines.get(id)?.querySelector('.foot-line')?.replaceWith(bubble(message, this.chat, this.actions).querySelector('.foot-line'));
  }

  addCall(call) {
    this.calls.append(callRow(call));
    if (this.calls.children.length > callsMax) this.calls.firstChild.remove();
    this.calls.scrollTop = this.calls.scrollHeight;
  }

  note(text, kind = '') {
    this.log.append(el('p', { class: `notice ${kind}` }, text));
  }

  complain(text) {
    this.note(text, 'failure');
    this.scrollToEnd();
  }

  get isAtEnd() { return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 120; }
  scrollToEnd() { this.log.scrollTop = this.log.scrollHeight; }
}
