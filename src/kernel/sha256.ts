import { hash } from 'node:crypto';

/** SHA-256 in lower-case hex; of a text, of its UTF-8. */
export function sha256Of(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
