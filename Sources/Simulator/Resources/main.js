// The page: keeps what it shows in step with what the simulator tells.

import { everybody, news, say, troubleNow } from './api.js';
import { ChatView } from './chatview.js';
import { Composer } from './composer.js';
import { byID } from './dom.js';
import { newcomerDialog } from './newcomer.js';
import { peopleRows } from './people.js';
import { closeSheet, openSheet } from './sheet.js';
import { Store } from './store.js';
import { TroubleSheet } from './trouble.js';

const narrow = matchMedia('(max-width: 719px)');
const coarse = matchMedia('(pointer: coarse)');
const viewer = Math.random().toString(36).slice(2);

const store = new Store();
const view = new ChatView(store, { tap, open: (message) => openSheet(message, (row) => tap(message, row, 'rowID')) });
const composer = new Composer(send, (text) => view.complain(text));
const troubles = new TroubleSheet();
let question = new AbortController();

function tap(message, choice, kind) {
  return send({ [kind]: choice.id, messageID: message.id });
}

async function send(utterance) {
  try {
    await say(view.chat, utterance);
    return true;
  } catch (error) {
    view.complain(`Not sent: ${error.message}`);
    return false;
  }
}

function choose(chat) {
  closeSheet();
  document.body.dataset.view = 'chat';
  view.show(chat);
  composer.writeAs(store.person(chat.person)?.role);
  drawPeople();
  askAgain();
  if (!coarse.matches) composer.input.focus();
}

function drawPeople() {
  const people = byID('people');
  const focused = document.activeElement?.closest?.('.row')?.dataset;
  people.replaceChildren(...peopleRows(store, view.chat, choose));
  if (!focused) return;
  people.querySelector(`[data-person="${CSS.escape(focused.person)}"][data-number="${CSS.escape(focused.number)}"]`)?.focus();
}

function take({ events, next, run }) {
  // The simulator began anew: so do we.
  if (store.run && run !== store.run) return location.reload();
  Object.assign(store, { run, newest: next });
  const changed = store.apply(events);
  if (events.length) drawPeople();
  if (store.trouble !== troubles.trouble) troubles.show(store.trouble);
  if (changed.has(view.chat)) view.take(changed.get(view.chat));
}

/** What the person looks at now, if anything. */
function chatInView() {
  const isPutAway = document.hidden || (narrow.matches && document.body.dataset.view === 'people');
  return isPutAway ? null : view.chat;
}

async function follow() {
  for (;;) {
    try {
      take(await news(store.newest, chatInView(), viewer, question.signal));
      byID('offline').hidden = true;
    } catch (error) {
      if (error.name === 'AbortError') continue;
      byID('offline').hidden = false;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

/** What lies open has changed, and the simulator should know now. */
function askAgain() {
  question.abort();
  question = new AbortController();
}

function goBack() {
  document.body.dataset.view = 'people';
  drawPeople();
  askAgain();
  byID('people').querySelector('[aria-current]')?.focus();
}

async function begin() {
  byID('back').addEventListener('click', goBack);
  document.addEventListener('visibilitychange', askAgain);
  newcomerDialog(store, (person, number) => {
    store.apply([{ ...person, kind: 'person' }]);
    choose(store.chat(person.id, number));
  });
  store.setPeople(await everybody());
  store.trouble = await troubleNow();
  take(await news(0, null, viewer, question.signal));
  drawPeople();
  const [first] = store.chats.values();
  if (first && !narrow.matches) choose(first);
  follow();
}

begin();
