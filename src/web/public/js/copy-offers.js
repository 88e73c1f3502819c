import { one } from './elements.js';

const DAY = { timeZone: 'Asia/Ho_Chi_Minh' };

/** @typedef {import('./text-copies.js').Copy} Copy */
/** @typedef {{ readonly label: string, readonly act: (close: () => void, words: HTMLElement) => void }} Choice */

/**
 * Offers what was typed into a form and never taken.
 *
 * @param {HTMLFormElement} form
 * @param {Copy} copy
 * @param {{ readonly restore: () => void, readonly drop: () => void }} choices
 */
export function offerBack(form, copy, { restore, drop }) {
  const words = `Có nội dung chưa gửi từ ${momentOf(copy.at)}.`;
  const back = { label: 'Khôi phục', act: closing(restore) };
  placeOf(form).before(noteOf(words, [back, { label: 'Bỏ', act: closing(drop) }]));
}

/** Offers what was typed into a form that the page has no more: to be read and copied. @param {Copy} copy @param {() => void} drop */
export function offerToRead(copy, drop) {
  const words = `Có nội dung chưa gửi từ ${momentOf(copy.at)}; trang này không còn biểu mẫu ấy.`;
  const read = {
    label: 'Xem để chép',
    /** @param {() => void} _close @param {HTMLElement} place */
    act: (_close, place) => {
      place.querySelector('textarea')?.remove();
      place.append(readingOf(copy));
      place.querySelector('textarea')?.select();
    },
  };
  one(HTMLElement, 'main').prepend(noteOf(words, [read, { label: 'Bỏ', act: closing(drop) }]));
}

/** @param {Copy} copy */
function readingOf({ texts }) {
  const reading = document.createElement('textarea');
  reading.className = 'form-control';
  reading.readOnly = true;
  reading.rows = 8;
  reading.setAttribute('aria-label', 'Nội dung chưa gửi');
  reading.value = Object.values(texts)
    .flat()
    .filter((text) => text.trim() !== '')
    .join('\n\n');
  return reading;
}

/** @param {() => void} act @returns {Choice['act']} */
function closing(act) {
  return (close) => {
    act();
    close();
  };
}

/** @param {string} words @param {readonly Choice[]} choices */
function noteOf(words, choices) {
  const note = document.createElement('div');
  note.className = 'ha-note';
  note.setAttribute('role', 'status');
  const place = document.createElement('div');
  place.append(words);
  for (const { label, act } of choices) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-sm';
    button.textContent = label;
    button.addEventListener('click', () => act(() => note.remove(), place));
    place.append(' ', button);
  }
  note.append(place);
  return note;
}

/** What stands around the form and can be seen: forms are folded under their buttons, or in dialogs. @param {HTMLFormElement} form @returns {Element} */
function placeOf(form) {
  /** @type {Element} */
  let place = form.closest('details') ?? form;
  while (!place.checkVisibility() && place.parentElement) place = place.parentElement;
  return place;
}

/** `09:41`, and with its day where that is not today. @param {number} at */
function momentOf(at) {
  const moment = new Date(at);
  const time = moment.toLocaleTimeString('vi-VN', { ...DAY, hour: '2-digit', minute: '2-digit' });
  const [day, today] = [moment, new Date()].map((one) =>
    one.toLocaleDateString('vi-VN', { ...DAY, day: '2-digit', month: '2-digit' }),
  );
  return day === today ? time : `${time} ngày ${day}`;
}
