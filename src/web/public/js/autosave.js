import { all, first, one } from './elements.js';
import { isKept, isRefused, newName, noteTaken } from './kept-texts.js';
import { lookNow } from './live.js';
import { renewToken, typedIn } from './sessions.js';
import { keepsCopies } from './text-copies.js';
import { textsOf } from './typed-texts.js';

/** After the last key; and before it is tried again where it did not come there. In milliseconds. */
const PAUSE = 5_000;
const AGAIN = 10_000;
const PATIENCE = 20_000;

/** The field that counts how many times the page has sent the form. */
const TURN = 'lan';

/** The field that says that a person has pressed. */
const FINISHED = 'xong';

const AWAY = 'Tự lưu lại khi liên lạc được với máy chủ.';
const ENDED = 'Phiên làm việc đã hết; bấm Lưu bản thảo để đăng nhập lại.';
const OVERTAKEN = 'Bản thảo vừa được lưu ở nơi khác; bấm Lưu bản thảo để xem chỗ khác nhau.';
const LACKING = 'Điền các ô bắt buộc còn thiếu.';

/** Why private details stay: of those that the page lists. */
const ANSWERS_FOR_TEXT = '#giu-chi-tiet';

/** Answers after which nothing is tried before a key is pressed: what the server said stands. */
const FINAL = [400, 403, 404, 409, 413, 422];

/**
 * @typedef {object} Failure
 * @property {string} why
 * @property {boolean} again whether it is worth trying again by itself
 * @property {boolean} [stops] whether it saves itself no more on this page
 */

/** @typedef {{ readonly version: number, readonly revision: number, readonly at: string }} Saved */

/**
 * @typedef {object} State
 * @property {number} timer
 * @property {Promise<boolean> | null} saving
 * @property {boolean} stopped
 * @property {boolean} byItself whether it has saved itself since it was opened, and nobody has pressed
 * @property {string | null} stands what the server has of the form; null where that is not known
 */

/** @type {WeakMap<HTMLFormElement, State>} */
const states = new WeakMap();

/** The form of a letter saves itself: five seconds after the last key, and when a field is left. */
export function saveByItself() {
  const form = first(HTMLFormElement, 'form[data-saves-itself]');
  if (!form) return;
  const stands = isRefused(form) ? null : filledIn(form);
  states.set(form, { timer: 0, saving: null, stopped: false, byItself: false, stands });
  carry(form, 'trang', newName());
  carry(form, TURN, '1');
  form.addEventListener('input', () => {
    form.dataset.typedAt = String(Date.now());
    later(form, PAUSE);
  });
  form.addEventListener('focusout', () => later(form, 0));
  addEventListener('online', () => later(form, 0));
  document.addEventListener('visibilitychange', () => later(form, 0));
}

/** @param {HTMLFormElement} form @param {string} name @param {string} value */
function carry(form, name, value) {
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name, value });
  form.append(field);
}

/** Once nothing of the form is on its way: it has the version of its last save. @param {HTMLFormElement} form */
export async function settled(form) {
  await states.get(form)?.saving;
}

/** @param {HTMLFormElement} form @returns {Promise<boolean>} whether all that stands in it is saved */
export async function saveNow(form) {
  const state = states.get(form);
  if (!state || state.stopped) return false;
  clearTimeout(state.timer);
  while (state.saving) await state.saving;
  if (form.dataset.changed === undefined) return true;
  if (form.dataset.sent !== undefined) return false;
  if (filledIn(form) === state.stands) return nothingToSave(form);
  return saveOnce(form, state);
}

/**
 * Saves as the button does, also what has saved itself: the revision is finished, and its page is made at once.
 *
 * @param {HTMLFormElement} form
 * @returns {Promise<boolean>} whether all that stands in it is saved
 */
export async function finishNow(form) {
  const state = states.get(form);
  if (!state || state.stopped || form.dataset.sent !== undefined) return false;
  clearTimeout(state.timer);
  while (state.saving) await state.saving;
  if (form.dataset.changed === undefined && !state.byItself) return true;
  if (filledIn(form) === state.stands && !state.byItself) return nothingToSave(form);
  carry(form, FINISHED, '1');
  try {
    return await saveOnce(form, state);
  } finally {
    one(HTMLInputElement, `input[name="${FINISHED}"]`, form).remove();
  }
}

/** @param {HTMLFormElement} form @param {State} state */
async function saveOnce(form, state) {
  state.saving = save(form, state);
  try {
    return await state.saving;
  } finally {
    state.saving = null;
  }
}

/** @param {HTMLFormElement} form @param {number} wait */
function later(form, wait) {
  const state = states.get(form);
  if (!state || form.dataset.changed === undefined) return;
  clearTimeout(state.timer);
  state.timer = setTimeout(() => void saveNow(form), wait);
}

/** What was typed was taken back. @param {HTMLFormElement} form */
function nothingToSave(form) {
  delete form.dataset.changed;
  if (one(HTMLElement, '[data-save-state]', form).hasAttribute('role')) say(form, '');
  return true;
}

/** @param {HTMLFormElement} form @param {State} state */
async function save(form, state) {
  // What did not go before is tried quietly: its sentence stands until it has gone.
  if (!one(HTMLElement, '[data-save-state]', form).hasAttribute('role')) say(form, 'Đang lưu…');
  const [typed, texts] = [filledIn(form), textsOf(form)];
  const isValid = form.checkValidity();
  // Of what is on its way nobody knows whether it comes there.
  if (isValid) state.stands = null;
  const saved = isValid ? await send(form) : { why: LACKING, again: false };
  if ('why' in saved) {
    fail(form, saved);
    return false;
  }
  state.stands = typed;
  state.byItself = first(HTMLInputElement, `input[name="${FINISHED}"]`, form) === null;
  goOnFrom(form, saved);
  noteTaken(form, texts);
  const isWhole = filledIn(form) === typed;
  if (isWhole) delete form.dataset.changed;
  else later(form, PAUSE);
  say(form, `Đã lưu lúc ${saved.at}`);
  void lookNow();
  return isWhole;
}

/** What a person has filled in, without what a save changes in the form. @param {HTMLFormElement} form */
function filledIn(form) {
  const typed = typedIn(form);
  for (const name of ['version', 'revision', 'trang', TURN, FINISHED, '_csrf', '_giu']) typed.delete(name);
  return typed.toString();
}

/** @param {HTMLFormElement} form @returns {Promise<Saved | Failure>} */
async function send(form) {
  try {
    const answer = await post(form);
    if (answer.status !== 401 && !(answer.status === 403 && (await codeOf(answer)) === 'form-outdated'))
      return await read(answer);
    return (await renewToken(form)) ? await read(await post(form)) : { why: ENDED, again: false };
  } catch {
    return { why: AWAY, again: true };
  }
}

/**
 * Each time in a turn of its own: what comes late must not be written over what overtook it. Where no key was pressed since the last time, the page
 * asks alone, and keeps no session alive.
 *
 * @param {HTMLFormElement} form
 */
function post(form) {
  const body = typedIn(form);
  const isRetry = form.dataset.typedAt === form.dataset.triedAt;
  form.dataset.triedAt = form.dataset.typedAt ?? '';
  const turn = one(HTMLInputElement, `input[name="${TURN}"]`, form);
  turn.value = String(Number(turn.value) + 1);
  return fetch(form.dataset.savesItself ?? '', {
    method: 'POST',
    body,
    headers: { accept: 'application/json', ...(isRetry && { 'x-unattended': '1' }) },
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE),
  });
}

/** @param {Response} answer @returns {Promise<Saved | Failure>} */
async function read(answer) {
  if (answer.ok) return /** @type {Saved} */ (await answer.json());
  if (!FINAL.includes(answer.status)) return { why: AWAY, again: true };
  const { code, title } = /** @type {{ code?: string, title?: string }} */ (await answer.json());
  if (code === 'changed-meanwhile') return { why: OVERTAKEN, again: false, stops: true };
  return { why: title ?? '', again: false };
}

/** @param {Response} answer */
async function codeOf(answer) {
  const problem = /** @type {{ code?: string }} */ (await answer.clone().json());
  return problem.code;
}

/**
 * The page was drawn from the version before; what it saved itself is what it knows. A form that answers for what the page showed of the text before
 * keeps its version, and is shown the whole anew.
 *
 * @param {HTMLFormElement} form
 * @param {Saved} saved
 */
function goOnFrom(form, { version, revision }) {
  const field = one(HTMLInputElement, 'input[name="version"]', form);
  const before = field.value;
  for (const other of all(HTMLInputElement, 'input[type="hidden"][name="version"]')) {
    if (other.value === before && !other.closest(ANSWERS_FOR_TEXT)) other.value = String(version);
  }
  one(HTMLInputElement, 'input[name="revision"]', form).value = String(revision);
}

/** @param {HTMLFormElement} form @param {Failure} failure */
function fail(form, { why, again, stops }) {
  const kept = keepsCopies() && isKept(form) ? ', đang giữ trên máy này' : '';
  say(form, `Chưa lưu được${kept}`, why);
  const state = states.get(form);
  if (state && stops) state.stopped = true;
  if (again) later(form, AGAIN);
}

/** @param {HTMLFormElement} form @param {string} words @param {string} [why] nothing where all is well */
function say(form, words, why) {
  const place = one(HTMLElement, '[data-save-state]', form);
  if (why === undefined) place.removeAttribute('role');
  else place.setAttribute('role', 'status');
  place.classList.toggle('ha-bad', why !== undefined);
  const text = why ? `${words}. ${why}` : words;
  if (place.textContent !== text) place.textContent = text;
}
