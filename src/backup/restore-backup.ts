import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { listed, LIST_FILE, type FoundBackup } from './backup-folder.js';
import { placeOf, type HeldFile } from './domain/contents.js';
import type { PooledFile } from './pool.js';
import type { Opener } from './seal.js';
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

/**
 * Files that changed or are missing since the backup was written, by their path in it. Reads the whole backup; what is encrypted is also opened where an identity
 * was given.
 */
export async function damagedFiles(backup: FoundBackup): Promise<readonly string[]> {
  const { folder, contents, opener } = backup;
  const { database, beside, files } = contents;
  const flaws: string[] = [];
  for (const held of [...(database ? [database] : []), ...beside, files.list]) {
    const found = { place: join(folder, placeOf(held)), sha256: (held.sealed ?? held).sha256 };
    if (!(await isWhole(found, held.sha256, held.sealed && opener))) flaws.push(placeOf(held));
  }
  if (flaws.includes(files.list.path)) return flaws;
  return [...flaws, ...(await damagedStored(backup))];
}

async function damagedStored({ folder, pool, opener }: FoundBackup): Promise<readonly string[]> {
  const flaws: string[] = [];
  for (const { name } of listed(await readFile(join(folder, LIST_FILE), 'utf8'))) {
    const found = await pool.find(name);
    if (found === null || !(await isWhole(found, name.slice(-64), opener)))
      flaws.push(relative(dirname(pool.folder), found?.place ?? pool.place(name)));
  }
  return flaws;
}

async function isWhole(
  { place, sha256 }: Pick<PooledFile, 'place' | 'sha256'>,
  inside: string,
  opener: Opener | null | undefined,
): Promise<boolean> {
  if ((await hashFileAt(place))?.sha256 !== sha256) return false;
  return !opener || (await opener.bytes(place))?.sha256 === inside;
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
    const there = await hashFileAt(join(dataDirectory, path));
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
    if (there[part].get(sha256) !== size) await putBack(stores[part], name, backup);
    progress((files += 1));
  }
  await restoreBeside(backup, target);
}

/** What stands beside the stored files: keys, anchors, the mark of a restored database, and the database. */
export async function restoreBeside(
  backup: FoundBackup,
  { dataDirectory, databaseFile, restoredFile }: Omit<Target, 'stores'>,
): Promise<void> {
  const { contents } = backup;
  for (const held of contents.beside) {
    const to = join(dataDirectory, held.path);
    if (!(await isFilled(to))) await copyBack(backup, held, to);
  }
  await writeFile(restoredFile, '', { mode: 0o600, flush: true });
  if (contents.database === null || databaseFile === null) return;
  const half = `${databaseFile}.dang-phuc-hoi`;
  await copyBack(backup, contents.database, half);
  await rename(half, databaseFile);
  await syncFolder(dirname(databaseFile));
}

async function sizesIn(store: FileStore): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for await (const { sha256, size } of store.list()) sizes.set(sha256, size);
  return sizes;
}

async function copyBack({ folder, opener }: FoundBackup, held: HeldFile, to: string): Promise<void> {
  const from = join(folder, placeOf(held));
  await (held.sealed && opener ? opener.copy(from, to, held.sha256) : verifiedCopy(from, to, held.sha256));
}

async function putBack(store: FileStore, name: string, { pool, opener }: FoundBackup): Promise<void> {
  const from = (await pool.find(name))?.place ?? pool.place(name);
  const content = await (opener === null ? readFile(from) : opener.read(from));
  if ((await sha256InTurns(content)) !== name.slice(-64)) throw new ChecksumMismatch(from);
  await store.put(content);
}

function isFilled(path: string): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size > 0,
    () => false,
  );
}
