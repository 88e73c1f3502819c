import { all, first } from './elements.js';
import { pageOf, RENEWED } from './renew.js';

/** How long a count stands before it is asked again, in milliseconds. */
const STANDS = 60_000;

let askedAt = 0;

/** Puts the saved searches of this person beside the work lists, each with how many tickets it finds; they are counted once the page is shown. */
export function countSavedSearches() {
  if (!first(HTMLElement, '[data-saved-searches]')) return;
  void count();
  document.addEventListener(RENEWED, () => {
    if (Date.now() - askedAt > STANDS) void count();
  });
}

async function count() {
  askedAt = Date.now();
  const place = first(HTMLElement, '[data-saved-searches]');
  if (!place) return;
  try {
    const answer = await fetch(place.dataset.savedSearches ?? '', { cache: 'no-store' });
    const found = first(HTMLElement, '[data-counted]', pageOf(await answer.text()));
    if (answer.ok && found) show(found);
  } catch {
    // They stay as they were; the link to the search is there without a count.
  }
}

/** @param {HTMLElement} found */
function show(found) {
  const list = first(HTMLElement, '[data-saved-searches] ul');
  if (!list || list.contains(document.activeElement)) return;
  for (const old of all(HTMLElement, '[data-counted-row]', list)) old.remove();
  const rows = all(HTMLElement, 'li', found).map((row) => document.adoptNode(row));
  for (const row of rows) row.dataset.countedRow = '';
  // Below what stands there already, so that nothing moves under the pointer.
  list.append(...rows);
}
