import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { sha256Of } from '../kernel/sha256.js';
import { FileDamaged, isSystemError } from '../platform/files/file-errors.js';
import { isWithin } from '../platform/files/is-within.js';
import type { FileStore } from '../platform/files/file-store.js';
import { EVIDENCE, type Stores } from '../platform/files/open-file-store.js';
import {
  BACKUPS,
  backupsIn,
  DATABASE_FILE,
  LIST_FILE,
  listed,
  poolNameOf,
  sweepUnfinished,
  writeContents,
} from './backup-folder.js';
import { whileHeld } from './backup-lock.js';
import {
  CLEAR_POOL,
  FORMAT,
  FORMAT_VERSION,
  outlived,
  POOL,
  sealedPool,
  type Bytes,
  type Contents,
  type HeldFile,
} from './domain/contents.js';
import { backupName } from './domain/nightly.js';
import { namesIn, Pool } from './pool.js';
import { inOwnFolder } from './own-folder.js';
import { Sealer } from './seal.js';
import { hashFileAt, verifiedCopy, syncFolder, ChecksumMismatch } from './verified-copy.js';

/** What is backed up. */
export interface Source {
  readonly software: string;
  readonly agencyCode: string;
  readonly dataDirectory: string;
  readonly stores: Stores;
  /** Public keys of those who can open the backup; none: it is not encrypted. */
  readonly recipients: readonly string[];
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
    const places = await placesIn(root, half, source.recipients);
    await places.pool.sweepUnfinished();
    const written = await write(source, places, run);
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

/** Where a backup is written, and how: encrypted where there is a sealer. */
interface Places {
  readonly half: string;
  readonly pool: Pool;
  readonly sealer: Sealer | null;
}

async function placesIn(root: string, half: string, recipients: readonly string[]): Promise<Places> {
  if (recipients.length === 0) return { half, pool: new Pool(join(root, CLEAR_POOL), false), sealer: null };
  const name = sealedPool(sha256Of(recipients.toSorted().join('\n')));
  return { half, pool: new Pool(join(root, name), true), sealer: await Sealer.for(recipients) };
}

async function write(
  source: Source,
  places: Places,
  run: BackupRun,
): Promise<Omit<WrittenBackup, 'folder' | 'removed'>> {
  const { half, pool } = places;
  const taken = await copyDatabase(source, places);
  const beside = await copyBeside(source, places);
  const stored = await copyStored(source.stores, { ...places, named: taken?.named ?? new Set() }, run.progress);
  const list = stored.names.map(({ name, size }) => `${name} ${String(size)}\n`).join('');
  await writeFile(join(half, LIST_FILE), list, { mode: 0o600, flush: true });
  const contents: Contents = {
    format: FORMAT,
    version: FORMAT_VERSION,
    software: source.software,
    agencyCode: source.agencyCode,
    takenAt: run.takenAt,
    recipients: source.recipients,
    pool: basename(pool.folder),
    database: taken && { ...taken.held, steps: taken.steps },
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

interface TakenDatabase {
  readonly held: HeldFile;
  readonly steps: readonly string[];
  readonly named: ReadonlySet<string>;
}

/** To be encrypted, it is first written beside the data: it never lies readable where the backups are. */
async function copyDatabase(source: Source, { half, sealer }: Places): Promise<TakenDatabase | null> {
  const { snapshot } = source;
  if (snapshot === null) return null;
  if (sealer === null) {
    const taken = await snapshot(join(half, DATABASE_FILE));
    await syncFolder(join(half, DATABASE_FILE));
    return { ...taken, held: await mustHold(half, DATABASE_FILE) };
  }
  return inOwnFolder(source.dataDirectory, 'sao-luu', async (folder) => {
    const taken = await snapshot(join(folder, DATABASE_FILE));
    return { ...taken, held: await copyOne(join(folder, DATABASE_FILE), DATABASE_FILE, { half, sealer }) };
  });
}

async function copyOne(from: string, path: string, { half, sealer }: Omit<Places, 'pool'>): Promise<HeldFile> {
  if (sealer === null) return { path, ...(await verifiedCopy(from, join(half, path))) };
  const to = join(half, `${path}.age`);
  return { path, ...(await sealer.copy(from, { folder: dirname(to), to: () => to })) };
}

/** Keys, and anchors that lie with the data. */
async function copyBeside({ dataDirectory, anchors }: Source, places: Places): Promise<readonly HeldFile[]> {
  const isInside = isWithin(dataDirectory, anchors);
  const folders = ['bi-mat', ...(isInside ? [relative(dataDirectory, anchors)] : [])];
  const held: HeldFile[] = [];
  for (const folder of folders) {
    for (const name of await filesIn(join(dataDirectory, folder)))
      held.push(await copyOne(join(dataDirectory, folder, name), join(folder, name), places));
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
  places: Places & { readonly named: ReadonlySet<string> },
  progress: (files: number) => void,
): Promise<Stored> {
  const sizes = new Map<string, number>();
  let added = 0;
  const copy = async (store: FileStore, name: string, size: number | null): Promise<void> => {
    const there = await places.pool.find(name);
    // What is encrypted is longer than the file itself; that it is whole says its name.
    const isThere =
      there !== null && size !== null && (places.sealer === null ? there.size === size : there.size > size);
    const copied = isThere ? size : await copiedFrom(store, name, places);
    if (copied === null) return;
    if (!isThere) added += 1;
    // What is encrypted is named by its bytes too, so that the new file does not replace the one that was cut off.
    if (!isThere && places.sealer !== null && there !== null) await rm(there.place);
    sizes.set(name, copied);
    progress(sizes.size);
  };
  for await (const { sha256, size } of stores.files.list()) await copy(stores.files, sha256, size);
  for (const sha256 of places.named) if (!sizes.has(sha256)) await copy(stores.files, sha256, null);
  for await (const { sha256, size } of stores.evidence.list())
    await copy(stores.evidence, `${EVIDENCE}/${sha256}`, size);
  return { names: [...sizes].map(([name, size]) => ({ name, size })), added };
}

/** @returns its size; null where the store has not got it whole; evidence that is kept for a time may go while it is read */
async function copiedFrom(store: FileStore, name: string, { pool, sealer }: Places): Promise<number | null> {
  const sha256 = name.slice(-64);
  try {
    const from = await store.localPath(sha256);
    const to = pool.place(name);
    if (sealer === null) return (await verifiedCopy(from, to, sha256)).size;
    const place = { folder: dirname(to), to: (sealed: Bytes) => pool.place(name, sealed.sha256) };
    return (await sealer.copy(from, place, sha256)).size;
  } catch (error) {
    if (isSystemError(error, 'ENOENT') || error instanceof ChecksumMismatch || error instanceof FileDamaged)
      return null;
    throw error;
  }
}

/** Files of the pools that no backup lists any more go with those that did. */
async function removeOutlived(root: string, keep: number): Promise<readonly string[]> {
  const names = await backupsIn(root);
  const gone = outlived(names, keep);
  if (gone.length === 0) return [];
  const pools = (await namesIn(root)).filter((name) => POOL.test(name));
  const needed = new Map(pools.map((name) => [name, new Set<string>()]));
  for (const name of names.filter((one) => !gone.includes(one))) {
    const folder = join(root, BACKUPS, name);
    // Whose description cannot be read may need them all.
    const own = await poolNameOf(folder);
    const lists = own === null ? [...needed.values()] : [needed.get(own)];
    for (const file of listed(await readFile(join(folder, LIST_FILE), 'utf8')))
      for (const list of lists) list?.add(file.name);
  }
  for (const name of gone) await rm(join(root, BACKUPS, name), { recursive: true });
  for (const [name, files] of needed) await sweepPool(new Pool(join(root, name), name !== CLEAR_POOL), files);
  return gone;
}

async function sweepPool(pool: Pool, needed: ReadonlySet<string>): Promise<void> {
  if (needed.size === 0) return rm(pool.folder, { recursive: true });
  for await (const { name, place } of pool.all()) if (!needed.has(name)) await rm(place, { force: true });
}

async function mustHold(folder: string, path: string): Promise<HeldFile> {
  const held = await hashFileAt(join(folder, path));
  if (held === null) throw new Error(`Không ghi được ${join(folder, path)}.`);
  return { path, ...held };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}
