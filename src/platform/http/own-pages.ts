import type { IncomingHttpHeaders } from 'node:http';

/** What a browser says of where a form or a script that calls us stands. */
export interface Caller {
  readonly headers: IncomingHttpHeaders;
  /** The host that was called, with its port where it is not the usual. */
  readonly host: string;
}

/** `none`: typed or opened by the person, which no foreign site can bring about. */
const OWN_SITES: readonly unknown[] = [undefined, 'same-origin', 'none'];

/**
 * Whether an act may come from one of our pages, by `Sec-Fetch-Site` and `Origin`, which no script can write. Who sends neither is no browser of
 * today: for them the token or the key decides alone.
 *
 * Source: OWASP ASVS 5.0, 3.5.1; https://www.w3.org/TR/fetch-metadata/.
 *
 * @param publicUrl where people open the app; another name counts where it is the host that was called
 */
export function mayComeFromOurPages({ headers, host }: Caller, publicUrl: string): boolean {
  if (!OWN_SITES.includes(headers['sec-fetch-site'])) return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  return origin === URL.parse(publicUrl)?.origin || URL.parse(origin)?.host === host;
}
