// The simulator's control API.

async function json(answer) {
  if (answer.ok) return answer.json();
  const { error } = await answer.json().catch(() => ({}));
  throw new Error(error ?? `status ${answer.status}`);
}

const send = (method, path, body) =>
  fetch(`api/${path}`, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).then(json);
const post = (path, body) => send('POST', path, body);

export const everybody = () => fetch('api/people').then(json);
export const addPerson = (person) => post('people', person);
export const say = (chat, utterance) => post('say', { from: chat.person, to: chat.number, ...utterance });

export const troubleNow = () => fetch('api/trouble').then(json);
/** All of it at once: what is left out goes well from now on. */
export const makeTrouble = (trouble) => send('PUT', 'trouble', trouble);

/** Waits for news; `open` is the chat that the person looks at. */
export function news(after, open, viewer, signal) {
  const query = new URLSearchParams({ after, wait: 20, viewer });
  if (open) {
    query.set('openPerson', open.person);
    query.set('openNumber', open.number);
  }
  return fetch(`api/events?${query}`, { signal }).then(json);
}
