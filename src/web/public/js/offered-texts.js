import { byId } from './elements.js';
import { tell } from './toasts.js';

const FORM = '#cong-van';

/** Puts an offered text into the letter: at the cursor of the text that had the focus last. */
export function insertOffered() {
  // The page may have opened with the focus in a text.
  let written = textOf(document.activeElement);
  document.addEventListener('focusin', ({ target }) => {
    written = textOf(target) ?? written;
  });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button[data-insert]') : null;
    if (!(button instanceof HTMLButtonElement)) return;
    const offered = byId(HTMLElement, button.dataset['insert'] ?? '');
    if (!written?.isConnected) tell('Đặt con trỏ vào ô cần chèn rồi bấm lại.');
    else if (offered) insert(written, paragraphsOf(offered));
  });
}

/** A text of the letter. @param {EventTarget | null} place */
function textOf(place) {
  return place instanceof HTMLTextAreaElement && place.closest(FORM) ? place : null;
}

/** @param {HTMLElement} offered */
function paragraphsOf(offered) {
  return [...offered.querySelectorAll('p')].map(({ textContent }) => textContent).join('\n');
}

/**
 * The text stands on lines of its own, selected, so that one key takes it away again.
 *
 * @param {HTMLTextAreaElement} field
 * @param {string} text
 */
function insert(field, text) {
  const { selectionStart, selectionEnd, value } = field;
  const [before, after] = [value.slice(0, selectionStart), value.slice(selectionEnd)];
  const own = before === '' || before.endsWith('\n') ? text : `\n${text}`;
  const end = after === '' || after.startsWith('\n') ? '' : '\n';
  field.focus();
  field.setRangeText(`${own}${end}`, selectionStart, selectionEnd, 'select');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
