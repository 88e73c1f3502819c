import { closeMenu, openDialog } from './dialogs.js';
import { all, byId, first } from './elements.js';

/**
 * Single keys press the visible control that carries them. They are dead while a field has focus, while a dialog is open,
 * and together with Ctrl, Alt or Meta.
 *
 * @param {import('./work-list.js').WorkList} workList
 */
export function listenToKeys(workList) {
  document.addEventListener('keydown', (event) => {
    if (isToSave(event)) save(event);
    else if (event.key === 'Escape') leave(event);
    else if (isSingle(event) && !isTyping(focused(event)) && !document.querySelector('dialog[open]'))
      press(event, workList);
  });
}

/** @param {KeyboardEvent} event */
function isToSave({ ctrlKey, metaKey, altKey, key }) {
  return (ctrlKey || metaKey) && !altKey && key.toLowerCase() === 's';
}

/** @param {KeyboardEvent} event */
function isSingle({ ctrlKey, altKey, metaKey, isComposing, repeat, key }) {
  return !(ctrlKey || altKey || metaKey || isComposing || (repeat && !'jk'.includes(key)));
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
  x: (workList) => workList.pick(false),
  X: (workList) => workList.pick(true),
};

/**
 * @param {KeyboardEvent} event
 * @param {import('./work-list.js').WorkList} workList
 */
function press(event, workList) {
  const act = Object.hasOwn(IN_LIST, event.key) ? IN_LIST[event.key] : undefined;
  if (act) act(workList);
  else if (event.key === 'Enter') {
    // What has focus takes the key itself.
    if (focused(event)?.closest('a, button, summary, label, [role="button"]') || !workList.open()) return;
  } else if (!focusByKey(event.key) && !clickByKey(event.key, workList)) return;
  event.preventDefault();
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
  const form = control.closest('details');
  // A key opens what it is the key of; pressed once more it must not close the form again.
  if (form && control.matches('summary')) form.open = true;
  else control.click();
  if (form) focusFirstField(form);
  return true;
}

/** A link to a form that is folded leads into it. */
export function openByAddress() {
  const form = location.hash.length > 1 ? byId(HTMLDetailsElement, decodeURIComponent(location.hash.slice(1))) : null;
  if (!form) return;
  form.open = true;
  focusFirstField(form);
}

/** @param {HTMLDetailsElement} form */
function focusFirstField(form) {
  first(HTMLElement, 'select, input:not([type="hidden"]), textarea', form)?.focus();
}

/** @param {KeyboardEvent} event */
function save(event) {
  const button = shown('[data-saves]');
  if (!button) return;
  event.preventDefault();
  button.click();
}

/** @param {KeyboardEvent} event */
function leave(event) {
  if (document.querySelector('dialog[open]')) return;
  const element = focused(event);
  if (closeMenu()) event.preventDefault();
  else if (isTyping(element)) element?.blur();
}

/** What had focus when the key was pressed. @param {KeyboardEvent} event */
function focused({ target }) {
  return target instanceof HTMLElement ? target : null;
}

/** @param {HTMLElement | null} element */
function isTyping(element) {
  return element?.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]') ?? false;
}

/** @param {string} selector */
function shown(selector) {
  return all(HTMLElement, selector).find((element) => element.checkVisibility());
}
