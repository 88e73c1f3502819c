/** How often a waiting part looks again, in milliseconds; it slows down when nothing comes. */
const FIRST = 2_000;
const SLOWEST = 30_000;

/** Parts marked `data-live` fetch their own page again and take their part of it, until nothing more is expected. */
export function keepLive() {
  if (document.querySelector('[data-live]')) later(FIRST);
}

/** @param {number} wait */
function later(wait) {
  setTimeout(async () => {
    const news = document.hidden || isSending() ? false : await look();
    if (document.querySelector('[data-live]')) later(news ? FIRST : Math.min(SLOWEST, wait * 1.3));
  }, wait);
}

/** A form that is about to go must not be replaced under the question that it waits for. */
function isSending() {
  return document.querySelector('form[data-sent], dialog[open]') !== null;
}

/** @returns whether anything changed */
async function look() {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html', 'x-unattended': '1' } });
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return [...document.querySelectorAll('[data-live]')].map((part) => renew(part, page)).some(Boolean);
  } catch {
    return false; // The network failed: look again later.
  }
}

/**
 * @param {Element} part
 * @param {Document} page
 */
function renew(part, page) {
  const fresh = page.getElementById(part.id);
  const inUse =
    part.contains(document.activeElement) || part.querySelector('details[data-closes][open], details.ha-act[open]');
  if (!fresh || inUse || part.outerHTML === fresh.outerHTML) return false;
  part.replaceWith(document.adoptNode(fresh));
  return true;
}
