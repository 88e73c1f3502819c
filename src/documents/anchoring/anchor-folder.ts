import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Settings } from '../../config/settings.js';
import { isSystemError } from '../../platform/files/file-errors.js';
import { ANCHOR_FILE, type SignedAnchor } from '../domain/anchor.js';
import { isSigned } from '../domain/signed.js';

/** The folder that ought to lie on another machine. @returns its path */
export async function openAnchorFolder({
  dataDirectory,
  anchors,
}: Pick<Settings, 'dataDirectory' | 'anchors'>): Promise<string> {
  // A folder elsewhere must be there: made here, it would lie under the mount point of a disk that is not mounted.
  if (!relative(dataDirectory, anchors).startsWith('..')) await mkdir(anchors, { recursive: true });
  return anchors;
}

/** Under its own name at once: where files may only be added, nothing may be renamed. */
export async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The same where another run may have come so far. @throws Error `EEXIST` when something else, or half of it, stands there: a person must look */
export async function writeOnce(path: string, text: string): Promise<void> {
  try {
    await writeNew(path, text);
  } catch (error) {
    if (!isSystemError(error, 'EEXIST') || (await readFile(path, 'utf8')) !== text) throw error;
  }
}

/** The newest that can be read and was signed: one that was cut off while it was written says nothing. */
export async function lastAnchorIn(folder: string): Promise<SignedAnchor | null> {
  const names = (await readdir(folder)).filter((name) => ANCHOR_FILE.test(name)).sort();
  for (const name of names.toReversed()) {
    const anchor = parsed(await readFile(join(folder, name), 'utf8'));
    if (anchor !== null && isSigned(anchor)) return anchor;
  }
  return null;
}

function parsed(text: string): SignedAnchor | null {
  try {
    return JSON.parse(text) as SignedAnchor;
  } catch {
    return null;
  }
}
