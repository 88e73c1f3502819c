import { all, first } from './elements.js';

/** Told on the document once parts of the page have been renewed. */
export const RENEWED = 'ha-renewed';

/**
 * Makes the parts of this page that may change by themselves, those marked `data-renewed`, like those of a fresh copy.
 *
 * @param {Document} page
 */
export function renewParts(page) {
  for (const part of all(HTMLElement, '[data-renewed]')) {
    const fresh = page.getElementById(part.id);
    if (fresh && !isInHand(part) && part.dataset.ticket === fresh.dataset.ticket) renew(part, fresh);
  }
  document.dispatchEvent(new Event(RENEWED));
}

/** Whether somebody is writing in it, or has opened a form of it. @param {Element} part */
function isInHand(part) {
  return (
    part.querySelector(
      'textarea:focus, select:focus, input:focus:not([type="checkbox"]), details[open]:not([data-stays-open])',
    ) !== null
  );
}

/**
 * @param {HTMLElement} part
 * @param {HTMLElement} fresh
 */
function renew(part, fresh) {
  const focused = document.activeElement;
  const shown = firstInSight(part);
  const before = shown?.getBoundingClientRect().top ?? 0;
  become(part, fresh);
  if (shown?.isConnected) part.scrollTop += shown.getBoundingClientRect().top - before;
  if (focused instanceof HTMLElement && focused.isConnected && document.activeElement !== focused)
    focused.focus({ preventScroll: true });
}

/** The row that stays where it is, whatever comes or goes above it. @param {HTMLElement} part */
function firstInSight(part) {
  const top = part.getBoundingClientRect().top;
  return all(HTMLElement, 'tbody tr', part).find((row) => row.getBoundingClientRect().bottom > top);
}

/**
 * Elements that stand in both copies stay themselves, and with them focus, scroll, what is marked and what is typed.
 *
 * @param {Node} old
 * @param {Node} fresh
 */
function become(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  if (old instanceof Element && fresh instanceof Element) {
    takeAttributes(old, fresh);
    takeChildren(old, fresh);
  } else old.nodeValue = fresh.nodeValue;
}

/**
 * @param {Element} old
 * @param {Element} fresh
 */
function takeChildren(old, fresh) {
  const left = [...old.childNodes];
  const pairs = [...fresh.childNodes].map((node) => {
    const at = left.findIndex((one) => isSame(one, node));
    return { node, own: at === -1 ? undefined : left.splice(at, 1)[0] };
  });
  for (const gone of left) if (!stays(gone)) gone.remove();
  let place = behindGone(old.firstChild);
  for (const { node, own = document.adoptNode(node) } of pairs) {
    if (own !== place) old.insertBefore(own, place);
    place = behindGone(own.nextSibling);
    if (own !== node) become(own, node);
  }
}

/**
 * A row that has left the list, or with it the whole table, stays where it is while it has the focus: a key that is about to be pressed must not meet the next one.
 * So does a list in which nothing waits any more, and which would be folded away.
 *
 * @param {Node} node
 */
function stays(node) {
  const isKept = [HTMLTableRowElement, HTMLTableElement, HTMLLIElement].some((kind) => node instanceof kind);
  if (!(node instanceof HTMLElement) || !isKept || !node.contains(document.activeElement)) return false;
  node.dataset.gone = '';
  return true;
}

/** @param {ChildNode | null} place */
function behindGone(place) {
  let next = place;
  while (next instanceof HTMLElement && next.dataset.gone !== undefined) next = next.nextSibling;
  return next;
}

/** Rows of tickets are known by their ticket, lists of work by their name, other nodes by their kind and order. @param {Node} one @param {Node} other */
function isSame(one, other) {
  return one.nodeName === other.nodeName && keyOf(one) === keyOf(other);
}

/** @param {Node} node */
function keyOf(node) {
  if (!(node instanceof Element)) return '';
  return node.getAttribute('data-ticket') ?? node.getAttribute('data-list') ?? node.id;
}

/**
 * Which row is selected is said by who moves in the list, and what is folded by who opened it, not by the server.
 *
 * @param {Element} old
 * @param {Element} fresh
 */
function takeAttributes(old, fresh) {
  const own = ownAttribute(old);
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && name !== own) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value && name !== own) old.setAttribute(name, value);
}

/** @param {Element} element */
function ownAttribute(element) {
  if (element.matches('tr[data-ticket]')) return 'class';
  return element.matches('details[data-stays-open]') ? 'open' : '';
}

/** The page that the text of an answer is. @param {string} html */
export function pageOf(html) {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** For whom a page was drawn: person, and whose place they act in. @param {ParentNode} page */
export function ownerOf(page) {
  return (first(HTMLInputElement, 'input[name="_csrf"]', page)?.value ?? '').split('~')[1] ?? '';
}
