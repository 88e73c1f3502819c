import { randomBytes } from 'node:crypto';

const BYTES = 24;

/** What makes an address that opens one page without signing in: 192 random bits. It is kept by its hash alone. */
export function newLinkSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** Whether it looks like a secret of ours; anything else is not even looked up. */
export function isLinkSecret(typed: string): boolean {
  return /^[\w-]{32}$/u.test(typed);
}
