import { all, first, one } from './elements.js';

const CALENDAR = 'input[type="date"]';

/** A calendar to choose from, behind the button beside every field into which a day or a moment is typed. */
export function offerCalendars() {
  for (const place of all(HTMLElement, '.ha-day')) calendarOf(place);
  document.addEventListener('click', ({ target }) => {
    const place = target instanceof Element && target.closest('.ha-calendar') ? target.closest('.ha-day') : null;
    if (!(place instanceof HTMLElement)) return;
    const calendar = calendarOf(place);
    calendar.value = isoOf(fieldOf(place).value);
    calendar.showPicker();
  });
}

/** @param {HTMLElement} place */
function fieldOf(place) {
  return one(HTMLInputElement, '[data-time]', place);
}

/** The browser's own field, which is never seen; it has a calendar. @param {HTMLElement} place */
function calendarOf(place) {
  const known = first(HTMLInputElement, CALENDAR, place);
  if (known) return known;
  const calendar = document.createElement('input');
  calendar.type = 'date';
  calendar.tabIndex = -1;
  calendar.className = 'ha-vh';
  calendar.setAttribute('aria-hidden', 'true');
  calendar.addEventListener('change', () => {
    if (calendar.value !== '') write(fieldOf(place), calendar.value);
    fieldOf(place).focus();
  });
  place.append(calendar);
  return calendar;
}

/** The chosen day; the hour that stands there stays. @param {HTMLInputElement} field @param {string} iso */
function write(field, iso) {
  const [year, month, day] = iso.split('-');
  const [time] = /\d{1,2}\s*[:hg](?:\s*\d{2}(?!\s*[/.-]))?/iu.exec(field.value) ?? [];
  field.value = `${day}/${month}/${year}${time === undefined ? '' : ` ${time}`}`;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** @param {string} typed */
function isoOf(typed) {
  const [, day = '', month = '', year = ''] = /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/u.exec(typed) ?? [];
  return year === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
