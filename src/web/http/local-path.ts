import type { FastifyRequest } from 'fastify';

const SOMEWHERE = 'http://hoi-am.invalid';

/**
 * A path of ours, or the fallback: whatever a browser could read as another site is not followed.
 *
 * @param text what a form, an address or a header gave
 */
export function localPath(text: unknown, fallback: string): string {
  if (typeof text !== 'string' || !/^\/(?![/\\])/u.test(text) || /[\p{Cc}\\]/u.test(text)) return fallback;
  if (!URL.canParse(text, SOMEWHERE)) return fallback;
  const { origin, pathname, search } = new URL(text, SOMEWHERE);
  return origin === SOMEWHERE ? pathname + search : fallback;
}

/** The page of ours on which a form was filled in; null when the browser does not say, or it was another site. */
export function cameFrom({ headers, host }: FastifyRequest): string | null {
  const { referer } = headers;
  if (referer === undefined || !URL.canParse(referer)) return null;
  const page = new URL(referer);
  return page.host === host ? page.pathname + page.search : null;
}
