import { all, first, one } from './elements.js';
import { pageOf } from './renew.js';

/** How long after the last key the server is asked, in milliseconds. */
const PAUSE = 150;

const ENDED = 'Phiên làm việc đã hết. Tải lại trang để đăng nhập.';
const AWAY = 'Không liên lạc được với máy chủ.';

/** Ctrl+K opens one field that finds everything: the arrows choose, Enter opens, Esc closes. */
export function findQuickly() {
  const dialog = first(HTMLDialogElement, 'dialog[data-quick-find]');
  if (!dialog) return;
  const field = one(HTMLInputElement, 'input[role="combobox"]', dialog);
  const list = one(HTMLElement, '[role="listbox"]', dialog);
  const status = one(HTMLElement, '[role="status"]', dialog);
  let asking = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;

  const options = () => all(HTMLAnchorElement, '[role="option"]', list);
  const chosen = () => options().find((option) => option.ariaSelected === 'true');

  /** @param {HTMLAnchorElement | undefined} next */
  const choose = (next) => {
    const before = chosen();
    if (before) before.ariaSelected = 'false';
    if (next) {
      next.ariaSelected = 'true';
      next.scrollIntoView({ block: 'nearest' });
      field.setAttribute('aria-activedescendant', next.id);
    } else field.removeAttribute('aria-activedescendant');
  };

  /** @param {number} by */
  const move = (by) => {
    const rows = options();
    const at = rows.findIndex((option) => option.ariaSelected === 'true');
    choose(rows[(at + by + rows.length) % rows.length]);
  };

  /** @param {Element | null} found @param {string} words */
  const show = (found, words) => {
    list.replaceChildren(...(found ? [...found.children].map((group) => document.adoptNode(group)) : []));
    status.textContent = words;
    field.ariaExpanded = String(options().length > 0);
    list.dataset.none = options().length > 0 ? '' : words;
    choose(options()[0]);
  };

  const ask = async () => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const words = new URLSearchParams({ tim: field.value.trim() });
    try {
      const answer = await fetch(`${dialog.dataset.quickFind ?? ''}?${words.toString()}`, {
        signal,
        cache: 'no-store',
      });
      const found = first(HTMLElement, '[data-found]', pageOf(await answer.text()));
      if (!signal.aborted) show(found, found?.dataset.found ?? (answer.redirected ? ENDED : AWAY));
    } catch {
      if (!signal.aborted) show(null, AWAY);
    }
  };

  const open = () => {
    dialog.showModal();
    field.select();
    void ask();
  };

  document.addEventListener('keydown', (event) => {
    if (!isQuickFind(event)) return;
    // The browser's own meaning of the key would lead away from the page.
    event.preventDefault();
    if (!document.querySelector('dialog[open]')) open();
  });
  for (const button of all(HTMLButtonElement, '[data-finds]')) button.addEventListener('click', open);
  field.addEventListener('input', () => {
    // What stands in the list answers other words: Enter must not open it.
    asking.abort();
    choose(undefined);
    clearTimeout(pause);
    pause = setTimeout(() => void ask(), PAUSE);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const option = chosen();
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && option) option.click();
    else return;
    event.preventDefault();
  });
  list.addEventListener('click', () => dialog.close());
}

/** @param {KeyboardEvent} event */
function isQuickFind({ ctrlKey, metaKey, altKey, shiftKey, key }) {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'k';
}
