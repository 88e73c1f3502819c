import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DATABASE_FILE, listed, LIST_FILE, placeOfFile, type FoundBackup } from './backup-folder.js';
import type { HeldFile } from './domain/contents.js';
import type { FileStore } from '../platform/files/file-store.js';
import { EVIDENCE, type Stores } from '../platform/files/open-file-store.js';
import { sha256InTurns } from '../platform/files/sha256-in-turns.js';
import { ChecksumMismatch, hashFileAt, verifiedCopy, syncFolder } from './verified-copy.js';

const KEYS = 'bi-mat';

/** Where a backup is restored to. */
export interface Target {
  readonly dataDirectory: string;
  readonly stores: Stores;
  /** The file of the embedded database; null where it is on a server. */
  readonly databaseFile: string | null;
  /** The file that marks the database as restored, read at the next start. */
  readonly restoredFile: string;
}

/** Files that changed or are missing since the backup was written, by their path in it. Reads the whole backup. */
export async function damagedFiles({ folder, pool, contents }: FoundBackup): Promise<readonly string[]> {
  const { database, beside, files } = contents;
  const flaws: string[] = [];
  for (const held of [...(database ? [database] : []), ...beside, files.list]) {
    if (!isSame(await hashFileAt(folder, held.path), held)) flaws.push(held.path);
  }
  if (flaws.includes(files.list.path)) return flaws;
  for (const { name, size } of listed(await readFile(join(folder, LIST_FILE), 'utf8'))) {
    const path = placeOfFile(name);
    if (!isSame(await hashFileAt(pool, path), { path, sha256: name.slice(-64), size })) flaws.push(join('tep', path));
  }
  return flaws;
}

/** Files that a restore would overwrite, and keys that differ from those of the backup. Changes nothing. */
export async function blockingFiles(
  { contents }: FoundBackup,
  { dataDirectory, databaseFile }: Target,
): Promise<readonly string[]> {
  const places = databaseFile === null ? [] : [databaseFile, `${databaseFile}-wal`, `${databaseFile}-shm`];
  const inTheWay: string[] = [];
  for (const place of places) if (await isFilled(place)) inTheWay.push(place);
  for (const { path, sha256 } of contents.beside.filter((held) => held.path.startsWith(KEYS))) {
    const there = await hashFileAt(dataDirectory, path);
    if (there !== null && there.sha256 !== sha256) inTheWay.push(join(dataDirectory, path));
  }
  return inTheWay;
}

/**
 * Restores a backup: stored files, keys and anchors, the mark of a restored database, and the database last, so that an interrupted run can be repeated.
 * Newer stored files stay; no anchor is overwritten.
 *
 * @throws ChecksumMismatch when a file differs from the backup's list
 */
export async function restoreBackup(
  backup: FoundBackup,
  target: Target,
  progress: (files: number) => void,
): Promise<void> {
  const { stores } = target;
  const there = { files: await sizesIn(stores.files), evidence: await sizesIn(stores.evidence) };
  let files = 0;
  for (const { name, size } of listed(await readFile(join(backup.folder, LIST_FILE), 'utf8'))) {
    const part = name.startsWith(EVIDENCE) ? 'evidence' : 'files';
    const sha256 = name.slice(-64);
    if (there[part].get(sha256) !== size) await putBack(stores[part], join(backup.pool, placeOfFile(name)), sha256);
    progress((files += 1));
  }
  await restoreBeside(backup, target);
}

/** What stands beside the stored files: keys, anchors, the mark of a restored database, and the database. */
export async function restoreBeside(
  { folder, contents }: FoundBackup,
  { dataDirectory, databaseFile, restoredFile }: Omit<Target, 'stores'>,
): Promise<void> {
  for (const { path, sha256 } of contents.beside) {
    const to = join(dataDirectory, path);
    if (!(await isFilled(to))) await verifiedCopy(join(folder, path), to, sha256);
  }
  await writeFile(restoredFile, '', { mode: 0o600, flush: true });
  if (contents.database === null || databaseFile === null) return;
  const half = `${databaseFile}.dang-phuc-hoi`;
  await verifiedCopy(join(folder, DATABASE_FILE), half, contents.database.sha256);
  await rename(half, databaseFile);
  await syncFolder(dirname(databaseFile));
}

async function sizesIn(store: FileStore): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for await (const { sha256, size } of store.list()) sizes.set(sha256, size);
  return sizes;
}

async function putBack(store: FileStore, from: string, sha256: string): Promise<void> {
  const content = await readFile(from);
  if ((await sha256InTurns(content)) !== sha256) throw new ChecksumMismatch(from);
  await store.put(content);
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
