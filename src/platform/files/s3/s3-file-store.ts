import { type HeldBytes, MemoryBytes } from '../../../kernel/held-bytes.js';
import { FileBytes } from '../../spool/file-bytes.js';
import { SHORT } from '../../spool/spool.js';
import { FileDamaged, FileStoreAway } from '../file-errors.js';
import { FileStore, SHA256, type DamagedFile, type FileState, type KeptFor, type ListedFile } from '../file-store.js';
import { sha256InTurns } from '../sha256-in-turns.js';
import type { ReadCache } from './read-cache.js';
import type { S3Bucket } from './s3-bucket.js';

const FILE = /^[0-9a-f]{2}\/[0-9a-f]{64}$/u;
/** Marks of damaged or lost bytes; damaged ones stay where they are. */
const MARKS = 'hong/';
const PROBE = 'thu-ghi';
const NOTHING = new MemoryBytes(Buffer.alloc(0));
const HASH_OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** What a store says of a file when it is read: a hash of its bytes, or that there are none. */
type Reading =
  | { readonly kind: 'gone' }
  | { readonly kind: 'whole' | 'wrong'; readonly hash: string; readonly bytes: HeldBytes };

/**
 * Files in a bucket of any S3-compatible store, `ab/ab12…` below its prefix, with those that were read last on this machine. A file is written where nothing is
 * (`If-None-Match`) and looked for afterwards. What does not hash to its name is asked for once more: only the same wrong bytes twice are damaged, for a line may
 * spoil them too. Damaged bytes are never removed: a mark stands for them.
 */
export class S3FileStore extends FileStore {
  constructor(
    private readonly bucket: S3Bucket,
    private readonly cache: ReadCache,
    private readonly kept: KeptFor = 'forGood',
  ) {
    super();
  }

  override async put(content: Buffer): Promise<string> {
    const sha256 = await sha256InTurns(content);
    await this.store(sha256, new MemoryBytes(content));
    await this.cache.keep(sha256, new MemoryBytes(content)).catch(() => undefined);
    return sha256;
  }

  override async putHeld(held: HeldBytes): Promise<string> {
    const sha256 = await held.sha256();
    await this.store(sha256, held);
    return sha256;
  }

  override async get(sha256: string): Promise<Buffer> {
    const near = await this.cache.get(requireName(sha256));
    if (near !== null) return near;
    const bytes = await this.fetch(sha256);
    try {
      const content = await bytes.read();
      await this.cache.keep(sha256, bytes).catch(() => undefined);
      return content;
    } finally {
      await bytes.release();
    }
  }

  override async held(sha256: string): Promise<HeldBytes> {
    const { path, size } = await this.near(requireName(sha256));
    return size <= SHORT ? new MemoryBytes(await this.get(sha256)) : FileBytes.kept(path, size, sha256);
  }

  override async localPath(sha256: string): Promise<string> {
    return (await this.near(requireName(sha256))).path;
  }

  override async stateOf(sha256: string): Promise<FileState> {
    if (!SHA256.test(sha256)) return 'missing';
    const { kind } = await this.look(sha256);
    if (kind === 'gone') return 'missing';
    return kind === 'whole' ? 'whole' : 'damaged';
  }

  override async *list(): AsyncIterable<ListedFile> {
    for await (const { key, size } of this.bucket.list()) if (FILE.test(key)) yield { sha256: key.slice(3), size };
  }

  /** A list may name what is gone: that is not whole, and marked. */
  override async *check(): AsyncIterable<{ readonly sha256: string; readonly isWhole: boolean }> {
    for await (const { sha256 } of this.list()) {
      const isWhole = (await this.stateOf(sha256)) === 'whole';
      if (!isWhole) await this.mark(sha256);
      yield { sha256, isWhole };
    }
  }

  override async markIfGone(sha256: string): Promise<void> {
    if ((await this.bucket.look(keyOf(requireName(sha256)))) !== null) return;
    // A look cannot tell a lost file from a lost bucket; reading can.
    if ((await this.look(sha256)).kind === 'gone') await this.mark(sha256);
  }

  override async damaged(): Promise<readonly DamagedFile[]> {
    const found: DamagedFile[] = [];
    for await (const { key, at } of this.bucket.list(MARKS)) {
      const sha256 = key.slice(MARKS.length);
      if (SHA256.test(sha256)) found.push({ sha256, foundAt: at });
    }
    return found;
  }

  override async mended(sha256: string): Promise<void> {
    if ((await this.stateOf(sha256)) === 'whole') await this.bucket.remove(MARKS + sha256);
  }

  override async remove(sha256: string): Promise<void> {
    await this.bucket.remove(keyOf(requireName(sha256)));
    await this.bucket.remove(MARKS + sha256);
    await this.cache.forget(sha256);
  }

  override async writtenBefore(moment: Date): Promise<readonly string[]> {
    const old: string[] = [];
    for await (const { key, at } of this.bucket.list()) {
      const sha256 = key.slice(FILE.test(key) ? 3 : MARKS.length);
      if (SHA256.test(sha256) && at < moment) old.push(sha256);
    }
    return old;
  }

  override sweep(now: number): Promise<void> {
    return this.cache.sweep(now);
  }

  /** Written once: asked every few seconds, a store that keeps versions would keep one of each. */
  override async probe(): Promise<void> {
    await this.bucket.putNew(PROBE, NOTHING, HASH_OF_NOTHING);
  }

  override close(): void {
    this.bucket.close();
  }

  private async store(sha256: string, bytes: HeldBytes): Promise<void> {
    const key = keyOf(sha256);
    // Long bytes are not sent only to hear that they are there.
    const isThere = bytes.size > SHORT && (await this.bucket.look(key)) !== null;
    const outcome = isThere ? 'there' : await this.bucket.putNew(key, bytes, sha256);
    if (outcome === 'there' && (await this.stateOf(sha256)) === 'whole') return;
    if (outcome === 'there') await this.bucket.overwrite(key, bytes, sha256);
    const found = await this.bucket.look(key);
    if (found?.size !== bytes.size) throw new FileStoreAway(`PUT ${key}: nhận nhưng không giữ`);
  }

  /** On this machine, and whole. */
  private async near(sha256: string): Promise<{ readonly path: string; readonly size: number }> {
    const there = await this.cache.whole(sha256);
    if (there !== null) return there;
    const bytes = await this.fetch(sha256);
    try {
      await this.cache.keep(sha256, bytes);
    } finally {
      await bytes.release();
    }
    const kept = await this.cache.whole(sha256);
    if (kept === null) throw new FileStoreAway(`GET ${keyOf(sha256)}: ổ đĩa của máy này không giữ được tệp`);
    return kept;
  }

  /** Whole bytes. @throws FileDamaged, and marks what is damaged or gone */
  private async fetch(sha256: string): Promise<HeldBytes> {
    const reading = await this.read(sha256);
    if (reading.kind === 'whole') return reading.bytes;
    if (reading.kind === 'wrong') await reading.bytes.release();
    await this.mark(sha256);
    throw new FileDamaged(sha256);
  }

  private async look(sha256: string): Promise<Reading> {
    const reading = await this.read(sha256);
    if (reading.kind !== 'gone') await reading.bytes.release();
    return reading;
  }

  /** Asked twice for what is gone or wrong. @throws FileStoreAway where the answers differ */
  private async read(sha256: string): Promise<Reading> {
    const first = await this.readOnce(sha256);
    if (first.kind === 'whole') return first;
    if (first.kind === 'wrong') await first.bytes.release();
    const second = await this.readOnce(sha256);
    if (second.kind === 'whole' || isSame(first, second)) return second;
    if (second.kind === 'wrong') await second.bytes.release();
    throw new FileStoreAway(`GET ${keyOf(sha256)}: mỗi lần trả lời một khác`);
  }

  private readOnce(sha256: string): Promise<Reading> {
    const key = keyOf(sha256);
    return this.bucket.again(async () => {
      const spool = this.cache.spools.open();
      try {
        const isThere = await this.bucket.read(key, (piece) => {
          spool.write(piece);
          return spool.drain();
        });
        if (!isThere) return { kind: 'gone' } as const;
        const bytes = await spool.close();
        const hash = await bytes.sha256();
        return { kind: hash === sha256 ? 'whole' : 'wrong', hash, bytes };
      } finally {
        await spool.drop();
      }
    }, `GET ${key}`);
  }

  /** What a file that is kept for a time leaves behind says nothing. */
  private async mark(sha256: string): Promise<void> {
    if (this.kept === 'forGood') await this.bucket.putNew(MARKS + sha256, NOTHING, HASH_OF_NOTHING);
  }
}

function isSame(first: Reading, second: Reading): boolean {
  if (first.kind === 'gone' || second.kind === 'gone') return first.kind === second.kind;
  return first.hash === second.hash;
}

/** `ab/ab12…` */
function keyOf(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256}`;
}

function requireName(sha256: string): string {
  if (!SHA256.test(sha256)) throw new RangeError('A stored file is named by 64 hex digits.');
  return sha256;
}
