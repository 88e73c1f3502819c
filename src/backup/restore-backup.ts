import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DATABASE_FILE, listed, LIST_FILE, placeOfFile, type FoundBackup } from './backup-folder.js';
import type { HeldFile } from './domain/contents.js';
import { heldAt, provedCopy, settle } from './proved-copy.js';

const KEYS = 'bi-mat';

/** Where a backup is put back. */
export interface Target {
  readonly dataDirectory: string;
  /** The file of the embedded database; null where it is on a server. */
  readonly databaseFile: string | null;
  /** The file that tells the software that it starts on a restored database. */
  readonly restoredFile: string;
}

/** What is not as it was when the backup was written, by its path in the backup; all is read. */
export async function flawsOf({ folder, pool, contents }: FoundBackup): Promise<readonly string[]> {
  const { database, beside, files } = contents;
  const flaws: string[] = [];
  for (const held of [...(database ? [database] : []), ...beside, files.list]) {
    if (!isSame(await heldAt(folder, held.path), held)) flaws.push(held.path);
  }
  if (flaws.includes(files.list.path)) return flaws;
  for (const { name, size } of listed(await readFile(join(folder, LIST_FILE), 'utf8'))) {
    const path = placeOfFile(name);
    if (!isSame(await heldAt(pool, path), { path, sha256: name.slice(-64), size })) flaws.push(join('tep', path));
  }
  return flaws;
}

/** What already stands where the backup is to go and would be lost, or keys that are others than its own; nothing of it is touched. */
export async function standingIn(
  { contents }: FoundBackup,
  { dataDirectory, databaseFile }: Target,
): Promise<readonly string[]> {
  const places = databaseFile === null ? [] : [databaseFile, `${databaseFile}-wal`, `${databaseFile}-shm`];
  const inTheWay: string[] = [];
  for (const place of places) if (await isFilled(place)) inTheWay.push(place);
  for (const { path, sha256 } of contents.beside.filter((held) => held.path.startsWith(KEYS))) {
    const there = await heldAt(dataDirectory, path);
    if (there !== null && there.sha256 !== sha256) inTheWay.push(join(dataDirectory, path));
  }
  return inTheWay;
}

/**
 * Puts a backup back: the stored files beside those that are there, keys and anchors, the word that this is a restored database, and the database last. Cut
 * off at any moment it can be begun again. No newer stored file is removed; no anchor is overwritten.
 *
 * @throws Unlike when a file is not as it was
 */
export async function restoreBackup(
  { folder, pool, contents }: FoundBackup,
  { dataDirectory, databaseFile, restoredFile }: Target,
  progress: (files: number) => void,
): Promise<void> {
  let files = 0;
  for (const { name, size } of listed(await readFile(join(folder, LIST_FILE), 'utf8'))) {
    const [from, to] = [join(pool, placeOfFile(name)), join(dataDirectory, 'tep', placeOfFile(name))];
    if ((await stat(to).catch(() => null))?.size !== size) await provedCopy(from, to, name.slice(-64));
    progress((files += 1));
  }
  for (const { path, sha256 } of contents.beside) {
    const to = join(dataDirectory, path);
    if (!(await isFilled(to))) await provedCopy(join(folder, path), to, sha256);
  }
  await writeFile(restoredFile, '', { mode: 0o600, flush: true });
  if (contents.database === null || databaseFile === null) return;
  const half = `${databaseFile}.dang-phuc-hoi`;
  await provedCopy(join(folder, DATABASE_FILE), half, contents.database.sha256);
  await rename(half, databaseFile);
  await settle(dirname(databaseFile));
}

function isSame(found: HeldFile | null, { sha256, size }: HeldFile): boolean {
  return found !== null && found.sha256 === sha256 && found.size === size;
}

function isFilled(path: string): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size > 0,
    () => false,
  );
}
