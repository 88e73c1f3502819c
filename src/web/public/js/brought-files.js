import { all, first } from './elements.js';
import { sizeOf } from './file-size.js';
import { tell } from './toasts.js';

const FIELDS = 'input[type="file"][data-largest]';
/** How many pictures were pasted into this page. */
let pasted = 0;

/** Files may be dropped on their field, pasted, or taken by the camera; what is chosen stands in a list from which each can be left out. */
export function takeBroughtFiles() {
  const inputs = all(HTMLInputElement, FIELDS);
  for (const input of inputs) input.addEventListener('change', () => list(input));
  for (const camera of all(HTMLInputElement, '[data-camera]'))
    camera.addEventListener('change', () => takeOver(camera));
  if (inputs.length === 0) return;
  document.addEventListener('dragover', (event) => over(event));
  document.addEventListener('dragleave', (event) => mark(zoneOf(event.target), false));
  document.addEventListener('drop', (event) => drop(event));
  document.addEventListener('paste', (event) => paste(event));
}

/** @param {HTMLInputElement} input @returns {HTMLElement} */
function fieldOf(input) {
  const field = input.closest('.ha-field') ?? input.parentElement;
  return field instanceof HTMLElement ? field : document.body;
}

/** A photograph joins what was chosen before; without scripts it is sent by its own field. @param {HTMLInputElement} camera */
function takeOver(camera) {
  const input = first(HTMLInputElement, FIELDS, fieldOf(camera));
  if (!input) return;
  add(input, [...(camera.files ?? [])]);
  camera.value = '';
}

/** @param {DragEvent} event */
function over(event) {
  if (!event.dataTransfer?.types.includes('Files')) return;
  // A file that is let go beside its field must not take the place of the page.
  event.preventDefault();
  const zone = zoneOf(event.target);
  event.dataTransfer.dropEffect = zone ? 'copy' : 'none';
  mark(zone, true);
}

/** @param {DragEvent} event */
function drop(event) {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  const zone = zoneOf(event.target);
  mark(zone, false);
  const input = zone && first(HTMLInputElement, FIELDS, zone);
  if (input) add(input, files);
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} the field with files over which something is held */
function zoneOf(target) {
  const field = target instanceof Element ? target.closest('.ha-field') : null;
  return field instanceof HTMLElement && field.querySelector(FIELDS) ? field : null;
}

/**
 * @param {HTMLElement | null} zone
 * @param {boolean} isOver
 */
function mark(zone, isOver) {
  zone?.classList.toggle('is-over', isOver);
}

/** @param {ClipboardEvent} event */
function paste(event) {
  const files = [...(event.clipboardData?.files ?? [])];
  const input = files.length === 0 || hasText(event) ? undefined : fieldNear(event.target);
  if (!input) return;
  event.preventDefault();
  add(input, files.map(named));
}

/** Word and Excel put a picture of the copied text beside the text itself: then the text is meant. @param {ClipboardEvent} event */
function hasText({ clipboardData }) {
  return clipboardData?.types.includes('text/plain') ?? false;
}

/** The field of the form that has the focus, or the only one in sight. @param {EventTarget | null} target */
function fieldNear(target) {
  const form = target instanceof Element ? target.closest('form') : null;
  const own = form ? all(HTMLInputElement, FIELDS, form) : [];
  const seen = (own.length > 0 ? own : all(HTMLInputElement, FIELDS)).filter((input) => input.checkVisibility());
  return own.length > 0 || seen.length === 1 ? seen[0] : undefined;
}

/** Browsers call every pasted picture the same. @param {File} file */
function named(file) {
  if (!/^image\.\w+$/u.test(file.name)) return file;
  pasted += 1;
  return new File([file], `anh-dan-${pasted}.${file.name.split('.').pop() ?? ''}`, { type: file.type });
}

/**
 * @param {HTMLInputElement} input
 * @param {readonly File[]} files
 */
function add(input, files) {
  const [refused] = files.filter((file) => !isTaken(input, file));
  if (refused) tell(`Ô này không nhận tệp “${refused.name}”.`);
  const taken = files.filter((file) => isTaken(input, file));
  if (taken.length > 0) hold(input, input.multiple ? [...(input.files ?? []), ...taken] : taken.slice(0, 1));
}

/**
 * @param {HTMLInputElement} input
 * @param {File} file
 */
function isTaken({ accept }, { name, type }) {
  const wanted = accept.split(',').map((one) => one.trim().toLowerCase());
  return (
    accept === '' || wanted.some((one) => one === type || (one.startsWith('.') && name.toLowerCase().endsWith(one)))
  );
}

/**
 * @param {HTMLInputElement} input
 * @param {readonly File[]} files
 */
function hold(input, files) {
  const held = new DataTransfer();
  for (const file of files) held.items.add(file);
  input.files = held.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** @param {HTMLInputElement} input */
function list(input) {
  const field = fieldOf(input);
  const files = [...(input.files ?? [])];
  const shown = first(HTMLUListElement, '.ha-chosen', field) ?? newList(field);
  shown.replaceChildren(...files.map((file) => line(input, file)));
  shown.hidden = files.length === 0;
}

/** @param {HTMLElement} field */
function newList(field) {
  const made = document.createElement('ul');
  made.className = 'ha-chosen';
  made.setAttribute('aria-label', 'Tệp đã chọn');
  field.append(made);
  return made;
}

/**
 * @param {HTMLInputElement} input
 * @param {File} file
 */
function line(input, file) {
  const row = document.createElement('li');
  const name = document.createElement('span');
  name.textContent = file.name;
  const size = document.createElement('small');
  size.textContent = sizeOf(file.size);
  const out = document.createElement('button');
  out.type = 'button';
  out.className = 'btn btn-sm';
  out.textContent = 'Bỏ';
  out.setAttribute('aria-label', `Bỏ ${file.name}`);
  out.addEventListener('click', () => {
    const left = [...(input.files ?? [])].filter((one) => one !== file);
    hold(input, left);
    input.focus();
  });
  row.append(name, size, out);
  return row;
}
