import { all, first, one } from './elements.js';

/** How long the answer to "whose session is this?" is waited for, in milliseconds. */
const PATIENCE = 20_000;

const LATER = 'Chưa gửi: phiên làm việc đã hết. Nội dung vẫn còn trên trang; bấm lại để đăng nhập và gửi.';
const AWAY = 'Chưa gửi: không liên lạc được với máy chủ. Nội dung vẫn còn trên trang; kiểm tra mạng rồi bấm lại.';
const BUSY = 'Chưa gửi: máy chủ đang bận. Nội dung vẫn còn trên trang; đợi một lát rồi bấm lại.';
const TOO_OFTEN =
  'Chưa gửi: có quá nhiều lần gửi trong thời gian ngắn. Nội dung vẫn còn trên trang; đợi một phút rồi bấm lại.';
const TOO_LONG = 'Chưa gửi: nội dung dài quá mức nhận. Rút ngắn, hoặc đưa phần dài vào tệp đính kèm rồi bấm lại.';
const OTHER_PLACE =
  'Chưa gửi: phiên này không còn đúng vai như khi mở trang (xử lý thay). Mở trang Xử lý thay ở thẻ khác để đổi lại, rồi bấm lại ở đây.';
const OTHER_PERSON =
  'Trang này do tài khoản khác mở. Đăng nhập bằng đúng tài khoản đã nhập nội dung; nội dung chưa được gửi.';

/**
 * Before a form goes: is the person for whom this page was drawn still signed in? If not, they sign in over the page. The form then has a fresh token.
 *
 * @param {HTMLFormElement} form
 * @returns {Promise<string>} why it cannot go; empty when it can
 */
export async function makeReady(form) {
  const drawnFor = ownerOf(form);
  try {
    let session = await whoseSession();
    if (typeof session === 'string') return session;
    if (tooLong(form, session.longestForm)) return TOO_LONG;
    while (personOf(markOf(session.csrf)) !== personOf(drawnFor)) {
      const isSomebody = markOf(session.csrf) !== '';
      const trouble = await signInOverPage(isSomebody ? OTHER_PERSON : '');
      if (trouble !== '') return trouble;
      session = await whoseSession();
      if (typeof session === 'string') return session;
    }
    if (markOf(session.csrf) !== drawnFor) return OTHER_PLACE;
    for (const field of all(HTMLInputElement, 'input[name="_csrf"]')) field.value = session.csrf;
    return '';
  } catch {
    return AWAY;
  }
}

/**
 * Gives the form a fresh token where the person for whom this page was drawn is signed in; asks nobody for anything.
 *
 * @param {HTMLFormElement} form @throws Error where the server could not be asked
 */
export async function renewToken(form) {
  const session = await whoseSession();
  if (typeof session === 'string') throw new Error(session);
  if (markOf(session.csrf) !== ownerOf(form)) return false;
  for (const field of all(HTMLInputElement, 'input[name="_csrf"]')) field.value = session.csrf;
  return true;
}

/** For whom, and in whose place, the page of a form was drawn; empty where for nobody. @param {HTMLFormElement} form */
export function ownerOf(form) {
  return markOf(tokenOf(form));
}

/** Only forms of somebody who is signed in carry a mark of the person. @param {HTMLFormElement} form */
export function isOfSession(form) {
  return form.method === 'post' && ownerOf(form) !== '';
}

/** @param {HTMLFormElement} form */
function tokenOf(form) {
  return first(HTMLInputElement, 'input[name="_csrf"]', form)?.value ?? '';
}

/** @param {string} token */
function markOf(token) {
  return token.split('~')[1] ?? '';
}

/** @param {string} mark */
export function personOf(mark) {
  return mark.split('.')[0];
}

/** @typedef {{ readonly csrf: string, readonly longestForm: number }} Session */

/** @returns {Promise<Session | string>} the session, or why nothing can be sent now */
async function whoseSession() {
  const answer = await ask('/phien', { headers: { accept: 'application/json' } });
  if (answer.status === 429 || answer.headers.get('x-ratelimit-remaining') === '0') return TOO_OFTEN;
  if (!answer.ok) return BUSY;
  return /** @type {Session} */ (await answer.json());
}

/**
 * @param {string} address
 * @param {RequestInit} options
 */
function ask(address, options) {
  return fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE), ...options });
}

/**
 * Files are weighed elsewhere; here only what was typed.
 *
 * @param {HTMLFormElement} form
 * @param {number} longest
 */
function tooLong(form, longest) {
  if (form.enctype === 'multipart/form-data') return false;
  return new TextEncoder().encode(typedIn(form).toString()).length > longest;
}

/** @param {HTMLFormElement} form */
export function typedIn(form) {
  const typed = new URLSearchParams();
  for (const [name, value] of new FormData(form)) typed.append(name, typeof value === 'string' ? value : value.name);
  return typed;
}

/**
 * The sign-in pages themselves, in a dialog: password, then a code where the account has one. What they say of a wrong try is said here.
 *
 * @param {string} greeting what to say first
 * @returns {Promise<string>} why the sign-in did not happen; empty after it
 */
function signInOverPage(greeting) {
  const dialog = build(greeting);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    let trouble = LATER;
    /** @param {string} why */
    const close = (why) => {
      trouble = why;
      dialog.close();
    };
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(trouble);
    });
    /** @param {Promise<Response>} request */
    const take = async (request) => {
      const answer = await request;
      if (answer.ok && answer.headers.get('content-type')?.includes('json')) {
        close('');
      } else if (!show(dialog, await answer.text())) {
        close(answer.status === 429 ? TOO_OFTEN : BUSY);
      }
    };
    const failed = () => say(dialog, 'Không liên lạc được với máy chủ. Thử lại.');
    dialog.addEventListener('submit', (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.method === 'dialog') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const button = one(HTMLElement, '[type="submit"]', form);
      button.setAttribute('aria-disabled', 'true');
      const body = typedIn(form);
      take(ask(form.action, { method: 'POST', body, headers: { accept: 'text/html' } }))
        .catch(failed)
        .finally(() => button.removeAttribute('aria-disabled'));
    });
    take(ask('/dang-nhap?next=/phien', { headers: { accept: 'text/html' } })).catch(() => close(AWAY));
  });
}

/** @param {string} greeting */
function build(greeting) {
  const dialog = document.createElement('dialog');
  dialog.className = 'ha-dialog';
  dialog.id = 'dang-nhap-lai';
  // Until the form is there, a second Enter must not press "Để sau".
  dialog.autofocus = true;
  dialog.setAttribute('aria-labelledby', 'dang-nhap-lai-t');
  dialog.setAttribute('aria-describedby', 'dang-nhap-lai-h');
  dialog.innerHTML = `
    <div class="ha-dialog-h"><h2 id="dang-nhap-lai-t">Đăng nhập lại để gửi tiếp</h2></div>
    <div class="ha-dialog-b">
      <p id="dang-nhap-lai-h">Phiên làm việc đã hết. Những gì đã nhập vẫn còn trên trang và được gửi ngay sau khi đăng nhập.</p>
      <p class="ha-bad ha-strong" role="alert"></p>
      <div data-door></div>
    </div>
    <form method="dialog" class="ha-dialog-f"><button class="btn" type="submit">Để sau</button></form>`;
  say(dialog, greeting);
  return dialog;
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {string} words
 */
function say(dialog, words) {
  one(HTMLElement, '[role="alert"]', dialog).textContent = words;
}

/**
 * Takes the form of a sign-in page into the dialog, under ids of its own, with the account that was typed already.
 *
 * @param {HTMLDialogElement} dialog
 * @param {string} html
 * @returns {boolean} whether the dialog has a form to go on with
 */
function show(dialog, html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const form = first(HTMLFormElement, 'main form[action^="/dang-nhap"]', page);
  if (!form) {
    say(dialog, 'Máy chủ chưa nhận đăng nhập lúc này. Đợi một lát rồi thử lại.');
    return dialog.querySelector('[data-door] form') !== null;
  }
  for (const name of ['id', 'for', 'aria-describedby', 'aria-labelledby']) {
    for (const element of form.querySelectorAll(`[${name}]`)) {
      const ids = (element.getAttribute(name) ?? '').split(' ');
      element.setAttribute(name, ids.map((id) => `lai-${id}`).join(' '));
    }
  }
  form.setAttribute('aria-labelledby', 'dang-nhap-lai-t');
  delete form.dataset.once;
  const wrong = form.querySelector('.invalid-feedback');
  if (wrong) say(dialog, wrong.textContent.trim());
  else if (dialog.querySelector('[data-door] form')) say(dialog, '');
  one(HTMLElement, '[data-door]', dialog).replaceChildren(document.adoptNode(form));
  const fields = all(HTMLInputElement, 'input:not([type="hidden"])', form);
  (fields.find((field) => field.value === '') ?? fields[0])?.focus();
  return true;
}
