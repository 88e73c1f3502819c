import { all, one, icon } from './elements.js';

/** Lines of a letter (addressees, copies): moved up, removed and added without retyping. */
export function growLineFields() {
  for (const field of all(HTMLElement, '[data-lines]')) grow(field);
}

/** @param {HTMLElement} line */
const inputOf = (line) => one(HTMLInputElement, 'input', line);

/** @param {HTMLElement} field */
function grow(field) {
  const list = one(HTMLUListElement, 'ul', field);
  const label = one(HTMLElement, 'legend', field).textContent.trim();
  const lines = () => all(HTMLLIElement, ':scope > li', list);
  const blank = document.importNode(one(HTMLLIElement, ':scope > :last-child', list), true);
  blank.className = '';
  const changed = () => {
    lines().forEach((line, at) => {
      inputOf(line).setAttribute('aria-label', `${label}, dòng ${at + 1}`);
      one(HTMLButtonElement, '[data-up]', line).disabled = at === 0;
    });
  };
  const touched = () => {
    changed();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  /** @param {HTMLLIElement} line */
  const equip = (line) => {
    const name = () => inputOf(line).value || 'dòng trống';
    const up = button(
      'up',
      () => `Đưa lên: ${name()}`,
      () => {
        line.previousElementSibling?.before(line);
        touched();
        up.focus();
      },
    );
    up.dataset.up = '';
    const remove = button(
      'x',
      () => `Xóa: ${name()}`,
      () => {
        const others = lines();
        const at = others.indexOf(line);
        const next = others[at + 1] ?? others[at - 1];
        if (next) line.remove();
        else inputOf(line).value = '';
        touched();
        inputOf(next ?? line).focus();
      },
    );
    line.append(up, remove);
  };

  const given = lines();
  given.forEach((line, at) => {
    const isSpare = at > 0 && at === given.length - 1 && inputOf(line).value === '';
    if (isSpare) line.remove();
    else equip(line);
  });
  one(HTMLButtonElement, '[data-add]', field).addEventListener('click', () => {
    const line = document.importNode(blank, true);
    equip(line);
    list.append(line);
    touched();
    inputOf(line).focus();
  });
  changed();
}

/**
 * @param {string} name of its icon
 * @param {() => string} label
 * @param {() => void} act
 */
function button(name, label, act) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'btn btn-sm btn-quiet btn-icon';
  element.setAttribute('aria-label', label());
  element.addEventListener('focus', () => element.setAttribute('aria-label', label()));
  element.addEventListener('click', act);
  element.append(icon(name));
  return element;
}
