// The simulator's control API.

async function json(answer) {
  if (answer.ok) return answer.json();
  const { error } = await answer.json().catch(() => ({}));
  throw new Error(error ?? `status ${answer.status}`);
}

const post = (path, body) =>
  fetch(`api/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).then(json);

export const everybody = () => fetch('api/people').then(json);
export const addPerson = (person) => post('people', person);
export const say = (chat, utterance) => post('say', { from: chat.person, to: chat.number, ...utterance });

/** Waits for news; `open` is the chat that the person looks at. */
export function news(after, open, viewer, signal) {
  const query = new URLSearchParams({ after, wait: 20, viewer });
  if (open) {
    query.set('openPerson', open.person);
    query.set('openNumber', open.number);
  }
  return fetch(`api/events?${query}`, { signal }).then(json);
}
