import { finishNow } from './autosave.js';
import { first } from './elements.js';
import { lookNow } from './live.js';

/** How long a page of a letter may be in the making, and how often it is looked for, in milliseconds. */
const PATIENCE = 30_000;
const LOOK = 1_000;

/** Whether a letter is still to be saved, or made into its page, before it is sent on. */
export function isUnfinished() {
  const letter = letterHere();
  return letter !== null && (letter.dataset.changed !== undefined || isBeingMade());
}

/**
 * Saves the letter as by its button, and waits for its page, so that one press sends it on.
 *
 * @returns whether it is saved; the server says what it lacks otherwise
 */
export async function finishLetter() {
  const letter = letterHere();
  if (letter && !(await finishNow(letter))) return false;
  const until = performance.now() + PATIENCE;
  do {
    await lookNow();
    if (!isBeingMade()) return true;
    await new Promise((done) => setTimeout(done, LOOK));
  } while (performance.now() < until);
  return true;
}

function letterHere() {
  return first(HTMLFormElement, 'form[data-saves-itself]');
}

function isBeingMade() {
  return document.querySelector('#song-trang-in[data-live]') !== null;
}
