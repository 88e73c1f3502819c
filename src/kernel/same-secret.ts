import { hash, timingSafeEqual } from 'node:crypto';

/** In the same time for every wrong guess, whatever its length: hashes are compared whole. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', expected, 'buffer'));
}
