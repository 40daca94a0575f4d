// The dialog for a phone that nobody knows yet.

import { addPerson } from './api.js';
import { byID, el } from './dom.js';

/** `welcome(person, numberID)` is told of who came. */
export function newcomerDialog(store, welcome) {
  const dialog = byID('newcomer');
  byID('add-person').addEventListener('click', () => {
    byID('newcomer-number').replaceChildren(...store.numbers.map((number) => el('option', { value: number.id }, `${number.name} · ${number.displayNumber}`)));
    byID('newcomer-form').reset();
    byID('newcomer-error').textContent = '';
    dialog.showModal();
  });
  byID('newcomer-cancel').addEventListener('click', () => dialog.close());
  byID('newcomer-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const number = byID('newcomer-number').value;
    // Whoever writes to the first number runs a shop; the others are shops' numbers.
    const role = number === store.numbers[0]?.id ? 'owner' : 'customer';
    try {
      const person = await addPerson({ name: byID('newcomer-name').value.trim(), phone: byID('newcomer-phone').value, role, numbers: [number] });
      dialog.close();
      welcome(person, number);
    } catch (error) {
      byID('newcomer-error').textContent = error.message;
    }
  });
}
