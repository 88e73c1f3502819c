import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sha256Of } from '../../kernel/sha256.js';

/** Bytes hashed without a break: a few milliseconds. */
const STRETCH = 4 * 1024 * 1024;

/** SHA-256 in lower-case hex of bytes that may be many, while others have their turns. */
export async function sha256InTurns(bytes: Uint8Array): Promise<string> {
  if (bytes.length <= STRETCH) return sha256Of(bytes);
  const sum = createHash('sha256');
  for (let at = 0; at < bytes.length; at += STRETCH) {
    sum.update(bytes.subarray(at, at + STRETCH));
    await nextTurn();
  }
  return sum.digest('hex');
}
