import { offerBack, offerToRead } from './copy-offers.js';
import { all } from './elements.js';
import { isOfSession, ownerOf, personOf } from './sessions.js';
import {
  chooseCopies,
  copiesOf,
  hasLeftSince,
  keepCopy,
  keepsCopies,
  keyOf,
  leave,
  removeCopy,
  removeOld,
  removeTaken,
} from './text-copies.js';
import { chosenIn, drawnOver, isWrittenIn, putBack, saysTheSame, subjectOf, textsOf } from './typed-texts.js';

/** How long after a key the copy is written, in milliseconds. */
const SOON = 300;

/** @typedef {{ name: string, taken: Record<string, string[]>, isKept: boolean, at: number, isFresh: boolean }} Watched */

/** @type {Map<HTMLFormElement, Watched>} */
const watched = new Map();

/** What is typed into a form lies in this browser until the server has it, and is offered back where it never came there. */
export function keepTexts() {
  removeOld();
  all(HTMLButtonElement, '[data-copies-choice]').forEach(offerChoice);
  for (const part of all(HTMLElement, '[data-taken]')) removeTaken(part.dataset.taken ?? '');
  const forms = all(HTMLFormElement, 'form').filter(isOfSession);
  forms.filter(isWrittenIn).forEach(watch);
  offerWhatIsLeft(forms);
  document.addEventListener('ha:sent', ({ target }) => {
    if (target instanceof HTMLFormElement && addressOf(target) === '/dang-xuat') leave(personIn(target));
  });
}

/** A machine that several people use may keep nothing. @param {HTMLButtonElement} choice */
function offerChoice(choice) {
  const tell = () => {
    choice.textContent = `${keepsCopies() ? 'Không giữ' : 'Giữ'} nội dung chưa gửi trên máy này`;
  };
  choice.addEventListener('click', () => {
    chooseCopies(!keepsCopies());
    tell();
  });
  choice.hidden = false;
  tell();
}

/** Whether all that was typed into the form lies in this browser. @param {HTMLFormElement} form */
export function isKept(form) {
  write(form);
  return watched.get(form)?.isKept ?? false;
}

/** The server has these texts. @param {HTMLFormElement} form @param {Record<string, string[]>} texts */
export function noteTaken(form, texts) {
  const own = watched.get(form);
  if (!own) return;
  own.taken = texts;
  write(form);
}

/** @param {HTMLFormElement} form */
function watch(form) {
  watched.set(form, { name: newName(), taken: textsOf(form), isKept: false, at: Date.now(), isFresh: false });
  offer(form);
  nameIn(form);
  let pending = 0;
  const now = () => {
    if (watched.get(form)?.isFresh === true) write(form);
  };
  form.addEventListener('input', () => {
    const own = watched.get(form);
    if (own) Object.assign(own, { at: Date.now(), isFresh: true });
    clearTimeout(pending);
    pending = setTimeout(now, SOON);
  });
  form.addEventListener('ha:sent', now);
  addEventListener('pagehide', now);
  document.addEventListener('visibilitychange', now);
}

/** A name for the opened form, which the server tells back once it has taken it. @returns {string} */
export function newName() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {HTMLFormElement} form */
function nameIn(form) {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = '_giu';
  field.value = watched.get(form)?.name ?? '';
  form.append(field);
}

/** @param {HTMLFormElement} form */
function write(form) {
  const own = watched.get(form);
  if (!own) return;
  own.isFresh = false;
  const texts = textsOf(form);
  const key = keyOf(ownerOf(form), addressOf(form), own.name);
  own.isKept = false;
  // Who has signed out leaves nothing here, in whichever tab, unless they stay and type on.
  if (saysTheSame(texts, own.taken) || hasLeftSince(personIn(form), own.at)) removeCopy(key);
  else {
    const { at } = own;
    const over = { chosen: chosenIn(form), drawn: drawnOver(form), subject: subjectOf(form) };
    const copy = { at, texts, ...over, page: location.pathname };
    own.isKept = keepCopy(key, copy);
  }
}

/** A field named `action` would hide that of the form. @param {HTMLFormElement} form */
function addressOf(form) {
  return new URL(form.getAttribute('action') ?? '', location.href).pathname;
}

/**
 * Copies of this form from before. One that says what stands in the form was taken after all; or it came back refused, and goes on under its name.
 *
 * @param {HTMLFormElement} form
 */
function offer(form) {
  const own = watched.get(form);
  const texts = textsOf(form);
  const copies = copiesOf(ownerOf(form)).filter((kept) => isOf(kept, form));
  for (const { key, name, copy } of copies.reverse()) {
    const drop = () => removeCopy(key);
    const restore = () => {
      putBack(form, copy);
      write(form);
      drop();
    };
    if (!saysTheSame(copy.texts, texts)) offerBack(form, copy, { restore, drop });
    else if (own && isRefused(form)) Object.assign(own, { name, taken: {}, isKept: true });
    else drop();
  }
}

/** Whether the form came back with what was typed, and nothing of it is saved. @param {HTMLFormElement} form */
export function isRefused(form) {
  return document.querySelector('[role="alert"], .ha-errors') !== null || form.querySelector('.is-invalid') !== null;
}

/** What was typed on this page into a form that it has no more. @param {readonly HTMLFormElement[]} forms of somebody who is signed in */
function offerWhatIsLeft(forms) {
  const [any] = forms;
  if (!any) return;
  for (const kept of copiesOf(ownerOf(any))) {
    const isLeft = kept.copy.page === location.pathname && !forms.some((form) => isOf(kept, form));
    if (isLeft) offerToRead(kept.copy, () => removeCopy(kept.key));
  }
}

/** @param {import('./text-copies.js').KeptCopy} kept @param {HTMLFormElement} form */
function isOf({ address, copy }, form) {
  return address === addressOf(form) && copy.subject === subjectOf(form);
}

/** @param {HTMLFormElement} form */
function personIn(form) {
  return personOf(ownerOf(form)) ?? '';
}
