import { all, icon } from './elements.js';

/** A calendar to choose from, beside every field into which a day or a moment is typed. */
export function offerCalendars() {
  for (const field of all(HTMLInputElement, 'input[data-time="date"], input[data-time="moment"]')) offerCalendar(field);
}

/** @param {HTMLInputElement} field */
function offerCalendar(field) {
  const calendar = document.createElement('input');
  calendar.type = 'date';
  calendar.tabIndex = -1;
  calendar.className = 'ha-vh';
  calendar.setAttribute('aria-hidden', 'true');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-icon ha-calendar';
  button.setAttribute('aria-label', 'Mở lịch');
  button.append(icon('calendar'));
  button.addEventListener('click', () => {
    calendar.value = isoOf(field.value);
    calendar.showPicker();
  });
  calendar.addEventListener('change', () => {
    if (calendar.value !== '') write(field, calendar.value);
    field.focus();
  });
  const beside = document.createElement('span');
  beside.className = 'ha-day';
  field.replaceWith(beside);
  beside.append(field, button, calendar);
}

/** The chosen day; the hour that stands there stays. @param {HTMLInputElement} field @param {string} iso */
function write(field, iso) {
  const [year, month, day] = iso.split('-');
  const [time] = /\d{1,2}\s*[:hg]\s*\d{2}/u.exec(field.value) ?? [];
  field.value = `${day}/${month}/${year}${time === undefined ? '' : ` ${time}`}`;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** @param {string} typed */
function isoOf(typed) {
  const [, day = '', month = '', year = ''] = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/u.exec(typed) ?? [];
  return year === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
