import { all } from './elements.js';

const STORED = 'ha-phim';
const OFF = 'khong';

/** Whether keys of one character do something. People who dictate, or hit keys by mistake, turn them off (WCAG 2.2, 2.1.4). */
export function areSingleKeysUsed() {
  return document.documentElement.dataset.keysOff === undefined;
}

/** The choice stands on the sheet of keys, and is kept by this browser. */
export function offerSingleKeys() {
  use(kept() !== OFF);
  for (const box of all(HTMLInputElement, '[data-single-keys]')) {
    box.checked = areSingleKeysUsed();
    box.addEventListener('change', () => {
      use(box.checked);
      keep(box.checked ? '' : OFF);
    });
  }
}

/** @param {boolean} used */
function use(used) {
  if (used) delete document.documentElement.dataset.keysOff;
  else document.documentElement.dataset.keysOff = '';
}

function kept() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** @param {string} choice */
function keep(choice) {
  try {
    localStorage.setItem(STORED, choice);
  } catch {
    // The browser refuses storage: the choice lasts as long as the page.
  }
}
