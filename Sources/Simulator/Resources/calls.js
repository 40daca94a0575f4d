// The engineer's column: every webhook and every Graph call of the chat, with its status and time.

import { el } from './dom.js';

export function callRow(call) {
  const isWebhook = call.direction === 'webhook';
  const good = call.status === 200 ? 'good' : 'bad';
  const bodies = [['Request', call.request], ['Answer', call.answer]].filter(([, body]) => body);
  return el('li', { class: 'call' },
    el('details', {},
      el('summary', {},
        el('b', { class: `way ${isWebhook ? 'webhook' : 'graph'}`, role: 'img', 'aria-label': isWebhook ? 'webhook' : 'Graph call' }, isWebhook ? '→' : '←'),
        el('span', { class: isAside(call) ? 'what aside' : 'what' }, call.what, call.attempt > 1 ? el('em', {}, ` attempt ${call.attempt}`) : null, call.copy ? el('em', {}, ' copy') : null),
        el('span', { class: `status ${good}` }, call.status === 0 ? 'no answer' : String(call.status)),
        el('span', { class: 'ms' }, `${call.ms} ms`)),
      ...bodies.map(([title, body]) => el('div', { class: 'body' }, el('h3', {}, title), el('pre', { tabindex: '0' }, pretty(body))))));
}

/** Ticks matter less to the eye than words. */
const isAside = (call) => /^(status|read) ?/.test(call.what);

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
