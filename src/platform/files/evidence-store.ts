import { randomUUID } from 'node:crypto';
import { unlink } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { sha256Of } from '../../kernel/sha256.js';
import { FileStore } from './file-store.js';
import { isSystemError } from './file-errors.js';

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

/** Nobody keeps more in one bundle. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * Evidence that is kept for a time, apart from the files of the house, in bundles. No two bundles are the same file, so that one is removed without
 * asking who else may need its bytes.
 *
 * A bundle is gzip of one line of JSON, with the sha256 and length of each part in order, and the parts.
 */
export class EvidenceStore {
  private readonly files: FileStore;

  constructor(directory: string) {
    this.files = new FileStore(directory, 'forATime');
  }

  /** @param parts of 64 MiB together at most @returns the bundle's name; it is on the disk by then */
  async keep(parts: readonly Buffer[]): Promise<string> {
    const named = new Map(parts.map((part) => [sha256Of(part), part]));
    const index = [...named].map(([sha256, { length }]) => [sha256, length]);
    const head = Buffer.from(`${JSON.stringify({ bundle: randomUUID(), parts: index })}\n`, 'utf8');
    return this.files.put(await packed(Buffer.concat([head, ...named.values()])));
  }

  /**
   * One part of a bundle.
   * @returns null when bundle or part is not there any more
   * @throws FileDamaged when its bytes are not what they were
   */
  async part(bundle: string, sha256: string): Promise<Buffer | null> {
    const whole = await this.whole(bundle);
    if (whole === null) return null;
    const end = whole.indexOf('\n');
    const { parts } = JSON.parse(whole.toString('utf8', 0, end)) as { readonly parts: readonly [string, number][] };
    let at = end + 1;
    for (const [name, length] of parts) {
      if (name === sha256) return whole.subarray(at, at + length);
      at += length;
    }
    return null;
  }

  /** Safe to repeat. */
  async remove(bundle: string): Promise<void> {
    await unlink(this.files.pathOf(bundle)).catch(passOverMissing);
  }

  /** Removes what killed processes had begun. @param now in milliseconds since 1970 */
  sweep(now: number): Promise<void> {
    return this.files.sweep(now);
  }

  private async whole(bundle: string): Promise<Buffer | null> {
    if ((await this.files.stateOf(bundle)) === 'missing') return null;
    return unpacked(await this.files.get(bundle), { maxOutputLength: MOST_BYTES });
  }
}

function passOverMissing(error: unknown): null {
  if (isSystemError(error, 'ENOENT')) return null;
  throw error;
}
