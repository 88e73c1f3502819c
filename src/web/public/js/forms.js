import { all, first } from './elements.js';
import { saveNow, settled } from './autosave.js';
import { finishLetter, isUnfinished } from './finished-letter.js';
import { tell } from './toasts.js';
import { isOfSession, makeReady } from './sessions.js';
import { isUpload, upload } from './upload.js';

/** A second press sends nothing; unsaved changes hold back the acts beside them; nothing goes without a session. */
export function guardForms() {
  const kept = all(HTMLFormElement, 'form[data-keeps]');
  for (const form of kept) {
    form.addEventListener('input', () => {
      form.dataset.changed = '';
    });
  }
  const changed = () => kept.find((form) => form.dataset.changed !== undefined);

  /**
   * @param {SubmitEvent} event
   * @param {HTMLFormElement} form
   */
  const send = (event, form) => {
    if (form.dataset.sent !== undefined) {
      event.preventDefault();
      return;
    }
    if (form.dataset.sendsLetter !== undefined && isUnfinished()) {
      event.preventDefault();
      void sendFinished(form, event.submitter);
      return;
    }
    const unsaved = changed();
    if (unsaved && unsaved !== form && !form.closest('.ha-user')) {
      event.preventDefault();
      void saveFirst(unsaved, form, event.submitter);
      return;
    }
    form.dataset.sent = '';
    event.submitter?.setAttribute('aria-disabled', 'true');
    if (form.dataset.ready === undefined && isOfSession(form)) {
      event.preventDefault();
      void sendWhenReady(form, event.submitter);
      return;
    }
    goes(event, form);
  };
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.dataset.once !== undefined && !event.defaultPrevented)
      send(event, form);
  });

  // The page may come back from the browser's memory, still marked as sent.
  addEventListener('pageshow', () => {
    for (const form of all(HTMLFormElement, 'form[data-sent]')) {
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

  for (const form of all(HTMLFormElement, 'form[data-auto-submit]')) {
    form.addEventListener('change', () => form.requestSubmit());
  }

  // A question whose answer was refused stands first.
  first(HTMLElement, '.ha-errors')?.focus();
}

/**
 * Sends the form as it was pressed, once the person is known to be signed in; otherwise everything stays on the page.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} button
 */
async function sendWhenReady(form, button) {
  await settled(form);
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

/**
 * Nothing stands in the way any more: the browser sends the form, or, with files, this script does and shows how far they are.
 *
 * @param {SubmitEvent} event
 * @param {HTMLFormElement} form
 */
function goes(event, form) {
  delete form.dataset.ready;
  form.dispatchEvent(new Event('ha:sent', { bubbles: true }));
  if (!isUpload(form, event.submitter)) {
    delete form.dataset.changed;
    return;
  }
  event.preventDefault();
  sendFiles(form, event.submitter);
}

/**
 * The form stays as it is, with its unsaved changes, until its files have arrived.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} button
 */
function sendFiles(form, button) {
  upload(form, button, (trouble) => {
    delete form.dataset.sent;
    delete form.dataset.confirmed;
    button?.removeAttribute('aria-disabled');
    if (trouble !== '') {
      const said = sayBeside(form, button, trouble);
      form.addEventListener('submit', () => said.remove(), { once: true });
    }
    button?.focus();
  });
}

/**
 * An act beside unsaved changes waits for them, where they can be saved by themselves.
 *
 * @param {HTMLFormElement} unsaved
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} button
 */
async function saveFirst(unsaved, form, button) {
  if (await saveNow(unsaved)) form.requestSubmit(button);
  else askToSave(unsaved, button);
}

let isFinishing = false;

/**
 * A letter is sent on once it is saved and has its page; a second press meanwhile sends nothing. The form may have been renewed by then.
 *
 * @param {HTMLFormElement} pressed
 * @param {HTMLElement | null} submitter
 */
async function sendFinished(pressed, submitter) {
  if (isFinishing) return;
  isFinishing = true;
  tell('Đang lưu và tạo trang in; xong thì trình ngay.');
  const isSaved = await finishLetter();
  isFinishing = false;
  const form = pressed.isConnected ? pressed : first(HTMLFormElement, 'form[data-sends-letter]');
  if (!form) return;
  const button = pressed.isConnected ? submitter : first(HTMLElement, '[type="submit"]', form);
  if (!isSaved) askToSave(form, button);
  else if (!isUnfinished()) form.requestSubmit(button);
  else sayBeside(form, button, 'Chưa tạo xong trang in. Chờ rồi trình lại.');
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} button
 */
function askToSave(form, button) {
  const said = sayBeside(form, button, 'Có thay đổi chưa lưu. Lưu bản thảo trước.');
  form.addEventListener('submit', () => said.remove(), { once: true });
}

/**
 * Says beside the pressed button why nothing was sent.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} button
 * @param {string} words
 */
function sayBeside(form, button, words) {
  const place = button?.closest('.ha-acts') ?? form;
  let said = first(HTMLElement, '[data-said]', place);
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
