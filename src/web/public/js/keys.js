import { closeMenu, openDialog } from './dialogs.js';

/**
 * Single keys press the visible control that carries them. They are dead while a field has focus, while a dialog is open,
 * and together with Ctrl, Alt or Meta.
 *
 * @param {{ move(step: number): void, open(): boolean, owns(element: Element): boolean }} workList
 */
export function listenToKeys(workList) {
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's') {
      save(event);
      return;
    }
    if (event.key === 'Escape') {
      leave(event);
      return;
    }
    if (
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      event.isComposing ||
      (event.repeat && !'jk'.includes(event.key))
    )
      return;
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
    press(event, workList);
  });
}

function press(event, workList) {
  if (event.key === '?') openDialog('bang-phim');
  else if (event.key === 'j') workList.move(1);
  else if (event.key === 'k') workList.move(-1);
  else if (event.key === 'Enter') {
    // What has focus takes the key itself.
    if (event.target.closest('a, button, summary, label, [role="button"]') || !workList.open()) return;
  } else if (!focusByKey(event.key) && !clickByKey(event.key, workList)) return;
  event.preventDefault();
}

function focusByKey(key) {
  const field = shown(`[data-focus-key="${CSS.escape(key)}"]`);
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
  return field !== undefined;
}

function clickByKey(key, workList) {
  const control = shown(`[data-key="${CSS.escape(key)}"]`);
  if (!control || !workList.owns(control)) return false;
  const form = control.closest('details');
  // A key opens what it is the key of; pressed once more it must not close the form again.
  if (control.matches('summary')) form.open = true;
  else control.click();
  if (form) focusFirstField(form);
  return true;
}

/** A link to a form that is folded leads into it. */
export function openByAddress() {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const form = target?.matches('details') ? target : null;
  if (!form) return;
  form.open = true;
  focusFirstField(form);
}

function focusFirstField(form) {
  form.querySelector('select, input:not([type="hidden"]), textarea')?.focus();
}

function save(event) {
  const button = shown('[data-saves]');
  if (!button) return;
  event.preventDefault();
  button.click();
}

function leave(event) {
  if (document.querySelector('dialog[open]')) return;
  if (closeMenu()) event.preventDefault();
  else if (isTyping(event.target)) event.target.blur();
}

function isTyping(element) {
  return element.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]');
}

function shown(selector) {
  return [...document.querySelectorAll(selector)].find((element) => element.checkVisibility());
}
