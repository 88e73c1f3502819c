import type { FastifyRequest } from 'fastify';

const SOMEWHERE = 'http://hoi-am.invalid';

/** The page that sends a form once more, after its owner has signed in again. */
export const RESUME_PATH = '/gui-tiep';

/** In the address of that page: the page on which the form was filled in. */
export const RESUMED_PAGE = 'tu';

/**
 * A path of ours, or the fallback: whatever a browser could read as another site is not followed.
 *
 * @param text what a form, an address or a header gave
 */
export function localPath(text: unknown, fallback: string): string {
  if (typeof text !== 'string' || !/^\/(?![/\\])/u.test(text) || /[\p{Cc}\\]/u.test(text)) return fallback;
  if (!URL.canParse(text, SOMEWHERE)) return fallback;
  const { origin, pathname, search } = new URL(text, SOMEWHERE);
  // `/.//example.com` is a path of ours, and what is left of it without the dot is not.
  return origin === SOMEWHERE && !pathname.startsWith('//') ? pathname + search : fallback;
}

/** The page of ours on which a form was filled in, also when it was sent once more; null when the browser does not say, or it was another site. */
export function cameFrom({ headers, host }: FastifyRequest): string | null {
  const { referer } = headers;
  if (referer === undefined || !URL.canParse(referer)) return null;
  const page = new URL(referer);
  if (page.host !== host) return null;
  if (page.pathname === RESUME_PATH) return localPath(page.searchParams.get(RESUMED_PAGE), '/');
  return localPath(page.pathname + page.search, '/');
}
