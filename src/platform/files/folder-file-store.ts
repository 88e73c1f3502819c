import { createHash, randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type HeldBytes, MemoryBytes } from '../../kernel/held-bytes.js';
import { FileBytes } from '../spool/file-bytes.js';
import { SHORT } from '../spool/spool.js';
import { removeStale } from '../spool/stale.js';
import { takeOver } from '../spool/take-over.js';
import { FileDamaged, isOfSystem, isSystemError, isUnreadable } from './file-errors.js';
import { FileStore, SHA256, type DamagedFile, type FileState, type KeptFor, type ListedFile } from './file-store.js';
import { sha256InTurns } from './sha256-in-turns.js';

const FOLDER = /^[0-9a-f]{2}$/;
/** The dot and a name of its own: a file that has not got its last name yet. */
const UNFINISHED = /^\.[0-9a-f-]{36}$/;
/** Where damaged bytes lie until whole ones are here again. */
const QUARANTINE = 'hong';

/**
 * Files in a folder, which several machines may share. Written to a temporary file, synced, then renamed, so that a half file is never found under a name.
 * Damaged bytes are moved into quarantine, where they are the mark. An empty mark stands for bytes that are gone.
 */
export class FolderFileStore extends FileStore {
  constructor(
    private readonly directory: string,
    private readonly kept: KeptFor = 'forGood',
  ) {
    super();
  }

  override async put(content: Buffer): Promise<string> {
    const sha256 = await sha256InTurns(content);
    const path = this.pathOf(sha256);
    if ((await this.stateOf(sha256)) === 'whole') return sha256;
    const folder = join(this.directory, sha256.slice(0, 2));
    const temporary = join(folder, `.${randomUUID()}`);
    try {
      await writeSynced(temporary, content).catch(async (error: unknown) => {
        if (!isSystemError(error, 'ENOENT')) throw error;
        await mkdir(folder, { recursive: true });
        await writeSynced(temporary, content);
      });
      await rename(temporary, path);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
    await syncFolder(folder);
    return sha256;
  }

  override async putHeld(held: HeldBytes): Promise<string> {
    if (!(held instanceof FileBytes && held.isTemporary)) return this.put(await held.read());
    const sha256 = await held.sha256();
    if ((await this.stateOf(sha256)) !== 'whole') await takeOver(held, this.pathOf(sha256));
    return sha256;
  }

  override async held(sha256: string): Promise<HeldBytes> {
    const path = this.pathOf(sha256);
    const { size } = await stat(path).catch((error: unknown) => this.unread(error, sha256));
    if (size <= SHORT) return new MemoryBytes(await this.get(sha256));
    if ((await this.stateOf(sha256)) === 'whole') return FileBytes.kept(path, size, sha256);
    await this.quarantine(sha256);
    throw new FileDamaged(sha256);
  }

  override async get(sha256: string): Promise<Buffer> {
    const content = await readFile(this.pathOf(sha256)).catch((error: unknown) => this.unread(error, sha256));
    if ((await sha256InTurns(content)) === sha256) return content;
    await this.quarantine(sha256);
    throw new FileDamaged(sha256);
  }

  override async stateOf(sha256: string): Promise<FileState> {
    if (!SHA256.test(sha256)) return 'missing';
    const hash = await hashOf(this.pathOf(sha256));
    if (hash !== null) return hash === sha256 ? 'whole' : 'damaged';
    const aside = await stat(this.asideOf(sha256)).catch(() => null);
    return aside === null || aside.size === 0 ? 'missing' : 'damaged';
  }

  override async *check(): AsyncIterable<{ readonly sha256: string; readonly isWhole: boolean }> {
    for await (const sha256 of this.names()) {
      const state = await this.stateOf(sha256);
      if (state === 'damaged') await this.quarantine(sha256);
      if (state !== 'missing') yield { sha256, isWhole: state === 'whole' };
    }
  }

  override async *list(): AsyncIterable<ListedFile> {
    for await (const sha256 of this.names()) {
      // A file that is kept for a time may go meanwhile.
      const found = await stat(this.pathOf(sha256)).catch(() => null);
      if (found !== null) yield { sha256, size: found.size };
    }
  }

  override localPath(sha256: string): Promise<string> {
    return Promise.resolve(this.pathOf(sha256));
  }

  override async remove(sha256: string): Promise<void> {
    for (const path of [this.pathOf(sha256), this.asideOf(sha256)]) {
      await unlink(path).catch((error: unknown) => {
        if (!isSystemError(error, 'ENOENT')) throw error;
      });
    }
  }

  override async writtenBefore(moment: Date): Promise<readonly string[]> {
    const old: string[] = [];
    for (const folder of await readdir(this.directory).catch(() => [])) {
      for (const sha256 of await readdir(join(this.directory, folder)).catch(() => [])) {
        const found = SHA256.test(sha256) ? await stat(join(this.directory, folder, sha256)).catch(() => null) : null;
        if (found !== null && found.mtime < moment) old.push(sha256);
      }
    }
    return old;
  }

  /** Its disk is probed with the others. */
  override probe(): Promise<void> {
    return Promise.resolve();
  }

  override close(): void {
    return;
  }

  override async markIfGone(sha256: string): Promise<void> {
    try {
      await stat(this.pathOf(sha256));
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) await this.markGone(sha256);
      else if (!isUnreadable(error)) throw error;
    }
  }

  override async damaged(): Promise<readonly DamagedFile[]> {
    const found: DamagedFile[] = [];
    for (const sha256 of (await namesIn(join(this.directory, QUARANTINE))).filter((name) => SHA256.test(name))) {
      const stats = await stat(this.asideOf(sha256)).catch(() => null);
      // The moment of the last rename.
      if (stats !== null) found.push({ sha256, foundAt: stats.ctime });
    }
    return found;
  }

  override async mended(sha256: string): Promise<void> {
    if ((await hashOf(this.pathOf(sha256))) === sha256)
      await rm(this.asideOf(sha256), { recursive: true }).catch(() => undefined);
  }

  override async sweep(now: number): Promise<void> {
    const folders = await readdir(this.directory).catch(() => []);
    for (const folder of folders) await removeStale(join(this.directory, folder), now, (name) => UNFINISHED.test(name));
  }

  /** Where the disk or its rights do not let them go they stay where they are: they are found again with the next reading. */
  private async quarantine(sha256: string): Promise<void> {
    const aside = this.asideOf(sha256);
    try {
      await this.makeQuarantine();
      await rename(this.pathOf(sha256), aside);
      // Whole bytes may have come in between.
      if ((await hashOf(aside)) === sha256) await rename(aside, this.pathOf(sha256));
    } catch (error) {
      if (!isOfSystem(error)) throw error;
    }
  }

  /** Damaged bytes that lie there already are mark enough. */
  private async markGone(sha256: string): Promise<void> {
    if (this.kept === 'forATime') return;
    try {
      await this.makeQuarantine();
      await writeFile(this.asideOf(sha256), '', { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if (!isOfSystem(error)) throw error;
    }
  }

  /** It belongs to whom the store belongs to, also when root comes first. */
  private async makeQuarantine(): Promise<void> {
    const folder = join(this.directory, QUARANTINE);
    await mkdir(folder, { recursive: true });
    if (process.getuid?.() !== 0) return;
    const { uid, gid, mode } = await stat(this.directory);
    await chown(folder, uid, gid);
    await chmod(folder, mode & 0o7777);
  }

  /** What becomes of an error of reading: nothing of the file can be given out, unless it is no fault of the file. */
  private async unread(error: unknown, sha256: string): Promise<never> {
    if (isUnreadable(error)) await this.quarantine(sha256);
    else if (isSystemError(error, 'ENOENT')) await this.markGone(sha256);
    else throw error;
    throw new FileDamaged(sha256, { cause: error });
  }

  private asideOf(sha256: string): string {
    return join(this.directory, QUARANTINE, sha256);
  }

  private async *names(): AsyncIterable<string> {
    for (const folder of (await namesIn(this.directory)).filter((name) => FOLDER.test(name)))
      yield* (await namesIn(join(this.directory, folder))).filter((name) => SHA256.test(name));
  }

  pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new RangeError('A stored file is named by 64 hex digits.');
    return join(this.directory, sha256.slice(0, 2), sha256);
  }
}

/** @returns null where nothing is, and no hash where the disk does not give the bytes */
async function hashOf(path: string): Promise<string | null> {
  try {
    // Most files that are asked for here are new, and a stream that cannot be opened costs ten times as much as this.
    const file = await open(path, 'r');
    const hash = createHash('sha256');
    await pipeline(file.createReadStream(), hash);
    return hash.digest('hex');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null;
    if (isUnreadable(error)) return '';
    throw error;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
}

async function writeSynced(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Without this the rename itself may be lost with the power. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
