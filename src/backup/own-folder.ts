import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from './backup-lock.js';

/**
 * Works in a folder of its own, which goes after the work with all that lies in it.
 *
 * @param beside where it is made; what a process that was cut off left there for the same purpose goes first
 */
export async function inOwnFolder<T>(
  beside: string,
  purpose: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const begin = `.${purpose}-`;
  const isLeftOver = (name: string): boolean =>
    name.startsWith(begin) && !isRunning(Number.parseInt(name.slice(begin.length), 10));
  for (const name of await readdir(beside)) if (isLeftOver(name)) await clear(join(beside, name));
  const folder = await mkdtemp(join(beside, `${begin}${String(process.pid)}-`));
  try {
    return await work(folder);
  } finally {
    await clear(folder);
  }
}

function clear(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
