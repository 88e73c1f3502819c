import { mkdir, readdir, readFile, stat, unlink, utimes, writeFile, rename } from 'node:fs/promises';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SystemClock } from '../../system-clock.js';
import { SpoolFolder } from '../../spool/spool.js';
import { FileBytes } from '../../spool/file-bytes.js';
import { takeOver } from '../../spool/take-over.js';
import type { Clock } from '../../../kernel/clock.js';
import type { HeldBytes } from '../../../kernel/held-bytes.js';
import { sha256InTurns } from '../sha256-in-turns.js';

/** A file read within this time stays, up to twice the limit: it may still be read by its path. */
const IN_USE_MS = 10 * 60_000;
const JUST_READ_MS = 60_000;
/** After so much was added, as a share of the limit, room is made. */
const SHARE = 16;
const UNDER_WAY = 'dang-tai';

/**
 * Files of a store elsewhere, on this machine: those that were read last, up to a limit. Each is hashed before it is given out; one that is not what its name
 * says goes. Nothing is lost with it, and several processes may share it.
 */
export class ReadCache {
  readonly spools: SpoolFolder;
  private added: number;

  constructor(
    private readonly directory: string,
    private readonly maxBytes: number,
    /** By the clock of the machine, as the times of its files. */
    private readonly clock: Clock = new SystemClock(),
  ) {
    this.spools = new SpoolFolder(join(directory, UNDER_WAY));
    this.added = maxBytes;
  }

  /** @returns null where it is not here */
  async get(sha256: string): Promise<Buffer | null> {
    const content = await readFile(this.pathOf(sha256)).catch(() => null);
    if (content === null) return null;
    if ((await sha256InTurns(content)) !== sha256) return this.forget(sha256);
    await this.touch(sha256);
    return content;
  }

  /** Where it lies, read through and whole. @returns null where it is not here */
  async whole(sha256: string): Promise<{ readonly path: string; readonly size: number } | null> {
    const path = this.pathOf(sha256);
    const found = await stat(path).catch(() => null);
    if (found === null) return null;
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    if (hash.digest('hex') !== sha256) return this.forget(sha256);
    await this.touch(sha256);
    return { path, size: found.size };
  }

  /** @param bytes that hash to the name; a spooled file is taken over @throws Error of the system when the disk does not take it */
  async keep(sha256: string, bytes: HeldBytes): Promise<void> {
    const path = this.pathOf(sha256);
    if (bytes instanceof FileBytes) await takeOver(bytes, path);
    else await written(path, await bytes.read());
    this.added += bytes.size;
    if (this.added * SHARE >= this.maxBytes) await this.makeRoom();
  }

  async forget(sha256: string): Promise<null> {
    await unlink(this.pathOf(sha256)).catch(() => undefined);
    return null;
  }

  /** @param now in milliseconds since 1970 */
  async sweep(now: number): Promise<void> {
    await this.spools.sweep(now);
    await this.makeRoom();
  }

  /** The files that were read longest ago go. */
  private async makeRoom(): Promise<void> {
    this.added = 0;
    const found = await this.files();
    let bytes = found.reduce((sum, { size }) => sum + size, 0);
    const inUse = this.clock.now().getTime() - (bytes > 2 * this.maxBytes ? JUST_READ_MS : IN_USE_MS);
    for (const { path, size } of found.filter(({ readAt }) => readAt < inUse).toSorted((a, b) => a.readAt - b.readAt)) {
      if (bytes <= this.maxBytes) return;
      await unlink(path).catch(() => undefined);
      bytes -= size;
    }
  }

  private async files(): Promise<readonly { readonly path: string; readonly size: number; readonly readAt: number }[]> {
    const all = await readdir(this.directory, { withFileTypes: true, recursive: true }).catch(() => []);
    const found = await Promise.all(
      all
        .filter((entry) => entry.isFile())
        .map(async ({ parentPath, name }) => {
          const path = join(parentPath, name);
          const stats = await stat(path).catch(() => null);
          return stats === null ? [] : [{ path, size: stats.size, readAt: stats.mtimeMs }];
        }),
    );
    return found.flat();
  }

  private async touch(sha256: string): Promise<void> {
    const now = this.clock.now();
    await utimes(this.pathOf(sha256), now, now).catch(() => undefined);
  }

  private pathOf(sha256: string): string {
    return join(this.directory, sha256.slice(0, 2), sha256);
  }
}

/** A power cut may leave less of it: then its hash is another. */
async function written(path: string, content: Buffer): Promise<void> {
  const folder = join(path, '..');
  const half = join(folder, `.${randomUUID()}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(half, content, { flag: 'wx', mode: 0o600 });
    await rename(half, path);
  } catch (error) {
    await unlink(half).catch(() => undefined);
    throw error;
  }
}
