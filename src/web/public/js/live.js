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
    const renewed = await Promise.all([...document.querySelectorAll(which)].map((part) => renew(part, page)));
    return renewed.some(Boolean);
  } catch {
    return false; // The network failed: look again later.
  }
}

/**
 * @param {Element} part
 * @param {Document} page
 */
async function renew(part, page) {
  const fresh = page.getElementById(part.id);
  if (!fresh || isInUse(part) || part.outerHTML === fresh.outerHTML) return false;
  if (fresh.querySelector('[data-making]') && part.querySelector('img.ha-page')) return waitForPages(part);
  document.adoptNode(fresh);
  await drawn(fresh);
  if (!part.isConnected || isInUse(part) || isSending()) return false;
  inPlace(() => {
    const place = part.querySelector('.ha-a4-wrap')?.scrollTop ?? 0;
    part.replaceWith(fresh);
    fresh.querySelector('.ha-a4-wrap')?.scrollTo(0, place);
  });
  return true;
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
  return false;
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
  const before = field?.getBoundingClientRect().top ?? 0;
  change();
  const moved = (field?.getBoundingClientRect().top ?? 0) - before;
  if (field !== document.body && moved !== 0) scrollBy({ top: moved, behavior: 'instant' });
}
