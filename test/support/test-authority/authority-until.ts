import { authorityExtension, issue, nameOf } from './certificates.js';

/** A certificate of an authority that ends then, as PEM. */
export function authorityUntil(end: Date): string {
  const { der } = issue({ name: nameOf('Gốc thử'), notAfter: end, extensions: [authorityExtension()] });
  return `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
}
