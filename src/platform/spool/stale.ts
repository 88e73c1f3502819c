import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Nothing takes so long to be written: what is older was left by a process that was killed. */
const STALE_MS = 6 * 60 * 60_000;

/**
 * Removes the files of a folder that processes began and did not come to end.
 *
 * @param now in milliseconds since 1970
 * @param isUnfinished says by its name whether a file is one that is still written, or was to be
 */
export async function removeStale(
  directory: string,
  now: number,
  isUnfinished: (name: string) => boolean,
): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  for (const name of names.filter(isUnfinished)) {
    const path = join(directory, name);
    const found = await stat(path).catch(() => null);
    if (found?.isFile() === true && now - found.mtimeMs > STALE_MS) await unlink(path).catch(() => undefined);
  }
}
