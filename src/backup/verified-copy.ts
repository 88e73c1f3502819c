import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HeldFile } from './domain/contents.js';

const OWNER_ONLY = { folder: 0o700, file: 0o600 };

/**
 * Copies a file under a temporary name, and renames it once it is complete and flushed to disk.
 *
 * @param expected sha256 of the file; left out, the copy is not compared
 * @returns sha256 and bytes @throws ChecksumMismatch when its bytes are not those expected
 */
export async function verifiedCopy(from: string, to: string, expected?: string): Promise<Omit<HeldFile, 'path'>> {
  await mkdir(dirname(to), { recursive: true, mode: OWNER_ONLY.folder });
  const half = join(dirname(to), `.${randomUUID()}`);
  const hash = createHash('sha256');
  let size = 0;
  const count = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      size += piece.length;
      done(null, piece);
    },
  });
  try {
    await pipeline(createReadStream(from), count, createWriteStream(half, { mode: OWNER_ONLY.file, flush: true }));
    const sha256 = hash.digest('hex');
    if (expected !== undefined && sha256 !== expected) throw new ChecksumMismatch(from);
    await rename(half, to);
    return { sha256, size };
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

/** A file does not have the sha256 that it should have. */
export class ChecksumMismatch extends Error {
  constructor(readonly path: string) {
    super(`Tệp ${path} không còn như khi ghi.`);
  }
}

/** Hashes a file. @returns null where it does not exist */
export async function hashFileAt(folder: string, path: string): Promise<HeldFile | null> {
  const place = join(folder, path);
  const found = await stat(place).catch(() => null);
  if (found === null || !found.isFile()) return null;
  const hash = createHash('sha256');
  await pipeline(createReadStream(place), hash);
  return { path, sha256: hash.digest('hex'), size: found.size };
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
