import { randomUUID } from 'node:crypto';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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

/**
 * The installation that marked a place; null: the place is not marked, or does not answer. Only reads.
 *
 * A beginning of our own mark is none: only a disk without links, and a start that was killed, leave one, and the next start finishes it.
 */
export async function ownerOf(settings: FileSettings, place: FilesPlace, own: Owner): Promise<Owner | null> {
  const text = await readMark(settings, place);
  if (text === null || isBeginning(text, markOf(own))) return null;
  try {
    return owner.parse(JSON.parse(text));
  } catch {
    return { agency: '?', installation: '' };
  }
}

/**
 * Marks a place, unless it is marked already. A place that cannot be written now is marked at another start.
 *
 * @param linked gives a file a second name, as the disk of a folder does it
 */
export async function markAsOwn(
  settings: FileSettings,
  place: FilesPlace,
  own: Owner,
  linked: typeof link = link,
): Promise<void> {
  if (place.kind === 'folder') {
    await markFolder(place.directory, markOf(own), linked);
    return;
  }
  const bytes = Buffer.from(markOf(own));
  const bucket = openBucket(settings, place);
  try {
    await bucket.putNew(OWNER_FILE, new MemoryBytes(bytes), sha256Of(bytes));
  } catch (error) {
    if (!(error instanceof FileStoreAway)) throw error;
  } finally {
    bucket.close();
  }
}

/** Whole or not at all, where the disk has links: half a mark is taken for that of another installation by all but the one that wrote it. */
async function markFolder(directory: string, mark: string, linked: typeof link): Promise<void> {
  const path = join(directory, OWNER_FILE);
  const half = join(directory, `.${randomUUID()}`);
  try {
    await writeFile(half, mark, { mode: 0o600, flush: true });
    await linked(half, path).catch(async (error: unknown) => {
      if (!isOneOf(NO_LINKS, error)) throw error;
      await writeFile(path, mark, { mode: 0o600, flag: 'wx', flush: true });
    });
  } catch (error) {
    if (!isOneOf(EXPECTED, error)) throw error;
    await finishMark(path, mark);
  } finally {
    await unlink(half).catch(() => undefined);
  }
}

/** Writes the rest of our own mark, unless another start is just writing one. */
async function finishMark(path: string, mark: string): Promise<void> {
  const isHalf = async (): Promise<boolean> => isBeginning(await readFile(path, 'utf8'), mark);
  try {
    if (!(await isHalf())) return;
    await pause(WRITTEN_MS);
    if (!(await isHalf())) return;
    await writeFile(path, mark, { flag: 'r+', flush: true });
    await pause(WRITTEN_MS);
  } catch (error) {
    if (!isOneOf(EXPECTED, error)) throw error;
  }
}

function markOf(own: Owner): string {
  return `${JSON.stringify(own)}\n`;
}

function isBeginning(text: string, mark: string): boolean {
  return text.length < mark.length && mark.startsWith(text);
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

function isOneOf(codes: readonly string[], error: unknown): boolean {
  return codes.some((code) => isSystemError(error, code));
}

/** Longer than a start takes to write its mark, once the file is there. */
const WRITTEN_MS = 2000;

/** What disks without links answer: CIFS, FAT, some of FUSE. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** Marked already, not mounted, closed to us, full: other checks say so. */
const EXPECTED = ['EEXIST', 'ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'];
