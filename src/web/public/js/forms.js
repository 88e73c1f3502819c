import { isOfSession, makeReady } from './sessions.js';

/** A second press sends nothing; unsaved changes hold back the acts beside them; nothing goes without a session. */
export function guardForms() {
  const kept = [...document.querySelectorAll('form[data-keeps]')];
  for (const form of kept) {
    form.addEventListener('input', () => {
      form.dataset.changed = '';
    });
  }
  const changed = () => kept.find((form) => form.dataset.changed !== undefined);

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.once === undefined || event.defaultPrevented) return;
    if (form.dataset.sent !== undefined) {
      event.preventDefault();
      return;
    }
    const unsaved = changed();
    if (unsaved && unsaved !== form && !form.closest('.ha-user')) {
      event.preventDefault();
      askToSave(unsaved, event.submitter);
      return;
    }
    form.dataset.sent = '';
    event.submitter?.setAttribute('aria-disabled', 'true');
    if (form.dataset.ready === undefined && isOfSession(form)) {
      event.preventDefault();
      void sendWhenReady(form, event.submitter);
      return;
    }
    delete form.dataset.ready;
    delete form.dataset.changed;
  });

  // The page may come back from the browser's memory, still marked as sent.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent;
      delete form.dataset.confirmed;
      form
        .querySelectorAll('[type="submit"][aria-disabled]')
        .forEach((button) => button.removeAttribute('aria-disabled'));
    }
  });

  addEventListener('beforeunload', (event) => {
    if (changed()) event.preventDefault();
  });

  for (const form of document.querySelectorAll('form[data-auto-submit]')) {
    form.querySelectorAll('[data-without-scripts]').forEach((button) => {
      button.hidden = true;
    });
    form.addEventListener('change', () => form.requestSubmit());
  }

  // A question whose answer was refused stands first.
  document.querySelector('.ha-errors')?.focus();
}

/** Sends the form as it was pressed, once the person is known to be signed in; otherwise everything stays on the page. */
async function sendWhenReady(form, button) {
  const trouble = await makeReady(form);
  delete form.dataset.sent;
  if (trouble === '') {
    form.dataset.ready = '';
    form.requestSubmit(button);
    return;
  }
  delete form.dataset.confirmed;
  button?.removeAttribute('aria-disabled');
  const said = sayBeside(form, button, trouble);
  form.addEventListener('submit', () => said.remove(), { once: true });
  button?.focus();
}

function askToSave(form, button) {
  const said = sayBeside(form, button, 'Có thay đổi chưa lưu. Lưu bản thảo trước.');
  form.addEventListener('submit', () => said.remove(), { once: true });
}

/** Says beside the pressed button why nothing was sent. */
function sayBeside(form, button, words) {
  const place = button?.closest('.ha-acts') ?? form;
  let said = place.querySelector('[data-said]');
  if (!said) {
    said = document.createElement('span');
    said.dataset.said = '';
    said.className = 'ha-small ha-bad ha-strong';
    said.setAttribute('role', 'alert');
    place.append(said);
  }
  said.textContent = words;
  return said;
}
