/** What one address may ask of us in a minute. Source: OWASP ASVS 5.0, 2.4.1. */
export const REQUESTS_A_MINUTE = 3000;

/**
 * For the SOAP endpoint: each call of a stranger leaves an entry, so fewer are allowed than of pages. An e-office that gives notice of each document
 * calls 336 times in a minute of the national peak hour.
 */
export const CALLS_A_MINUTE = 600;

/** For callers of the hotline's API without a key: their answers are not cached as public pages are. */
export const KEYLESS_CALLS_A_MINUTE = 60;
