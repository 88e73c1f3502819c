import { all } from './elements.js';
import { sizeOf } from './file-size.js';

/**
 * Whether a form brings files and may be sent by this script, with its progress shown. What answers by a page of its own is sent by the browser; so is
 * everything where the browser does not tell the server that a script asks: the message for the next page would be lost.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} button which may post the form otherwise than the form says
 */
export function isUpload(form, button) {
  const enctype = button?.getAttribute('formenctype') ?? form.enctype;
  const isOurs = isSecureContext && form.dataset.answers === undefined && enctype === 'multipart/form-data';
  return isOurs && filesOf(form).length > 0;
}

/** @param {HTMLFormElement} form */
function filesOf(form) {
  return all(HTMLInputElement, 'input[type="file"]', form).flatMap(({ files }) => [...(files ?? [])]);
}

const NOT_SENT = 'Không gửi được vì mất kết nối. Các tệp vẫn còn ở đây; kiểm tra mạng rồi gửi lại.';
/** Sent again unseen, it might be done twice. */
const NOT_KNOWN = 'Đã gửi các tệp nhưng máy chủ chưa trả lời. Mở lại trang này xem đã lưu chưa rồi mới gửi lại.';

/**
 * Sends a form with its files, shows how far it is, and lets the person cancel while it is under way.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} button
 * @param {(trouble: string) => void} stopped the form stays, and why; '' where the person wished it so
 */
export function upload(form, button, stopped) {
  const request = new XMLHttpRequest();
  const address = button?.getAttribute('formaction') ?? form.getAttribute('action') ?? location.href;
  const box = boxOf(form, () => request.abort());
  /** @param {string} why */
  const stop = (why) => {
    box.remove();
    stopped(why);
  };
  request.upload.addEventListener('progress', ({ loaded, total }) => box.show(loaded, total));
  let trouble = NOT_SENT;
  request.upload.addEventListener('load', () => {
    trouble = NOT_KNOWN;
    box.wait();
  });
  request.addEventListener('abort', () => stop(''));
  request.addEventListener('error', () => stop(trouble));
  request.addEventListener('load', () => {
    const isLed = request.responseURL !== new URL(address, location.href).href;
    if (!isLed && request.status >= 500) stop(NOT_KNOWN);
    else if (!isLed && request.status >= 400) sendByBrowser(form, button);
    else {
      delete form.dataset.changed;
      location.assign(request.responseURL);
    }
  });
  request.open('POST', address);
  request.setRequestHeader('accept', 'text/html');
  request.send(new FormData(form, button));
}

/**
 * A refusal with words of its own has done nothing: the browser asks for it again, by the same press, and shows it.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} button
 */
function sendByBrowser(form, button) {
  form.dataset.answers = '';
  form.dataset.ready = '';
  delete form.dataset.sent;
  form.requestSubmit(button);
}

/**
 * What is being sent and how far it is, with the button that cancels it.
 *
 * @param {HTMLFormElement} form
 * @param {() => void} cancel
 */
function boxOf(form, cancel) {
  const files = filesOf(form);
  const weight = sizeOf(files.reduce((sum, { size }) => sum + size, 0));
  const box = document.createElement('div');
  box.className = 'ha-progress';
  const words = document.createElement('span');
  words.setAttribute('role', 'status');
  const bar = document.createElement('progress');
  bar.max = 100;
  bar.setAttribute('aria-label', 'Đã gửi được');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-sm';
  button.textContent = 'Hủy gửi';
  button.addEventListener('click', cancel);
  box.append(words, button, bar);
  form.append(box);
  words.textContent = `Đang gửi ${files.length} tệp, ${weight}…`;
  return {
    remove: () => box.remove(),
    /** @param {number} loaded @param {number} total */
    show: (loaded, total) => {
      bar.value = total === 0 ? 0 : Math.floor((loaded / total) * 100);
    },
    /** Everything has arrived: what the server does with it is not to be cancelled. */
    wait: () => {
      bar.removeAttribute('value');
      button.remove();
      words.textContent = `Đã gửi ${files.length} tệp, ${weight}; đang kiểm tra và lưu…`;
    },
  };
}
