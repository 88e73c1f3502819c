/** How long a row must rest under the cursor before its preview is fetched, in milliseconds. */
const REST = 120;

/**
 * Moving in the work list moves focus, so that a reader hears the row; the preview follows a moment later.
 *
 * @returns {{ move(step: number): void, open(): boolean, owns(element: Element): boolean }} `open` opens the selected ticket, or the first;
 * `owns` = whether a control speaks of the selected row
 */
export function moveInWorkList() {
  const rows = [...document.querySelectorAll('[data-work-list] tbody tr')];
  let pending;
  let request = new AbortController();

  const selected = () => rows.findIndex((row) => row.classList.contains('is-on'));

  const select = (row, focus) => {
    rows.forEach((one) => one.classList.toggle('is-on', one === row));
    if (focus) {
      row.querySelector('a').focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest' });
    }
    clearTimeout(pending);
    pending = setTimeout(() => showPreview(row.dataset.ticket), REST);
  };

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
      if (!fresh) return;
      pane.replaceWith(document.adoptNode(fresh));
      history.replaceState(null, '', address);
    } catch {
      // Moved on, or the network failed: the old preview stays, and its keys stay silent because it is of another row.
    }
  };

  for (const row of rows) {
    row.addEventListener('click', (event) => {
      if (!event.target.closest('a')) select(row, true);
    });
    row.querySelector('a').addEventListener('focus', () => {
      if (!row.classList.contains('is-on')) select(row, false);
    });
  }

  return {
    move(step) {
      if (rows.length === 0) return;
      const at = selected();
      const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step));
      select(rows[next], true);
    },
    open() {
      const row = rows[Math.max(0, selected())];
      row?.querySelector('a').click();
      return row !== undefined;
    },
    owns(element) {
      const pane = element.closest('[data-ticket]');
      return rows.length === 0 || pane === null || pane.dataset.ticket === rows[selected()]?.dataset.ticket;
    },
  };
}
