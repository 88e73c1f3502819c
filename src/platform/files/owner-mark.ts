import { readFile, writeFile } from 'node:fs/promises';
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

/** Whose a place is; null: nobody has said so, or it does not answer. Only reads. */
export async function ownerOf(settings: FileSettings, place: FilesPlace): Promise<Owner | null> {
  const text = await readMark(settings, place);
  try {
    return text === null ? null : owner.parse(JSON.parse(text));
  } catch {
    // Half written by somebody else: theirs all the same.
    return { agency: '?', installation: '' };
  }
}

/** Writes whose the place is, unless somebody has. A place that cannot be written now is marked at another start. */
export async function markAsOwn(settings: FileSettings, place: FilesPlace, own: Owner): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(own)}\n`);
  if (place.kind === 'folder') {
    await writeFile(join(place.directory, OWNER_FILE), bytes, { flag: 'wx', mode: 0o600 }).catch(heedNot);
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

/** There already, not mounted, or closed to us: other checks say so. */
function heedNot(error: unknown): void {
  if (!['EEXIST', 'ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC'].some((code) => isSystemError(error, code)))
    throw error;
}
