import { statSync } from 'node:fs';
import type { Database } from './database.js';

/** Times of files move in steps of a few milliseconds; within one, a second write may show no difference. */
const SURE_AFTER_MS = 100;
/** A write may show in the files a moment before others can read it: in any case there is a look once a minute. */
const SEEN_FOR_MS = 60_000;

/**
 * Whether anybody may have written to the database since something was done last. The files of an embedded one tell it without a statement, whichever
 * process wrote; a server tells nothing of the kind, and may always have been written to.
 */
export class WrittenSince {
  private seen: {
    readonly standing: string | null;
    readonly atMs: number;
    readonly lookedAtMs: number;
    readonly isSure: boolean;
  } | null = null;

  constructor(private readonly database: Pick<Database, 'file'>) {}

  isPossible(): Promise<boolean> {
    return Promise.resolve(!this.isSeen(this.standing()));
  }

  /** Does something, unless nothing was written since it was done last. @param act returns whether nothing is left to do until the next write */
  async run(act: () => Promise<boolean>): Promise<void> {
    const standing = this.standing();
    if (this.isSeen(standing)) return;
    if (await act()) this.see(standing);
  }

  /** Looks in any case, and takes what was written before for seen. */
  async inAnyCase<T>(look: () => Promise<T>): Promise<T> {
    const standing = this.standing();
    const found = await look();
    this.see(standing);
    return found;
  }

  private isSeen(standing: string | null): boolean {
    if (standing === null || this.seen?.standing !== standing || !this.seen.isSure) return false;
    return performance.now() - this.seen.lookedAtMs < SEEN_FOR_MS;
  }

  /** Sure is what stood the same a moment later, when it was looked at again. */
  private see(standing: string | null): void {
    const now = performance.now();
    const before = this.seen?.standing === standing ? this.seen : null;
    const atMs = before?.atMs ?? now;
    this.seen = { standing, atMs, lookedAtMs: now, isSure: before !== null && now - atMs >= SURE_AFTER_MS };
  }

  /** Asked in place, as SQLite itself asks: through the threads that Node has for files a look costs four times as much, and there is one a second. */
  private standing(): string | null {
    const { file } = this.database;
    return file === null ? null : standingOf([file, `${file}-wal`]);
  }
}

/** @returns null where it cannot be told */
function standingOf(paths: readonly string[]): string | null {
  try {
    const found = paths.map((path) => statSync(path, { throwIfNoEntry: false }));
    return found.map((one) => (one ? `${String(one.mtimeMs)}:${String(one.size)}` : 'none')).join(' ');
  } catch {
    return null;
  }
}
