import { all } from './elements.js';
import { isOfSession, ownerOf, personOf } from './sessions.js';
import {
  chooseCopies,
  copiesOf,
  keepCopy,
  keepsCopies,
  keyOf,
  removeCopies,
  removeCopy,
  removeOld,
  removeTaken,
} from './text-copies.js';
import { chosenIn, drawnOver, isWrittenIn, putBack, saysTheSame, textsOf } from './typed-texts.js';

/** How long after a key the copy is written, in milliseconds. */
const SOON = 300;

const DAY = { timeZone: 'Asia/Ho_Chi_Minh' };

/** @typedef {{ name: string, taken: Record<string, string[]>, isKept: boolean, at: number, isFresh: boolean }} Watched */

/** @type {Map<HTMLFormElement, Watched>} */
const watched = new Map();

/** What is typed into a form lies in this browser until the server has it, and is offered back where it never came there. */
export function keepTexts() {
  removeOld();
  all(HTMLButtonElement, '[data-copies-choice]').forEach(offerChoice);
  for (const part of all(HTMLElement, '[data-taken]')) removeTaken(part.dataset.taken ?? '');
  for (const form of all(HTMLFormElement, 'form')) {
    if (isOfSession(form) && isWrittenIn(form)) watch(form);
  }
  document.addEventListener('ha:sent', ({ target }) => {
    if (target instanceof HTMLFormElement && addressOf(target) === '/dang-xuat') leave(target);
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
  if (saysTheSame(texts, own.taken)) removeCopy(key);
  else own.isKept = keepCopy(key, { at: own.at, texts, chosen: chosenIn(form), drawn: drawnOver(form) });
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
  for (const { key, name, copy } of copiesOf(ownerOf(form), addressOf(form)).reverse()) {
    if (!saysTheSame(copy.texts, texts)) show(form, { key, copy });
    else if (own && isRefused(form)) Object.assign(own, { name, taken: {}, isKept: true });
    else removeCopy(key);
  }
}

/** @param {HTMLFormElement} form */
function isRefused(form) {
  return document.querySelector('[role="alert"], .ha-errors') !== null || form.querySelector('.is-invalid') !== null;
}

/**
 * @param {HTMLFormElement} form
 * @param {{ readonly key: string, readonly copy: import('./text-copies.js').Copy }} kept
 */
function show(form, { key, copy }) {
  const note = document.createElement('div');
  note.className = 'ha-note';
  note.setAttribute('role', 'status');
  const words = document.createElement('div');
  const close = () => {
    removeCopy(key);
    note.remove();
  };
  const restore = button('Khôi phục', () => {
    putBack(form, copy);
    write(form);
    close();
  });
  words.append(`Có nội dung chưa gửi từ ${momentOf(copy.at)}. `, restore, ' ', button('Bỏ', close));
  note.append(words);
  placeOf(form).before(note);
}

/** What stands around the form and can be seen: forms are folded under their buttons, or in dialogs. @param {HTMLFormElement} form @returns {Element} */
function placeOf(form) {
  /** @type {Element} */
  let place = form.closest('details') ?? form;
  while (!place.checkVisibility() && place.parentElement) place = place.parentElement;
  return place;
}

/**
 * @param {string} label
 * @param {() => void} act
 */
function button(label, act) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'btn btn-sm';
  element.textContent = label;
  element.addEventListener('click', act);
  return element;
}

/** `09:41`, and with its day where that is not today. @param {number} at */
function momentOf(at) {
  const moment = new Date(at);
  const time = moment.toLocaleTimeString('vi-VN', { ...DAY, hour: '2-digit', minute: '2-digit' });
  const day = moment.toLocaleDateString('vi-VN', { ...DAY, day: '2-digit', month: '2-digit' });
  const today = new Date().toLocaleDateString('vi-VN', { ...DAY, day: '2-digit', month: '2-digit' });
  return day === today ? time : `${time} ngày ${day}`;
}

/** Signing out leaves nothing of that person here. @param {HTMLFormElement} form */
function leave(form) {
  watched.clear();
  removeCopies(personOf(ownerOf(form)) ?? '');
}
