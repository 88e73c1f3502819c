import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { sha256Of } from '../../kernel/sha256.js';
import type { FileStore } from './file-store.js';

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

/** Nobody keeps more in one bundle. */
const MAX_BYTES = 64 * 2 ** 20;

/**
 * Evidence that is kept for a time, apart from the stored files, in bundles. No two bundles are the same file, so that one is removed without
 * asking who else may need its bytes.
 *
 * A bundle is gzip of one line of JSON, with the sha256 and length of each part in order, and the parts.
 */
export class EvidenceStore {
  /** @param files kept for a time, and used by this store alone */
  constructor(private readonly files: FileStore) {}

  /**
   * @param parts of 64 MiB together at most
   * @param name writes what names the bundle, which is on the disk by then; where that fails, the bytes go again and the failure stands
   */
  async keep(parts: readonly Buffer[], name: (bundle: string) => Promise<unknown>): Promise<void> {
    const bundle = await this.put(parts);
    try {
      await name(bundle);
    } catch (error) {
      await this.remove(bundle).catch(() => undefined);
      throw error;
    }
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

  /** Damaged or whole. Safe to repeat. */
  remove(bundle: string): Promise<void> {
    return this.files.remove(bundle);
  }

  /** The bundles, damaged ones too, that were written before a moment by the clock of the store. What cannot be looked at is left out. */
  writtenBefore(moment: Date): Promise<readonly string[]> {
    return this.files.writtenBefore(moment);
  }

  /** Removes what killed processes had begun. @param now in milliseconds since 1970 */
  sweep(now: number): Promise<void> {
    return this.files.sweep(now);
  }

  close(): void {
    this.files.close();
  }

  private async put(parts: readonly Buffer[]): Promise<string> {
    const named = new Map(parts.map((part) => [sha256Of(part), part]));
    const index = [...named].map(([sha256, { length }]) => [sha256, length]);
    const head = Buffer.from(`${JSON.stringify({ bundle: randomUUID(), parts: index })}\n`, 'utf8');
    return this.files.put(await packed(Buffer.concat([head, ...named.values()])));
  }

  private async whole(bundle: string): Promise<Buffer | null> {
    if ((await this.files.stateOf(bundle)) === 'missing') return null;
    return unpacked(await this.files.get(bundle), { maxOutputLength: MAX_BYTES });
  }
}
