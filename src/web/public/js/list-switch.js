import { first, one } from './elements.js';
import { ownerOf, pageOf, renewParts } from './renew.js';

const DESK = '.ha-desk3';
const LISTS = '.ha-lists';
/** Counted once for the page, whichever of its lists is shown. */
const COUNTED = '[data-saved-searches]';

/** The list that was asked for last: an answer that comes later than the next question is too late. */
let asked = '';
let isComing = false;

/** Whether another list was chosen than the one that stands. */
export function isListComing() {
  return isComing;
}

/** Another list of the work takes the place of the one that is shown, without another page; Back leads to the one before. */
export function switchLists() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('.ha-lists a') : null;
    if (!(link instanceof HTMLAnchorElement) || !isPlain(event) || !isOfWork(link.href)) return;
    event.preventDefault();
    isComing = !stands(link);
    void show(link.href, isComing ? (page) => take(page, link.href) : renewParts);
  });
  // Back to a page that the browser kept whole, the list that was chosen on it does not come any more.
  addEventListener('pageshow', () => (isComing = false));
  addEventListener('popstate', () => {
    if (!isOfWork(location.href) || !deskIn(document)) return;
    isComing = true;
    void show(location.href, change);
  });
}

/** Whether a press means the link as it is: not another tab, not a download. @param {MouseEvent} event */
export function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented }) {
  return button === 0 && !(ctrlKey || metaKey || shiftKey || altKey || defaultPrevented);
}

/** @param {string} address */
function isOfWork(address) {
  const { origin, pathname } = new URL(address);
  return origin === location.origin && pathname === '/';
}

/** Whether the list of a link is shown, in its order and from its beginning: then its rows stay, with the one that is selected. @param {HTMLAnchorElement} link */
function stands(link) {
  const shown = new URLSearchParams(location.search);
  shown.delete('phieu');
  return link.hasAttribute('aria-current') && ['', link.search.slice(1)].includes(shown.toString());
}

/**
 * @param {string} address
 * @param {(page: Document) => void} arrive
 */
async function show(address, arrive) {
  asked = address;
  const page = await pageAt(address);
  if (asked !== address) return;
  if (page && deskIn(page) && deskIn(document)) {
    arrive(page);
    document.title = page.title;
    isComing = false;
  } else location.assign(address);
}

/**
 * @param {Document} page
 * @param {string} address
 */
function take(page, address) {
  history.pushState(null, '', address);
  change(page);
}

/** @param {Document} page */
function change(page) {
  const desk = one(HTMLElement, DESK);
  const fresh = one(HTMLElement, DESK, page);
  const place = one(HTMLElement, LISTS, desk).scrollTop;
  const counted = first(HTMLElement, COUNTED, desk);
  if (counted) first(HTMLElement, COUNTED, fresh)?.replaceWith(counted);
  desk.replaceWith(fresh);
  const lists = one(HTMLElement, LISTS, fresh);
  lists.scrollTo(0, place);
  first(HTMLElement, '[aria-current]', lists)?.focus({ preventScroll: true });
}

/** @param {string} address @returns the page at that address; null where it is to be opened as any other */
async function pageAt(address) {
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return null;
    const page = pageOf(await answer.text());
    return ownerOf(page) === ownerOf(document) ? page : null;
  } catch {
    return null;
  }
}

/** @param {ParentNode} page */
function deskIn(page) {
  return first(HTMLElement, DESK, page);
}
