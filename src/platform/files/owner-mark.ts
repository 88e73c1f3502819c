import { randomUUID } from 'node:crypto';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { FilesPlace, FileSettings } from '../../config/file-settings.js';
import { MemoryBytes } from '../../kernel/held-bytes.js';
import { sha256Of } from '../../kernel/sha256.js';
import { FileStoreAway, isSystemError } from './file-errors.js';
import { openBucket } from './open-file-store.js';

/** Lies in a place that other installations could reach, and says whose it is. */
export const OWNER_FILE = '.hoi-am.json';

const owner = z.object({ agency: z.string(), installation: z.string() });

/** An installation: its agency, and what only its own machines know. */
export type Owner = z.infer<typeof owner>;

/** The installation that marked a place; null: the place is not marked, or does not answer. Only reads. */
export async function ownerOf(settings: FileSettings, place: FilesPlace): Promise<Owner | null> {
  const text = await readMark(settings, place);
  try {
    return text === null ? null : owner.parse(JSON.parse(text));
  } catch {
    // Not a mark of ours, which is never there by half.
    return { agency: '?', installation: '' };
  }
}

/** Marks a place, unless it is marked already. A place that cannot be written now is marked at another start. */
export async function markAsOwn(settings: FileSettings, place: FilesPlace, own: Owner): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(own)}\n`);
  if (place.kind === 'folder') {
    await markFolder(place.directory, bytes);
    return;
  }
  const bucket = openBucket(settings, place);
  try {
    await bucket.putNew(OWNER_FILE, new MemoryBytes(bytes), sha256Of(bytes));
  } catch (error) {
    if (!(error instanceof FileStoreAway)) throw error;
  } finally {
    bucket.close();
  }
}

/** Whole or not at all: half a mark, left by a full disk or read while it is written, would be taken for that of another installation. */
async function markFolder(directory: string, bytes: Buffer): Promise<void> {
  const half = join(directory, `.${randomUUID()}`);
  try {
    await writeFile(half, bytes, { mode: 0o600, flush: true });
    await link(half, join(directory, OWNER_FILE));
  } catch (error) {
    requireExpected(error);
  } finally {
    await unlink(half).catch(() => undefined);
  }
}

async function readMark(settings: FileSettings, place: FilesPlace): Promise<string | null> {
  if (place.kind === 'folder') return readFile(join(place.directory, OWNER_FILE), 'utf8').catch(() => null);
  const bucket = openBucket(settings, place);
  const pieces: Buffer[] = [];
  try {
    const isThere = await bucket.read(OWNER_FILE, (piece) => pieces.push(piece));
    return isThere ? Buffer.concat(pieces).toString('utf8') : null;
  } catch (error) {
    if (error instanceof FileStoreAway) return null;
    throw error;
  } finally {
    bucket.close();
  }
}

/** Marked already, not mounted, closed to us, full: other checks say so; or on a disk that has no links, where a place stays unmarked. */
function requireExpected(error: unknown): void {
  if (!EXPECTED.some((code) => isSystemError(error, code))) throw error;
}

const EXPECTED = ['EEXIST', 'ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTSUP', 'EOPNOTSUPP'];
