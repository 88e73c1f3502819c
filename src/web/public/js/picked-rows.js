import { all, first } from './elements.js';

/**
 * Rows of a list that are marked to be dealt with together: the page says how many they are.
 *
 * @param {HTMLElement[]} rows
 * @returns {(at: number, range: boolean) => void} marks a row, or takes its mark away; with `range` marks all from the one marked last
 */
export function pickRows(rows) {
  const said = first(HTMLElement, '[data-picked]');
  const nothing = said?.textContent ?? '';
  const tell = () => {
    const picked = document.querySelectorAll('[data-pick]:checked').length;
    if (said) said.textContent = picked === 0 ? nothing : `Đã chọn ${picked} phiếu.`;
  };
  document.addEventListener('change', (event) => {
    if (event.target instanceof Element && event.target.matches('[data-pick]')) tell();
  });
  tell();
  let last = 0;
  return (at, range) => {
    const [from, until] = range ? [Math.min(last, at), Math.max(last, at)] : [at, at];
    const boxes = rows.slice(from, until + 1).flatMap((row) => all(HTMLInputElement, '[data-pick]', row));
    const marked = range || boxes.every((box) => !box.checked);
    for (const box of boxes) box.checked = marked;
    last = at;
    tell();
  };
}
