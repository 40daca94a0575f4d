// The sheet of troubles: what WhatsApp does on a bad day, one slider or switch for each. It takes effect at once.

import { makeTrouble } from './api.js';
import { byID, el } from './dom.js';

const shares = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 1];
const share = (part) => (part === 1 ? 'all' : `${Math.round(part * 1000) / 10} %`);
const seconds = (milliseconds) => `${milliseconds / 1000} s`;
const times = (count) => `${count} times`;

const dial = (key, name, hint, steps = shares, show = share) => ({ key, name, hint, steps, show, read: (trouble) => trouble[key], write: (value) => ({ [key]: value }) });
const flip = (key, name, hint) => ({ key, name, hint, read: (trouble) => trouble[key], write: (value) => ({ [key]: value }) });

const groups = [
  ['Webhooks to the server', [
    dial('duplicates', 'Come twice', 'The same one again, at once or a little later'),
    dial('reorder', 'Come in the wrong order', 'A later message overtakes an earlier one'),
    { ...dial('delay', 'Come late', 'By up to so much', [0, 200, 1_000, 5_000, 30_000], seconds), read: ({ delay }) => delay?.to ?? 0, write: (to) => ({ delay: to ? { from: 0, to } : null }) },
    dial('burst', 'Come in bursts', 'So many messages of many people in one', [0, 10, 100, 1_000], String),
  ]],
  ['Ticks, files, templates', [
    dial('statusStorm', 'Ticks come in a storm', 'Each so often, blue before grey', [0, 3, 10, 50], times),
    flip('isMediaDown', 'Files are down', 'No photo goes up or comes down'),
    flip('areTemplatesDown', 'Templates are down', 'They can be neither managed nor sent'),
  ]],
  ['When the server answers people', [
    dial('refuse429', 'Too many at once', 'WhatsApp says 429: the number is too busy'),
    dial('pairRefuse', 'Too many to one person', 'WhatsApp says: not so fast with this one'),
    dial('fail500', 'WhatsApp is broken', 'It says 500, and nothing is sent'),
    dial('loseAnswers', 'Sent, but nobody says so', 'The message arrives, the confirmation is lost'),
    { ...dial('slowAnswers', 'WhatsApp is slow', 'It takes seconds to confirm'), read: ({ slowAnswers }) => slowAnswers.share, write: (part, { slowAnswers }) => ({ slowAnswers: { ...slowAnswers, share: part } }) },
    flip('isTokenExpired', 'The access token has expired', 'Every call is refused'),
  ]],
];
const fields = groups.flatMap(([, members]) => members);

export class TroubleSheet {
  trouble = null;
  inputs = new Map();

  constructor() {
    this.dialog = byID('trouble');
    byID('trouble-groups').replaceChildren(...groups.map(([title, members]) => this.group(title, members)));
    for (const id of ['trouble-open', 'troubled']) byID(id).addEventListener('click', () => this.open());
    byID('trouble-close').addEventListener('click', () => this.dialog.close());
    byID('trouble-none').addEventListener('click', () => this.order({}));
    this.dialog.addEventListener('click', (event) => { if (event.target === this.dialog) this.dialog.close(); });
  }

  open() {
    this.dialog.showModal();
    byID('trouble-groups').scrollTop = 0;
  }

  /** What holds now, whoever ordered it. */
  show(trouble) {
    this.trouble = trouble;
    for (const field of fields) this.draw(field, field.read(trouble));
    const count = fields.filter((field) => field.read(trouble)).length;
    byID('trouble-count').textContent = count ? String(count) : '';
    byID('troubled').hidden = count === 0;
    byID('troubled').textContent = count === 1 ? 'One trouble is on' : `${count} troubles are on`;
    byID('trouble-none').disabled = count === 0;
  }

  /** Kept before it is confirmed, so that the next change does not undo it. */
  change(part) {
    const before = this.trouble;
    this.trouble = { ...before, ...part };
    this.order(this.trouble, before);
  }

  async order(trouble, before = this.trouble) {
    byID('trouble-error').textContent = '';
    try {
      this.show(await makeTrouble(trouble));
    } catch (error) {
      byID('trouble-error').textContent = `Not changed: ${error.message}`;
      this.show(before);
    }
  }

  group(title, members) {
    return el('fieldset', {}, el('legend', {}, title), ...members.map((field) => (field.steps ? this.slider(field) : this.switch(field))));
  }

  slider(field) {
    const id = `trouble-${field.key}`;
    const input = el('input', { id, type: 'range', min: 0, max: field.steps.length - 1, step: 1, 'aria-describedby': `${id}-hint`, on: {
      input: () => this.draw(field, field.steps[input.value]),
      change: () => this.change(field.write(field.steps[input.value], this.trouble)),
    } });
    const value = el('output', { for: id });
    this.inputs.set(field, { input, value });
    return el('div', { class: 'dial' }, el('label', { for: id }, field.name), value, el('p', { id: `${id}-hint` }, field.hint), input);
  }

  switch(field) {
    const id = `trouble-${field.key}`;
    const input = el('input', { id, type: 'checkbox', role: 'switch', 'aria-describedby': `${id}-hint`, on: {
      change: () => this.change(field.write(input.checked, this.trouble)),
    } });
    this.inputs.set(field, { input });
    return el('div', { class: 'dial flip' }, el('label', { for: id }, field.name), input, el('p', { id: `${id}-hint` }, field.hint));
  }

  draw(field, now) {
    const { input, value } = this.inputs.get(field);
    if (!value) {
      input.checked = now;
      return;
    }
    const words = now ? field.show(now) : 'off';
    // What was ordered elsewhere may lie between two steps: the slider shows the nearest, the words are exact.
    const nearest = field.steps.reduce((best, step) => (Math.abs(step - now) < Math.abs(best - now) ? step : best));
    input.value = now ? Math.max(1, field.steps.indexOf(nearest)) : 0;
    input.setAttribute('aria-valuetext', words);
    value.textContent = words;
    value.classList.toggle('on', Boolean(now));
  }
}
