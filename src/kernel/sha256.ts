import { createHash, hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Bytes hashed without a break: a few milliseconds. */
const STRETCH = 4 * 1024 * 1024;

/** SHA-256 in lower-case hex; of a text, of its UTF-8. */
export function sha256Of(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/** The same of bytes that may be many, while others have their turns. */
export async function sha256InTurns(bytes: Uint8Array): Promise<string> {
  if (bytes.length <= STRETCH) return sha256Of(bytes);
  const sum = createHash('sha256');
  for (let at = 0; at < bytes.length; at += STRETCH) {
    sum.update(bytes.subarray(at, at + STRETCH));
    await nextTurn();
  }
  return sum.digest('hex');
}
