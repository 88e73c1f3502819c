import { all, first } from './elements.js';
import { RENEWED } from './renew.js';
import { tell } from './toasts.js';

/**
 * Rows of a list that are marked to be dealt with together: the page says how many they are.
 *
 * @param {() => HTMLElement[]} rowsNow
 * @returns {(at: number, range: boolean) => void} marks a row, or takes its mark away; with `range` marks all from the one marked last
 */
export function pickRows(rowsNow) {
  const count = () => {
    const said = first(HTMLElement, '[data-picked]');
    if (!said) return;
    said.dataset.nothing ||= said.textContent;
    const picked = document.querySelectorAll('[data-pick]:checked').length;
    const words = picked === 0 ? said.dataset.nothing : `Đã chọn ${picked} phiếu.`;
    if (said.textContent !== words) said.textContent = words;
  };
  document.addEventListener('change', (event) => {
    if (event.target instanceof Element && event.target.matches('[data-pick]')) count();
  });
  document.addEventListener(RENEWED, count);
  count();
  /** @type {HTMLElement | undefined} */
  let last;
  return (at, range) => {
    const rows = rowsNow();
    const begun = range && last ? rows.indexOf(last) : -1;
    const [from, until] = range ? [Math.min(Math.max(0, begun), at), Math.max(begun, at)] : [at, at];
    const boxes = rows.slice(from, until + 1).flatMap((row) => all(HTMLInputElement, '[data-pick]', row));
    if (boxes.length === 0) tell('Phiếu này không chọn được.');
    const marked = range || boxes.every((box) => !box.checked);
    for (const box of boxes) box.checked = marked;
    last = rows[at];
    count();
  };
}
