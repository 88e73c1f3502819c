import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { FileDamaged, isSystemError } from '../platform/files/file-errors.js';
import { isWithin } from '../platform/files/is-within.js';
import { SHA256, type FileStore } from '../platform/files/file-store.js';
import { EVIDENCE, type Stores } from '../platform/files/open-file-store.js';
import {
  BACKUPS,
  backupsIn,
  DATABASE_FILE,
  LIST_FILE,
  listed,
  placeOfFile,
  POOL,
  sweepUnfinished,
  writeContents,
} from './backup-folder.js';
import { whileHeld } from './backup-lock.js';
import { FORMAT, FORMAT_VERSION, outlived, type Contents, type HeldFile } from './domain/contents.js';
import { backupName } from './domain/nightly.js';
import { hashFileAt, verifiedCopy, syncFolder, ChecksumMismatch } from './verified-copy.js';

/** What is backed up. */
export interface Source {
  readonly software: string;
  readonly agencyCode: string;
  readonly dataDirectory: string;
  readonly stores: Stores;
  /** Where anchors lie; they are taken along where that is inside the data directory. */
  readonly anchors: string;
  /**
   * Writes the embedded database as it is at one moment, while others go on writing.
   * @returns the steps it has had, and the files it names; null where the database is on a server
   */
  readonly snapshot:
    | ((path: string) => Promise<{ readonly steps: readonly string[]; readonly named: ReadonlySet<string> }>)
    | null;
}

export interface BackupRun {
  readonly now: Date;
  /** ISO 8601, in Việt Nam's time. */
  readonly takenAt: string;
  /** How many backups stay, this one with them; null = all. */
  readonly keep: number | null;
  /** Files so far; for people who wait. */
  readonly progress: (files: number) => void;
}

export interface WrittenBackup {
  readonly folder: string;
  readonly contents: Contents;
  /** Stored files that the folder did not have yet. */
  readonly added: number;
  /** Files that the database names and the store has not, or not whole. */
  readonly missing: readonly string[];
  /** Backups that were removed, by name. */
  readonly removed: readonly string[];
}

/**
 * Writes a backup beside those that the folder has: the database at one moment, then keys, anchors and every stored file. In that order each file that the
 * database names is there: it was stored before it was named, and is not removed. Files lie in the folder once for all its backups.
 *
 * Until it is whole the backup has no name; a run that was cut off leaves nothing that the next one does not take away.
 *
 * @throws BackupUnderWay
 */
export async function writeBackup(source: Source, root: string, run: BackupRun): Promise<WrittenBackup> {
  await makeFolder(root);
  await makeFolder(join(root, BACKUPS));
  return whileHeld(root, async () => {
    await sweepUnfinished(root);
    const name = backupName(run.now);
    const half = join(root, BACKUPS, `.${name}`);
    await mkdir(half, { recursive: true, mode: 0o700 });
    const written = await write(source, { root, half }, run);
    await rename(half, join(root, BACKUPS, name));
    await syncFolder(join(root, BACKUPS));
    const removed = run.keep === null ? [] : await removeOutlived(root, run.keep);
    return { ...written, folder: join(root, BACKUPS, name), removed };
  });
}

/** One level only: what is to lie on another disk must not be made on this one because that is not mounted. */
async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (!isSystemError(error, 'EEXIST')) throw error;
  });
}

async function write(
  source: Source,
  { root, half }: { readonly root: string; readonly half: string },
  run: BackupRun,
): Promise<Omit<WrittenBackup, 'folder' | 'removed'>> {
  const taken = (await source.snapshot?.(join(half, DATABASE_FILE))) ?? null;
  if (taken !== null) await syncFolder(join(half, DATABASE_FILE));
  const database = taken && { ...(await mustHold(half, DATABASE_FILE)), steps: taken.steps };
  const beside = await copyBeside(source, half);
  const stored = await copyStored(
    source.stores,
    { pool: join(root, POOL), named: taken?.named ?? new Set() },
    run.progress,
  );
  const list = stored.names.map(({ name, size }) => `${name} ${String(size)}\n`).join('');
  await writeFile(join(half, LIST_FILE), list, { mode: 0o600, flush: true });
  const contents: Contents = {
    format: FORMAT,
    version: FORMAT_VERSION,
    software: source.software,
    agencyCode: source.agencyCode,
    takenAt: run.takenAt,
    database,
    beside,
    files: {
      list: await mustHold(half, LIST_FILE),
      count: stored.names.length,
      bytes: stored.names.reduce((sum, { size }) => sum + size, 0),
    },
  };
  await writeContents(half, contents);
  const has = new Set(stored.names.map(({ name }) => name));
  return { contents, added: stored.added, missing: [...(taken?.named ?? [])].filter((name) => !has.has(name)) };
}

/** Keys, and anchors that lie with the data. */
async function copyBeside({ dataDirectory, anchors }: Source, half: string): Promise<readonly HeldFile[]> {
  const isInside = isWithin(dataDirectory, anchors);
  const folders = ['bi-mat', ...(isInside ? [relative(dataDirectory, anchors)] : [])];
  const held: HeldFile[] = [];
  for (const folder of folders) {
    for (const name of await filesIn(join(dataDirectory, folder))) {
      const path = join(folder, name);
      held.push({ path, ...(await verifiedCopy(join(dataDirectory, path), join(half, path))) });
    }
  }
  return held;
}

interface Stored {
  readonly names: readonly { readonly name: string; readonly size: number }[];
  readonly added: number;
}

/**
 * Each file that hashes to its name; what is damaged is not backed up as if it were whole.
 *
 * @param named files that the database names: a list of a store elsewhere may lag behind
 */
async function copyStored(
  stores: Stores,
  { pool, named }: { readonly pool: string; readonly named: ReadonlySet<string> },
  progress: (files: number) => void,
): Promise<Stored> {
  const sizes = new Map<string, number>();
  let added = 0;
  const copyOne = async (store: FileStore, name: string, size: number | null): Promise<void> => {
    const to = join(pool, placeOfFile(name));
    const there = await sizeAt(to);
    if (size === null || there !== size) {
      const copied = await copiedFrom(store, to, name.slice(-64));
      if (copied === null) return;
      added += 1;
    }
    sizes.set(name, size ?? (await sizeAt(to)) ?? 0);
    progress(sizes.size);
  };
  for await (const { sha256, size } of stores.files.list()) await copyOne(stores.files, sha256, size);
  for (const sha256 of named) if (!sizes.has(sha256)) await copyOne(stores.files, sha256, null);
  for await (const { sha256, size } of stores.evidence.list())
    await copyOne(stores.evidence, `${EVIDENCE}/${sha256}`, size);
  return { names: [...sizes].map(([name, size]) => ({ name, size })), added };
}

/** @returns null where the store has not got it whole; evidence that is kept for a time may go while it is read */
async function copiedFrom(store: FileStore, to: string, sha256: string): Promise<number | null> {
  try {
    return (await verifiedCopy(await store.localPath(sha256), to, sha256)).size;
  } catch (error) {
    if (isSystemError(error, 'ENOENT') || error instanceof ChecksumMismatch || error instanceof FileDamaged)
      return null;
    throw error;
  }
}

async function* filesInPool(pool: string): AsyncGenerator<string> {
  for (const below of ['', EVIDENCE]) {
    for (const folder of (await namesIn(join(pool, below))).filter((name) => /^[0-9a-f]{2}$/u.test(name))) {
      for (const name of await namesIn(join(pool, below, folder))) {
        if (SHA256.test(name)) yield join(below, name);
      }
    }
  }
}

/** Files of the pool that no backup lists any more go with those that did. */
async function removeOutlived(root: string, keep: number): Promise<readonly string[]> {
  const names = await backupsIn(root);
  const gone = outlived(names, keep);
  if (gone.length === 0) return [];
  const needed = new Set<string>();
  for (const name of names.filter((one) => !gone.includes(one))) {
    for (const file of listed(await readFile(join(root, BACKUPS, name, LIST_FILE), 'utf8'))) needed.add(file.name);
  }
  for (const name of gone) await rm(join(root, BACKUPS, name), { recursive: true });
  for await (const name of filesInPool(join(root, POOL))) {
    if (!needed.has(name)) await rm(join(root, POOL, placeOfFile(name)), { force: true });
  }
  return gone;
}

async function mustHold(folder: string, path: string): Promise<HeldFile> {
  const held = await hashFileAt(folder, path);
  if (held === null) throw new Error(`Không ghi được ${join(folder, path)}.`);
  return held;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).then(
    (names) => names.toSorted(),
    () => [],
  );
}

function sizeAt(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}
