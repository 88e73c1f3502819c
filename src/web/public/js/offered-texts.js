import { all, byId } from './elements.js';

const FORM = '#cong-van';

/** Puts an offered text into the letter: at the cursor of the text that was written last, or at the end of the first. */
export function insertOffered() {
  /** @type {HTMLTextAreaElement | null} */
  let written = null;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.closest(FORM)) written = target;
  });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button[data-insert]') : null;
    if (!(button instanceof HTMLButtonElement)) return;
    const field = written?.isConnected ? written : all(HTMLTextAreaElement, `${FORM} textarea`)[0];
    const offered = byId(HTMLElement, button.dataset['insert'] ?? '');
    if (field && offered) insert(field, paragraphsOf(offered));
  });
}

/** @param {HTMLElement} offered */
function paragraphsOf(offered) {
  return [...offered.querySelectorAll('p')].map(({ textContent }) => textContent).join('\n');
}

/**
 * The text stands selected, so that one key takes it away again.
 *
 * @param {HTMLTextAreaElement} field
 * @param {string} text
 */
function insert(field, text) {
  const { selectionStart, selectionEnd, value } = field;
  const before = value.slice(0, selectionStart);
  const own = before === '' || before.endsWith('\n') ? text : `\n${text}`;
  field.focus();
  field.setRangeText(own, selectionStart, selectionEnd, 'select');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
