/** How often a waiting part looks again, in milliseconds; it slows down when nothing comes. */
const FIRST = 2_000;
const SLOWEST = 30_000;

/** How long pictures of a page may take before they are shown as they come, in milliseconds. */
const PICTURES = 5_000;

let pending = 0;

/** Parts marked `data-live` fetch their own page again and take their part of it, until nothing more is expected. */
export function keepLive() {
  if (document.querySelector('[data-live]')) later(FIRST);
}

/** What can change by itself is looked at now, for the page has just changed what it shows; and again, while more is expected. */
export async function lookNow() {
  await look('[data-part]');
  keepLive();
}

/** @param {number} wait */
function later(wait) {
  clearTimeout(pending);
  pending = setTimeout(async () => {
    const news = document.hidden || isSending() ? false : await look('[data-live]');
    if (document.querySelector('[data-live]')) later(news ? FIRST : Math.min(SLOWEST, wait * 1.3));
  }, wait);
}

/** A form that is about to go must not be replaced under the question that it waits for. */
function isSending() {
  return document.querySelector('form[data-sent], dialog[open]') !== null;
}

/** @param {string} which @returns whether anything changed */
async function look(which) {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html', 'x-unattended': '1' } });
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = await Promise.all([...document.querySelectorAll(which)].map((part) => renewal(part, page)));
    const ready = found.filter((one) => one !== null).filter(({ part }) => mayBeReplaced(part));
    if (ready.length > 0) inPlace(() => ready.forEach(replace));
    return ready.length > 0;
  } catch {
    return false; // The network failed: look again later.
  }
}

/**
 * What takes the place of a part; null where nothing does now.
 *
 * @param {Element} part
 * @param {Document} page
 */
async function renewal(part, page) {
  const fresh = page.getElementById(part.id);
  if (!fresh || isInUse(part) || part.outerHTML === fresh.outerHTML) return null;
  if (fresh.querySelector('[data-making]') && part.querySelector('img.ha-page')) {
    waitForPages(part);
    return null;
  }
  document.adoptNode(fresh);
  await drawn(fresh);
  return { part, fresh };
}

/** @param {{ readonly part: Element, readonly fresh: Element }} renewal */
function replace({ part, fresh }) {
  const place = part.querySelector('.ha-a4-wrap')?.scrollTop ?? 0;
  part.replaceWith(fresh);
  fresh.querySelector('.ha-a4-wrap')?.scrollTo(0, place);
}

/** @param {Element} part */
function mayBeReplaced(part) {
  return part.isConnected && !isInUse(part) && !isSending();
}

/** @param {Element} part */
function isInUse(part) {
  return (
    part.contains(document.activeElement) ||
    part.querySelector('details[data-closes][open], details.ha-act[open]') !== null
  );
}

/** The pages of a moment ago stay until the new ones are made. @param {Element} part */
function waitForPages(part) {
  part.setAttribute('data-live', '');
  part.setAttribute('aria-busy', 'true');
}

/** Waits for the pictures of a part, so that they do not come one after the other. @param {Element} part */
async function drawn(part) {
  const pictures = [...part.querySelectorAll('img')].map((picture) => picture.decode().catch(() => undefined));
  if (pictures.length === 0) return;
  await Promise.race([Promise.all(pictures), new Promise((done) => setTimeout(done, PICTURES))]);
}

/** The field in which somebody writes stays where it is on the screen, whatever changes above it. @param {() => void} change */
function inPlace(change) {
  const field = document.activeElement;
  if (!field || field === document.body) {
    change();
    return;
  }
  // The browser's own way would move the page a second time.
  const { style } = document.documentElement;
  style.setProperty('overflow-anchor', 'none');
  const before = field.getBoundingClientRect().top;
  change();
  scrollBy({ top: field.getBoundingClientRect().top - before, behavior: 'instant' });
  requestAnimationFrame(() => requestAnimationFrame(() => style.removeProperty('overflow-anchor')));
}
