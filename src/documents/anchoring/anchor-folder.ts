import { mkdir, open, readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Settings } from '../../config/settings.js';
import { isSystemError } from '../../platform/files/file-errors.js';

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
