import { createHash, randomUUID, type Hash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type HeldBytes, MemoryBytes } from '../../kernel/held-bytes.js';
import { FileBytes } from './file-bytes.js';
import { removeStale } from './stale.js';

/** So many bytes stay in memory: a part of a message, and every ordinary letter. */
export const SHORT = 4 * 1024 * 1024;
/** Bytes written to the disk at a time. */
const BLOCK = 1024 * 1024;

/** Where bytes of unknown length go while they come. */
export class SpoolFolder {
  private made = false;

  /** @param directory on the same disk as the files that are kept, so that a file is taken over by its name alone */
  constructor(private readonly directory: string) {}

  /** A folder of the account that runs this process, among the system's temporary files: for bytes that nobody takes over. */
  static ofSystem(): SpoolFolder {
    return new SpoolFolder(join(tmpdir(), `hoi-am-${userInfo().uid}`));
  }

  /** @param inMemory so many bytes stay in memory, unless more come */
  open(inMemory = SHORT): Spool {
    return new Spool(() => this.newPath(), inMemory);
  }

  /** Removes what processes left that did not come to their end. @param now in milliseconds since 1970 */
  async sweep(now: number): Promise<void> {
    await removeStale(this.directory, now, () => true);
  }

  private newPath(): string {
    if (!this.made) mkdirSync(this.directory, { recursive: true, mode: 0o700 });
    this.made = true;
    return join(this.directory, randomUUID());
  }
}

/**
 * Bytes on their way in: kept in memory while they are few, else written to a file and hashed as they come.
 * `write` never waits; its caller calls `drain` now and then, so that no more than a few pieces stand in memory.
 */
export class Spool {
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private written = 0;
  private file: { readonly path: string; readonly handle: FileHandle; readonly hash: Hash } | null = null;
  private isAbandoned = false;

  constructor(
    private readonly newPath: () => string,
    private readonly inMemory = SHORT,
  ) {}

  get size(): number {
    return this.written + this.waitingBytes;
  }

  /** @param piece must not change any more */
  write(piece: Buffer): void {
    this.waiting.push(piece);
    this.waitingBytes += piece.length;
  }

  /** It will not be wanted: its memory goes now, its file with the next `drain` or `drop`. */
  abandon(): void {
    this.isAbandoned = true;
    this.forgetWaiting();
  }

  async drain(): Promise<void> {
    if (this.isAbandoned) return this.drop();
    if (this.waitingBytes > (this.file === null ? this.inMemory : BLOCK)) await this.flush();
  }

  /** Everything has come. The caller releases the bytes. */
  async close(): Promise<HeldBytes> {
    if (this.file === null && this.waitingBytes <= this.inMemory) return new MemoryBytes(joined(this.waiting));
    const { path, handle, hash } = await this.flush();
    this.file = null;
    await handle.close();
    return FileBytes.temporary(path, this.written, hash.digest('hex'));
  }

  /** Nothing of it is wanted. Safe to repeat, and after `close`, which has given the bytes away. */
  async drop(): Promise<void> {
    this.forgetWaiting();
    const { file } = this;
    this.file = null;
    if (file === null) return;
    await file.handle.close().catch(() => undefined);
    await unlink(file.path).catch(() => undefined);
  }

  private async flush(): Promise<NonNullable<Spool['file']>> {
    const file = (this.file ??= await this.openFile());
    const block = this.waiting;
    const length = this.waitingBytes;
    this.forgetWaiting();
    for (const piece of block) file.hash.update(piece);
    const { bytesWritten } = await file.handle.writev(block);
    if (bytesWritten < length) await writeAll(file.handle, Buffer.concat(block).subarray(bytesWritten));
    this.written += length;
    return file;
  }

  private async openFile(): Promise<NonNullable<Spool['file']>> {
    const path = this.newPath();
    return { path, handle: await open(path, 'wx', 0o600), hash: createHash('sha256') };
  }

  private forgetWaiting(): void {
    this.waiting = [];
    this.waitingBytes = 0;
  }
}

function joined(pieces: readonly Buffer[]): Buffer {
  const [first, second] = pieces;
  return second === undefined ? (first ?? Buffer.alloc(0)) : Buffer.concat(pieces);
}

async function writeAll(handle: FileHandle, rest: Buffer): Promise<void> {
  for (let at = 0; at < rest.length;) at += (await handle.write(rest, at)).bytesWritten;
}
