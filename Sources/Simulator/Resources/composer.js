// Where a person writes: examples to fill in, the field, files.

import { byID, el } from './dom.js';
import { examplesFor, languages } from './examples.js';

const fileMax = 2_500_000;
const heightMax = 140;

export class Composer {
  role = 'owner';

  /** `send(utterance)` returns whether it went; `complain(text)` tells why something cannot. */
  constructor(send, complain) {
    Object.assign(this, { send, complain });
    this.input = byID('input');
    this.language = byID('language');
    this.language.replaceChildren(...languages.map(([value, name]) => el('option', { value, lang: value }, name)));
    this.language.addEventListener('change', () => this.drawExamples());
    byID('composer').addEventListener('submit', (event) => this.submit(event));
    byID('file').addEventListener('change', () => this.attach());
    this.input.addEventListener('input', () => this.grow());
    this.input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.submit(event);
    });
  }

  writeAs(role) {
    this.role = role;
    this.drawExamples();
  }

  drawExamples() {
    const lang = this.language.value;
    const chip = (text) => el('button', { type: 'button', class: 'chip', lang, on: { click: () => this.fill(text) } }, text);
    byID('examples').replaceChildren(...examplesFor(this.role, lang).map(chip));
    byID('examples').scrollLeft = 0;
  }

  fill(text) {
    this.input.value = text;
    this.grow();
    this.input.focus();
  }

  async submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = '';
    this.grow();
    if (!await this.send({ text }) && !this.input.value) this.fill(text);
  }

  async attach() {
    const [file] = byID('file').files;
    if (!file) return;
    if (file.size > fileMax) {
      this.complain('Not sent: files up to 2.5 MB, please.');
    } else {
      // A browser does not know the type of every file; a phone says as much then.
      const mimeType = file.type || 'application/octet-stream';
      const media = { mimeType, fileName: file.name, base64: await base64(file) };
      const caption = this.input.value.trim();
      if (caption && !mimeType.startsWith('audio/')) {
        media.caption = caption;
        this.input.value = '';
      }
      await this.send({ media });
    }
    byID('file').value = '';
  }

  grow() {
    this.input.style.height = 'auto';
    this.input.style.height = `${Math.min(this.input.scrollHeight + 2, heightMax)}px`;
  }
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
