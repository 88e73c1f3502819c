import { first } from './elements.js';

/** How long a done thing stays, in milliseconds; not while it is pointed at or has focus. */
const SHOWN = 8_000;

export function fadeToasts() {
  for (const toast of document.querySelectorAll('[data-toast]')) fade(toast);
  document.addEventListener('focusin', ({ target }) => {
    const toasts = first(HTMLElement, '.ha-toasts');
    if (toasts && target instanceof Element && !toasts.contains(target)) makeWay(toasts, target);
  });
}

/** What has the focus is not covered: what is said goes to the other edge. @param {HTMLElement} toasts @param {Element} focused */
function makeWay(toasts, focused) {
  const { top, bottom, left, right } = focused.getBoundingClientRect();
  const said = toasts.getBoundingClientRect();
  if (said.left < right && said.right > left && said.top < bottom && said.bottom > top)
    toasts.classList.toggle('is-above');
}

/** Says something in passing, in place of what was said so before. @param {string} words */
export function tell(words) {
  const toast = document.createElement('div');
  toast.className = 'ha-toast';
  toast.dataset.told = '';
  toast.setAttribute('role', 'status');
  toast.textContent = words;
  first(HTMLElement, '[data-told]')?.remove();
  toastsOf(document.body).append(toast);
  fade(toast);
}

/** @param {HTMLElement} body */
function toastsOf(body) {
  const known = first(HTMLElement, '.ha-toasts', body);
  if (known) return known;
  const toasts = document.createElement('div');
  toasts.className = 'ha-toasts';
  body.append(toasts);
  return toasts;
}

/** @param {Element} toast */
function fade(toast) {
  const leave = () => {
    if (toast.matches(':hover, :focus-within')) setTimeout(leave, SHOWN);
    else toast.remove();
  };
  setTimeout(leave, SHOWN);
}
