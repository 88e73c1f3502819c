import { all, first, one } from './elements.js';

/** Passwords and codes, as fields say that they are. */
const SECRET = /password|one-time-code/u;

/** Of the form, to be told that somebody else has saved since. */
const DRAWN = ['version', 'revision', 'latest', 'basedOn'];

/** What a form carries and is another each time it is opened. */
const OPENED = [...DRAWN, 'seen', 'key', 'token', 'trang', 'lan'];

/** @typedef {HTMLTextAreaElement | HTMLInputElement} TextField */

/** Whether somebody writes in a form at length: only of such forms a copy is kept. @param {HTMLFormElement} form */
export function isWrittenIn(form) {
  return form.querySelector('textarea[name]') !== null;
}

/** @param {HTMLFormElement} form @returns {TextField[]} */
function textFields(form) {
  const lines = all(HTMLInputElement, 'input[type="text"], input:not([type])', form);
  /** @type {TextField[]} */
  const fields = [...all(HTMLTextAreaElement, 'textarea', form), ...lines];
  return fields.filter(({ name, autocomplete }) => name !== '' && !name.startsWith('_') && !SECRET.test(autocomplete));
}

/** What a form is about where its address does not say it. @param {HTMLFormElement} form */
export function subjectOf(form) {
  const carried = all(HTMLInputElement, 'input[type="hidden"]', form);
  const said = carried.filter(({ name }) => !name.startsWith('_') && !OPENED.includes(name));
  return new URLSearchParams(said.map(({ name, value }) => [name, value])).toString();
}

/** What stands in the texts of a form, by their names. @param {HTMLFormElement} form */
export function textsOf(form) {
  /** @type {Record<string, string[]>} */
  const texts = {};
  for (const { name, value } of textFields(form)) (texts[name] ??= []).push(value);
  return texts;
}

/** @param {HTMLFormElement} form */
function choices(form) {
  return [...all(HTMLSelectElement, 'select[name]', form), ...all(HTMLInputElement, 'input[type="radio"]', form)];
}

/** What is chosen beside the texts: the same words must not go to other readers. @param {HTMLFormElement} form */
export function chosenIn(form) {
  const chosen = choices(form).filter((choice) => choice instanceof HTMLSelectElement || choice.checked);
  return /** @type {Record<string, string>} */ (Object.fromEntries(chosen.map(({ name, value }) => [name, value])));
}

/** @param {HTMLFormElement} form @param {Record<string, string>} chosen */
function choose(form, chosen) {
  for (const choice of choices(form)) {
    const value = chosen[choice.name];
    if (value === undefined || choice.disabled) continue;
    if (choice instanceof HTMLInputElement) choice.checked = choice.value === value;
    else if ([...choice.options].some((option) => option.value === value)) choice.value = value;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** Over which version the form is filled in. @param {HTMLFormElement} form */
export function drawnOver(form) {
  const fields = DRAWN.flatMap((name) => {
    const field = first(HTMLInputElement, `input[type="hidden"][name="${name}"]`, form);
    return field ? [[name, field.value]] : [];
  });
  return /** @type {Record<string, string>} */ (Object.fromEntries(fields));
}

/**
 * Whether two say the same: empty lines, blanks at the ends and the way in which letters are composed say nothing.
 *
 * @param {Record<string, string[]>} texts
 * @param {Record<string, string[]>} others
 */
export function saysTheSame(texts, others) {
  const names = new Set([...Object.keys(texts), ...Object.keys(others)]);
  return [...names].every((name) => plain(texts[name]) === plain(others[name]));
}

/** @param {string[]} [values] */
function plain(values = []) {
  const lines = values.map((value) => value.normalize('NFC').replace(/\r\n?/gu, '\n').trim());
  return JSON.stringify(lines.filter((line) => line !== ''));
}

/**
 * Puts what was typed back into a form, over the version from which it was typed; the form learns of it as of keys.
 *
 * @param {HTMLFormElement} form
 * @param {import('./text-copies.js').Copy} copy
 */
export function putBack(form, { texts, chosen, drawn }) {
  choose(form, chosen);
  for (const [name, values] of Object.entries(texts)) {
    makeRoom(form, name, values.length);
    textFields(form)
      .filter((field) => field.name === name)
      .forEach((field, at) => {
        field.value = values[at] ?? '';
      });
  }
  for (const [name, value] of Object.entries(drawn)) {
    const field = first(HTMLInputElement, `input[type="hidden"][name="${name}"]`, form);
    if (field) field.value = value;
  }
  reveal(form);
  const [field] = textFields(form).filter(({ name }) => Object.hasOwn(texts, name));
  field?.focus();
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Lines of a list that the page has not got yet. @param {HTMLFormElement} form @param {string} name @param {number} count */
function makeRoom(form, name, count) {
  const list = all(HTMLElement, '[data-lines]', form).find(({ id }) => id === name);
  if (!list) return;
  const add = one(HTMLButtonElement, ':scope > button', list);
  for (let more = count - list.querySelectorAll('li').length; more > 0; more -= 1) add.click();
}

/** Opens what the form is folded in. @param {HTMLFormElement} form */
function reveal(form) {
  const dialog = form.closest('dialog');
  if (dialog && !dialog.open) dialog.showModal();
  for (let fold = form.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
}
