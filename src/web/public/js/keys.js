import { closeMenu, openDialog } from './dialogs.js';
import { all, byId, first } from './elements.js';
import { isListComing } from './list-switch.js';
import { areSingleKeysUsed } from './single-keys.js';
import { tell } from './toasts.js';

/** Keys of what is done with a ticket: where they cannot be used, that is said. */
const OF_TICKETS = 'aegdpuGVEND[]';

/** Of these, what is done with the rows that are marked. */
const OF_MARKED = 'GVEND';

/** What is typed or chosen in. */
const FIELDS = 'select, input:not([type="hidden"]), textarea';

/** Keys that were pressed while the ticket beside the list was on its way. @type {string[]} */
const waiting = [];

/**
 * Single keys press the visible control that carries them. They are dead while a field has focus, while a dialog is open,
 * together with Ctrl, Alt or Meta, and where they are turned off.
 *
 * @param {import('./work-list.js').WorkList} workList
 */
export function listenToKeys(workList) {
  document.addEventListener('keydown', (event) => {
    if (isWithCtrl(event, 's')) save(event);
    else if (isWithCtrl(event, 'enter')) send(event);
    else if (event.key === 'F8') toNextFinding(event);
    else if (event.key === 'Escape') leave(event);
    else if (isSingle(event) && isHeard(event)) press(event, workList);
  });
}

/** @param {KeyboardEvent} event */
function isHeard(event) {
  if (isTyping(focused(event)) || document.querySelector('dialog[open]')) return false;
  return event.key === 'Enter' || areSingleKeysUsed();
}

/** @param {KeyboardEvent} event @param {string} wanted */
function isWithCtrl({ ctrlKey, metaKey, altKey, key }, wanted) {
  return (ctrlKey || metaKey) && !altKey && key.toLowerCase() === wanted;
}

/** @param {KeyboardEvent} event */
function isSingle({ ctrlKey, altKey, metaKey, isComposing, repeat, key }) {
  return !(ctrlKey || altKey || metaKey || isComposing || (repeat && !'jkJK'.includes(key)));
}

/**
 * What single keys do in a list, whatever stands in it.
 *
 * @type {Readonly<Record<string, (workList: import('./work-list.js').WorkList) => void>>}
 */
const IN_LIST = {
  '?': () => openDialog('bang-phim'),
  j: (workList) => workList.move(1),
  k: (workList) => workList.move(-1),
  J: (workList) => workList.move(10),
  K: (workList) => workList.move(-10),
  x: (workList) => workList.pick(false),
  X: (workList) => workList.pick(true),
};

/**
 * @param {KeyboardEvent} event
 * @param {import('./work-list.js').WorkList} workList
 */
function press(event, workList) {
  if (event.key === 'Enter' && focused(event)?.closest('a, button, summary, label, [role="button"]')) return;
  if (isListComing() && isOfRows(event.key)) tell(`Danh sách đang mở, phím ${nameOf(event.key)} chưa được nhận.`);
  else if (waiting.length > 0) waiting.push(event.key);
  else if (!perform(event.key, workList)) return;
  event.preventDefault();
}

/** Whether a key does something with the rows that stand there, or with the ticket beside them. @param {string} key */
function isOfRows(key) {
  return key === 'Enter' || (key !== '?' && (OF_TICKETS.includes(key) || Object.hasOwn(IN_LIST, key)));
}

/**
 * @param {string} key
 * @param {import('./work-list.js').WorkList} workList
 * @returns whether it meant something
 */
function perform(key, workList) {
  const act = Object.hasOwn(IN_LIST, key) ? IN_LIST[key] : undefined;
  if (act) act(workList);
  else if (key === 'Enter') return workList.open();
  else return focusByKey(key) || clickByKey(key, workList) || waitOrTell(key, workList);
  return true;
}

/** @param {string} key */
function focusByKey(key) {
  const field = shown(`[data-focus-key="${CSS.escape(key)}"]`);
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
  return field !== undefined;
}

/**
 * @param {string} key
 * @param {import('./work-list.js').WorkList} workList
 */
function clickByKey(key, workList) {
  const control = shown(`[data-key="${CSS.escape(key)}"]`);
  if (!control || !workList.owns(control)) return false;
  if (isBeingSent()) {
    tell(`Đang gửi, phím ${nameOf(key)} chưa được nhận.`);
    return true;
  }
  const form = control.closest('details');
  // A key opens what it is the key of; pressed once more it must not close the form again.
  if (form && control.matches('summary')) form.open = true;
  else control.click();
  if (form) focusFirstField(form);
  return true;
}

/** The answer to what was sent before is another page: what is pressed meanwhile would be lost with this one. */
function isBeingSent() {
  return document.querySelector('form[data-sent]') !== null;
}

/**
 * A key of the selected ticket waits until that ticket stands beside the list; what cannot be done is said.
 *
 * @param {string} key
 * @param {import('./work-list.js').WorkList} workList
 */
function waitOrTell(key, workList) {
  if (!OF_TICKETS.includes(key)) return false;
  if (OF_MARKED.includes(key) && isNothingMarked()) {
    tell('Chưa chọn phiếu nào; nhấn x để chọn.');
    return true;
  }
  waiting.push(key);
  void performOnceShown(workList);
  return true;
}

/** Of rows that can be marked. */
function isNothingMarked() {
  return document.querySelector('[data-pick]') !== null && document.querySelector('[data-pick]:checked') === null;
}

/** @param {import('./work-list.js').WorkList} workList */
async function performOnceShown(workList) {
  const isShown = await workList.shown();
  const [key = '', ...further] = waiting.splice(0);
  if (!isShown || !clickByKey(key, workList)) tell(`Ở đây không dùng được phím ${nameOf(key)}.`);
  while (further.length > 0 && waiting.length === 0) {
    if (isTyping(active())) {
      tell('Ô vừa mở; những phím nhấn trước đó chưa được nhận.');
      return;
    }
    perform(further.shift() ?? '', workList);
  }
  waiting.push(...further);
}

/** As it stands on the sheet of keys. @param {string} key */
function nameOf(key) {
  return /^[A-Z]$/u.test(key) ? `Shift ${key}` : key;
}

/** A link to a form leads into it, also where it is folded. */
export function openByAddress() {
  const place = location.hash.length > 1 ? byId(HTMLElement, decodeURIComponent(location.hash.slice(1))) : null;
  if (place instanceof HTMLDetailsElement) {
    place.open = true;
    focusFirstField(place);
  } else if (place && !place.matches('main')) first(HTMLElement, '[data-focus-key]', place)?.focus();
}

/** @param {HTMLElement} form */
function focusFirstField(form) {
  first(HTMLElement, FIELDS, form)?.focus();
}

/** @param {KeyboardEvent} event */
function save(event) {
  const button = shown('[data-saves]');
  if (!button) return;
  event.preventDefault();
  button.click();
}

/** Sends the form in which somebody is at work; otherwise takes the next step of the page. @param {KeyboardEvent} event */
function send(event) {
  const form = focused(event)?.closest('form');
  if (document.querySelector('dialog[open]') || form?.method === 'get') return;
  event.preventDefault();
  const isForm = form && form.dataset.keeps === undefined;
  const button = isForm ? submitOf(form) : (shown('[data-next-step]') ?? (form ? submitOf(form) : undefined));
  if (button) button.click();
  else tell('Ở đây không dùng được phím Ctrl Enter.');
}

/** What the form is for; a button that sends it elsewhere does something besides. @param {HTMLFormElement} form */
function submitOf(form) {
  return all(HTMLElement, '[type="submit"]:not([formaction])', form).find((button) => button.checkVisibility());
}

/** @param {KeyboardEvent} event */
function leave(event) {
  if (document.querySelector('dialog[open]')) return;
  const element = focused(event);
  if (closeMenu()) event.preventDefault();
  else if (isTyping(element)) element?.blur();
}

/** The finding to which F8 led last. @type {string | null} */
let ledTo = null;

/** Leads from finding to finding, also while one types; Shift leads back. @param {KeyboardEvent} event */
function toNextFinding(event) {
  const found = all(HTMLAnchorElement, 'a[data-finding]').filter((link) => link.checkVisibility());
  if (found.length === 0 || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  const step = event.shiftKey ? -1 : 1;
  const last = found.findIndex(({ dataset }) => dataset['finding'] === ledTo);
  const at = last < 0 ? 0 : (last + step + found.length) % found.length;
  leadTo(found[at], `${String(at + 1)}/${String(found.length)}`);
}

/**
 * @param {HTMLAnchorElement | undefined} link
 * @param {string} position
 */
function leadTo(link, position) {
  if (!link) return;
  ledTo = link.dataset['finding'] ?? '';
  const place = byId(HTMLElement, decodeURIComponent(link.hash.slice(1)));
  if (!place || !focusIn(place)) link.focus();
  tell(`${position}: ${ledTo}`);
}

/** The field that is corrected, or the first of its part. @param {HTMLElement} place @returns whether there is one */
function focusIn(place) {
  if (place instanceof HTMLDetailsElement) place.open = true;
  const part = place.matches('h2') ? place.closest('section, form') : place;
  const field = isTyping(place) ? place : part && first(HTMLElement, FIELDS, part);
  place.scrollIntoView({ block: 'center' });
  field?.focus();
  return field !== null;
}

/** What had focus when the key was pressed. @param {KeyboardEvent} event */
function focused({ target }) {
  return target instanceof HTMLElement ? target : null;
}

function active() {
  return document.activeElement instanceof HTMLElement ? document.activeElement : null;
}

/** @param {HTMLElement | null} element */
function isTyping(element) {
  return element?.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]') ?? false;
}

/** @param {string} selector */
function shown(selector) {
  return all(HTMLElement, selector).find((element) => element.checkVisibility());
}
