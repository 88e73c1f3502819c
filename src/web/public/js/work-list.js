import { all, first, one } from './elements.js';
import { pickRows } from './picked-rows.js';

/** How long a row must rest under the cursor before its preview is fetched, in milliseconds. */
const REST = 120;

/**
 * @typedef {object} WorkList
 * @property {(step: number) => void} move
 * @property {(range: boolean) => void} pick marks the selected row, or takes its mark away; with `range` all from the one marked last
 * @property {() => Promise<boolean>} shown fetches the preview of the selected row, if it does not stand yet; whether it stands then
 * @property {() => boolean} open opens the selected ticket, or the first
 * @property {(element: Element) => boolean} owns whether a control speaks of the selected row
 */

/**
 * Moving in the work list moves focus, so that a reader hears the row; the preview follows a moment later.
 *
 * @returns {WorkList}
 */
export function moveInWorkList() {
  // Rows come and go while the page is open.
  const rowsNow = () => all(HTMLElement, '[data-work-list] tbody tr');
  let pending = 0;
  let request = new AbortController();

  /** @param {HTMLElement[]} rows */
  const selectedOf = (rows) => rows.findIndex((row) => row.classList.contains('is-on'));

  /**
   * @param {HTMLElement} row
   * @param {boolean} focus
   */
  const select = (row, focus) => {
    rowsNow().forEach((one) => one.classList.toggle('is-on', one === row));
    if (focus) {
      linkOf(row).focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest' });
    }
    clearTimeout(pending);
    // Another list may have taken the place of this one before that.
    pending = setTimeout(() => row.isConnected && void showPreview(row.dataset.ticket ?? ''), REST);
  };

  /** @param {string} ticket */
  const showPreview = async (ticket) => {
    request.abort();
    const pane = document.getElementById('xem-truoc');
    if (!pane?.checkVisibility() || pane.dataset.ticket === ticket) return;
    request = new AbortController();
    const address = new URL(location.href);
    address.searchParams.set('phieu', ticket);
    try {
      const answer = await fetch(address, { signal: request.signal, headers: { accept: 'text/html' } });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('xem-truoc');
      // Another list may have taken the place of this one meanwhile.
      if (!fresh || !pane.isConnected) return;
      takePlace(pane, fresh);
      history.replaceState(null, '', address);
    } catch {
      // Moved on, or the network failed: the old preview stays, and its keys stay silent because it is of another row.
    }
  };

  document.addEventListener('click', ({ target }) => {
    const row = rowOf(target);
    if (row && !(target instanceof Element && target.closest('a'))) select(row, true);
  });
  document.addEventListener('focusin', ({ target }) => {
    const row = target instanceof HTMLAnchorElement ? rowOf(target) : null;
    if (row && !row.classList.contains('is-on')) select(row, false);
  });

  // The ticket that the address names may stand further down than is in sight.
  if (new URLSearchParams(location.search).has('phieu'))
    rowsNow()[selectedOf(rowsNow())]?.scrollIntoView({ block: 'nearest' });

  const pickAt = pickRows(rowsNow);

  return {
    pick(range) {
      pickAt(Math.max(0, selectedOf(rowsNow())), range);
    },
    async shown() {
      const row = rowsNow()[selectedOf(rowsNow())];
      if (!row) return false;
      clearTimeout(pending);
      await showPreview(row.dataset.ticket ?? '');
      const pane = document.getElementById('xem-truoc');
      return pane?.checkVisibility() === true && pane.dataset.ticket === row.dataset.ticket;
    },
    move(step) {
      const rows = rowsNow();
      const at = selectedOf(rows);
      const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
      if (next) select(next, true);
    },
    open() {
      const rows = rowsNow();
      const row = rows[Math.max(0, selectedOf(rows))];
      if (row) linkOf(row).click();
      return row !== undefined;
    },
    owns(element) {
      const rows = rowsNow();
      const ticket = element.closest('[data-ticket]')?.getAttribute('data-ticket');
      return rows.length === 0 || ticket === undefined || ticket === rows[selectedOf(rows)]?.dataset.ticket;
    },
  };
}

/** @param {EventTarget | null} target */
function rowOf(target) {
  const row = target instanceof Element ? target.closest('[data-work-list] tbody tr') : null;
  return row instanceof HTMLElement ? row : null;
}

/** @param {HTMLElement} row */
function linkOf(row) {
  return one(HTMLAnchorElement, 'a', row);
}

/**
 * The focus goes to the text of the other ticket, and not to a button: what was about to be pressed was of the one before.
 *
 * @param {HTMLElement} pane
 * @param {HTMLElement} fresh
 */
function takePlace(pane, fresh) {
  const hadFocus = pane.contains(document.activeElement);
  pane.replaceWith(document.adoptNode(fresh));
  if (hadFocus) first(HTMLElement, '[role="region"]', fresh)?.focus({ preventScroll: true });
}
