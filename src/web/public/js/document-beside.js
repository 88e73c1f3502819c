import { all, byId, first } from './elements.js';
import { isPlain } from './list-switch.js';
import { ownerOf, pageOf } from './renew.js';

const PANEL = 'tep-ben-canh';
const VIEWED = '#tep-dang-xem';

/** Narrower screens show the file as a page of its own. */
const BESIDE = matchMedia('(min-width: 62.01rem)');

/** The link by which the file was opened. @type {HTMLAnchorElement | null} */
let opener = null;

/** Opens files beside the page that lists them, so that what is read and what is written stand side by side. */
export function showDocumentsBeside() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-view]') : null;
    if (!(link instanceof HTMLAnchorElement) || !isPlain(event) || !BESIDE.matches) return;
    event.preventDefault();
    void show(link);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !isBusyElsewhere(event.target)) close();
  });
}

/** Esc closes a dialog, or leaves a field, before it closes the file. @param {EventTarget | null} target */
function isBusyElsewhere(target) {
  if (document.querySelector('dialog[open]')) return true;
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

/** @param {HTMLAnchorElement} link */
async function show(link) {
  opener = link;
  const viewed = await viewedAt(link.href);
  if (opener !== link) return;
  if (viewed) fill(link, viewed);
  else location.assign(link.href);
}

/** @param {string} address @returns the file as its own page shows it; null where the answer is another page, which is then opened whole */
async function viewedAt(address) {
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return null;
    const page = pageOf(await answer.text());
    return ownerOf(page) === ownerOf(document) ? first(HTMLElement, VIEWED, page) : null;
  } catch {
    return null;
  }
}

/**
 * @param {HTMLAnchorElement} link
 * @param {HTMLElement} viewed
 */
function fill(link, viewed) {
  const panel = byId(HTMLElement, PANEL) ?? newPanel();
  panel.replaceChildren(bar(link), lowered(viewed));
  (first(HTMLElement, '[role="region"]', panel) ?? first(HTMLElement, '[data-closes-file]', panel))?.focus();
}

function newPanel() {
  const panel = document.createElement('aside');
  panel.id = PANEL;
  panel.className = 'ha-beside ha-no-print';
  panel.setAttribute('aria-label', 'Tệp đang xem');
  document.body.append(panel);
  document.body.classList.add('has-beside');
  return panel;
}

/** The file before, the one behind, and the way out. @param {HTMLAnchorElement} link */
function bar(link) {
  const links = all(HTMLAnchorElement, 'a[data-view]').filter(({ href }, at, list) => isFirst(href, at, list));
  const at = links.findIndex(({ href }) => href === link.href);
  const line = document.createElement('div');
  line.className = 'ha-beside-h';
  const place = document.createElement('span');
  place.className = 'ha-small ha-mute';
  place.textContent = links.length > 1 ? `Tệp ${at + 1} trên ${links.length}` : '';
  line.append(place);
  for (const [label, other] of /** @type {const} */ ([
    ['Tệp trước', links[at - 1]],
    ['Tệp sau', links[at + 1]],
  ]))
    if (other) line.append(button(label, () => void show(other)));
  const out = button('Đóng', close);
  out.dataset.closesFile = '';
  line.append(out);
  return line;
}

/** @param {string} href @param {number} at @param {HTMLAnchorElement[]} list */
function isFirst(href, at, list) {
  return list.findIndex((one) => one.href === href) === at;
}

/**
 * @param {string} label
 * @param {() => void} act
 */
function button(label, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}

/** The page beside has its own first heading. @param {HTMLElement} viewed */
function lowered(viewed) {
  const heading = first(HTMLElement, 'h1', viewed);
  const lower = document.createElement('h2');
  lower.id = heading?.id ?? '';
  lower.textContent = heading?.textContent ?? '';
  heading?.replaceWith(lower);
  return document.adoptNode(viewed);
}

function close() {
  const panel = byId(HTMLElement, PANEL);
  if (!panel) return;
  panel.remove();
  document.body.classList.remove('has-beside');
  const back = opener?.isConnected ? opener : byId(HTMLElement, 'noi-dung');
  opener = null;
  back?.focus();
}
