// What the page knows: people, numbers, and one chat for each pair of them, built from the simulator's events.

const callsMax = 100;
const messagesMax = 300;

export const keyOf = (person, number) => `${person} ${number}`;

export class Store {
  people = [];
  numbers = [];
  chats = new Map();
  newest = 0;
  run = null;
  /** What goes wrong now. */
  trouble = null;

  setPeople({ people, numbers }) {
    this.people = people;
    this.numbers = numbers;
    for (const person of people) {
      for (const number of person.numbers) this.chat(person.id, number);
    }
  }

  chat(person, number) {
    const key = keyOf(person, number);
    if (!this.chats.has(key)) this.chats.set(key, new Chat(key, person, number));
    return this.chats.get(key);
  }

  person(id) { return this.people.find((person) => person.id === id); }
  number(id) { return this.numbers.find((number) => number.id === id); }

  /** Returns the chats that changed, each with the events that changed it. */
  apply(events) {
    const changed = new Map();
    for (const event of events) {
      if (event.kind === 'person') {
        this.people = [...this.people.filter((person) => person.id !== event.id), event];
        for (const number of event.numbers) this.chat(event.id, number);
        continue;
      }
      if (event.kind === 'trouble') this.trouble = event.trouble;
      if (!event.person) continue;
      const chat = this.chat(event.person, event.number);
      chat.apply(event);
      changed.set(chat, [...(changed.get(chat) ?? []), event]);
    }
    return changed;
  }
}

class Chat {
  messages = [];
  calls = [];
  typingSince = 0;

  constructor(key, person, number) {
    Object.assign(this, { key, person, number });
    this.byID = new Map();
  }

  apply(event) {
    if (event.kind === 'message') this.take(event);
    else if (event.kind === 'status') this.tick(event);
    else if (event.kind === 'typing') this.typingSince = Date.now();
    else if (event.kind === 'call') this.calls = [...this.calls, event].slice(-callsMax);
  }

  take(message) {
    if (message.from === 'business') this.typingSince = 0;
    if (message.type === 'reaction') {
      const target = this.byID.get(message.target);
      if (target) target.reaction = message.emoji;
      return;
    }
    this.byID.set(message.id, message);
    this.messages.push(message);
    if (this.messages.length > messagesMax) this.byID.delete(this.messages.shift().id);
  }

  tick(event) {
    const message = this.byID.get(event.id);
    if (message) message.status = event.status;
    // What never reached the phone still deserves a line in the chat.
    else if (event.status === 'failed') this.take({ ...event, type: 'failure', from: 'nobody' });
  }

  get unread() {
    return this.messages.filter((message) => message.from === 'business' && message.status !== 'read').length;
  }

  get last() { return this.messages.at(-1); }
}
