import { first, one } from './elements.js';

/** Three times within the two minutes for which it is believed. */
const EVERY = 40_000;
const BELIEVED = 120_000;

/** A page that is left open keeps no session alive; one that is typed in does. */
const UNATTENDED = { 'x-unattended': '1' };

/** A page with unsaved changes of a letter says so while it is looked at, and shows who else is changing it. */
export function keepPresence() {
  const note = first(HTMLElement, '[data-presence]');
  if (!note) return;
  let isTypedIn = false;
  setInterval(() => {
    if (document.hidden) return;
    void say(note, isTypedIn ? {} : UNATTENDED);
    isTypedIn = false;
  }, EVERY);
  letterForm()?.addEventListener('input', () => (isTypedIn = true));
  letterForm()?.addEventListener('input', () => void say(note, {}), { once: true });
}

function letterForm() {
  return first(HTMLFormElement, 'form[data-keeps]');
}

/** A form that has just saved itself will be changed again. @param {HTMLFormElement | null} form */
function isChanging(form) {
  if (form?.dataset.changed !== undefined) return true;
  return Date.now() - Number(form?.dataset.typedAt ?? 0) < BELIEVED;
}

/** @param {HTMLElement} note @param {Record<string, string>} headers */
async function say(note, headers) {
  const body = new URLSearchParams({ _csrf: first(HTMLInputElement, 'input[name="_csrf"]')?.value ?? '' });
  if (isChanging(letterForm())) body.set('sua', '1');
  try {
    const answer = await fetch(note.dataset.presence ?? '', { method: 'POST', body, headers });
    if (!answer.ok || answer.redirected) return;
    const words = await answer.text();
    const place = one(HTMLElement, '[data-words]', note);
    if (place.textContent !== words) place.textContent = words;
    note.hidden = words === '';
  } catch {
    // The network failed: say it again later.
  }
}
