import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Bytes } from './domain/contents.js';

const OWNER_ONLY = { folder: 0o700, file: 0o600 };

/**
 * Copies a file under a temporary name, and renames it once it is complete and flushed to disk.
 *
 * @param expected sha256 of the file; left out, the copy is not compared
 * @returns sha256 and bytes @throws ChecksumMismatch when its bytes are not those expected
 */
export function verifiedCopy(from: string, to: string, expected?: string): Promise<Bytes> {
  return writtenWhole(dirname(to), async (half) => {
    const written = await writeCounted(createReadStream(from), half);
    if (expected !== undefined && written.sha256 !== expected) throw new ChecksumMismatch(from);
    return { ...written, to };
  });
}

/**
 * Writes a file under a temporary name, and renames it to what the work answers.
 *
 * @param write must flush what it writes
 */
export async function writtenWhole<T extends { readonly to: string }>(
  folder: string,
  write: (half: string) => Promise<T>,
): Promise<Omit<T, 'to'>> {
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
  const half = join(folder, `.${randomUUID()}`);
  try {
    const { to, ...written } = await write(half);
    await rename(half, to);
    return written;
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

/** Writes pieces to a file, flushed to disk. @returns sha256 and bytes of what was written */
export async function writeCounted(pieces: AsyncIterable<Uint8Array>, to: string): Promise<Bytes> {
  const count = new Count();
  await pipeline(count.over(pieces), createWriteStream(to, { mode: OWNER_ONLY.file, flush: true }));
  return count.bytes();
}

/** Hashes and counts pieces that pass. */
export class Count {
  private readonly hash = createHash('sha256');
  private size = 0;

  async *over(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      this.hash.update(piece);
      this.size += piece.length;
      yield piece;
    }
  }

  /** Of all that has passed; once only. */
  bytes(): Bytes {
    return { sha256: this.hash.digest('hex'), size: this.size };
  }
}

/** A file does not have the sha256 that it should have. */
export class ChecksumMismatch extends Error {
  constructor(readonly path: string) {
    super(`Tệp ${path} không còn như khi ghi.`);
  }
}

/** Hashes a file. @returns null where it does not exist */
export async function hashFileAt(place: string): Promise<Bytes | null> {
  const found = await stat(place).catch(() => null);
  if (found === null || !found.isFile()) return null;
  const hash = createHash('sha256');
  await pipeline(createReadStream(place), hash);
  return { sha256: hash.digest('hex'), size: found.size };
}

/** Flushes the folder's entries to disk, so that renames survive a crash. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
