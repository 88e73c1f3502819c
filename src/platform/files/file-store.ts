import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { sha256Of } from '../../kernel/sha256.js';
import { type HeldBytes, MemoryBytes } from '../../kernel/held-bytes.js';
import { FileBytes } from '../spool/file-bytes.js';
import { SHORT } from '../spool/spool.js';
import { removeStale } from '../spool/stale.js';
import { takeOver } from '../spool/take-over.js';
import { FileDamaged, isSystemError } from './file-errors.js';

const SHA256 = /^[0-9a-f]{64}$/;
/** The dot and a name of its own: a file that has not got its last name yet. */
const UNFINISHED = /^\.[0-9a-f-]{36}$/;

/**
 * Files by their content: the name is the sha256. Written to a temporary file, synced, then renamed, so that a half file is never
 * found under a name; the same content twice is one file; nothing is overwritten but bytes that no longer hash to their name, by those that do.
 */
@Injectable()
export class FileStore {
  constructor(private readonly directory: string) {}

  /** @returns sha256, lower-case hex; the bytes are on the disk when it resolves */
  async put(content: Buffer): Promise<string> {
    const sha256 = sha256Of(content);
    const path = this.pathOf(sha256);
    if ((await this.stateOf(sha256)) === 'whole') return sha256;
    const folder = join(this.directory, sha256.slice(0, 2));
    await mkdir(folder, { recursive: true });
    const temporary = join(folder, `.${randomUUID()}`);
    try {
      await writeSynced(temporary, content);
      await rename(temporary, path);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
    await syncFolder(folder);
    return sha256;
  }

  /** The same for bytes that may be many; a spooled file is taken over, not copied. Whoever holds them still releases them. */
  async putHeld(held: HeldBytes): Promise<string> {
    if (!(held instanceof FileBytes)) return this.put(await held.read());
    const sha256 = await held.sha256();
    if ((await this.stateOf(sha256)) !== 'whole') await takeOver(held, this.pathOf(sha256));
    return sha256;
  }

  /**
   * The file, in memory only when it is short: for whoever can do with pieces.
   * @throws FileDamaged when the bytes no longer hash to their name
   */
  async held(sha256: string): Promise<HeldBytes> {
    const path = this.pathOf(sha256);
    const { size } = await stat(path);
    if (size <= SHORT) return new MemoryBytes(await this.get(sha256));
    if ((await this.stateOf(sha256)) !== 'whole') throw new FileDamaged(sha256);
    return FileBytes.kept(path, size, sha256);
  }

  /** @throws FileDamaged when the bytes no longer hash to their name */
  async get(sha256: string): Promise<Buffer> {
    const content = await readFile(this.pathOf(sha256));
    if (sha256Of(content) !== sha256) throw new FileDamaged(sha256);
    return content;
  }

  /** Whether the bytes are there and still hash to their name; read as a stream. */
  async stateOf(sha256: string): Promise<'whole' | 'missing' | 'damaged'> {
    if (!SHA256.test(sha256)) return 'missing';
    const hash = createHash('sha256');
    try {
      await pipeline(createReadStream(this.pathOf(sha256)), hash);
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return 'missing';
      throw error;
    }
    return hash.digest('hex') === sha256 ? 'whole' : 'damaged';
  }

  /** Removes what processes that were killed had not written to its end; safe beside others that write. @param now in milliseconds since 1970 */
  async sweep(now: number): Promise<void> {
    const folders = await readdir(this.directory).catch(() => []);
    for (const folder of folders) await removeStale(join(this.directory, folder), now, (name) => UNFINISHED.test(name));
  }

  pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new RangeError('A stored file is named by 64 hex digits.');
    return join(this.directory, sha256.slice(0, 2), sha256);
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
