/** What one address may ask of us in a minute. Source: OWASP ASVS 5.0, 2.4.1. */
export const REQUESTS_A_MINUTE = 3000;

/** Whoever calls the SOAP door without a right to leaves an entry each time, so they may not call often. */
export const CALLS_A_MINUTE = 300;

/** Whoever asks the hotline's door without a key: lists of it are no pages kept for the crowd. */
export const KEYLESS_CALLS_A_MINUTE = 60;
