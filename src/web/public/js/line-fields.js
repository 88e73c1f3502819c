const ICONS = '/assets/app/img/icons.svg';

/** Lines of a letter (addressees, copies): moved up, removed and added without retyping. */
export function growLineFields() {
  for (const field of document.querySelectorAll('[data-lines]')) grow(field);
}

function grow(field) {
  const list = field.querySelector('ul');
  const label = field.querySelector('legend').textContent.trim();
  const blank = list.lastElementChild.cloneNode(true);
  const changed = () => {
    [...list.children].forEach((line, at) => {
      line.querySelector('input').setAttribute('aria-label', `${label}, dòng ${at + 1}`);
      line.querySelector('[data-up]').disabled = at === 0;
    });
  };
  const touched = () => {
    changed();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const equip = (line) => {
    const name = () => line.querySelector('input').value || 'dòng trống';
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
        const next = line.nextElementSibling ?? line.previousElementSibling;
        if (next) line.remove();
        else line.querySelector('input').value = '';
        touched();
        (next ?? line).querySelector('input').focus();
      },
    );
    line.append(up, remove);
  };

  for (const line of [...list.children]) {
    if (line === list.lastElementChild && list.children.length > 1 && line.querySelector('input').value === '')
      line.remove();
    else equip(line);
  }
  const add = document.createElement('button');
  add.type = 'button';
  add.className = 'btn btn-sm btn-quiet';
  add.append(icon('plus'), field.dataset.addLabel);
  add.addEventListener('click', () => {
    const line = blank.cloneNode(true);
    equip(line);
    list.append(line);
    touched();
    line.querySelector('input').focus();
  });
  list.after(add);
  changed();
}

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

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'ha-i');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${ICONS}#${name}`);
  svg.append(use);
  return svg;
}
