import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EVIDENCE } from '../platform/files/open-file-store.js';

/** `ab12…`, or where it is encrypted also what lies there: `ab12….cd34…` */
const NAME = /^([0-9a-f]{64})(?:\.([0-9a-f]{64}))?$/u;

/** A file of a list, as it lies in a pool. */
export interface PooledFile {
  readonly place: string;
  /** Of the bytes that lie there. */
  readonly sha256: string;
  readonly size: number;
}

/**
 * The stored files of backups, each once, as a store holds them: under the sha256 of the file; where they are encrypted, under that and the sha256 of what lies there,
 * so that this can be checked without a key.
 */
export class Pool {
  /** The folder that was read last: lists go folder by folder. */
  private read: { readonly folder: string; readonly names: ReadonlyMap<string, string> } | null = null;

  constructor(
    readonly folder: string,
    readonly isSealed: boolean,
  ) {}

  /** Null where it is not there. */
  async find(name: string): Promise<PooledFile | null> {
    const folder = dirname(this.place(name));
    const sha256 = name.slice(-64);
    if (this.isSealed && this.read?.folder !== folder) this.read = { folder, names: await sealedIn(folder) };
    const sealed = this.isSealed ? this.read?.names.get(sha256) : sha256;
    if (sealed === undefined) return null;
    const place = this.isSealed ? this.place(name, sealed) : this.place(name);
    const size = await sizeAt(place);
    return size === null ? null : { place, sha256: sealed, size };
  }

  /** @param name of a list: `ab12…`, `chung-cu/ab12…` @param sealed sha256 of what lies there, where it is encrypted */
  place(name: string, sealed?: string): string {
    const sha256 = basename(name);
    const place = join(this.folder, dirname(name), sha256.slice(0, 2), sha256);
    return sealed === undefined ? place : `${place}.${sealed}`;
  }

  /** Everything that lies there, by its name in a list. */
  async *all(): AsyncGenerator<{ readonly name: string; readonly place: string }> {
    for await (const { below, file, place } of this.entries()) {
      const [, sha256] = NAME.exec(file) ?? [];
      if (sha256 !== undefined) yield { name: join(below, sha256), place };
    }
  }

  /** Takes away what a backup that was cut off has left half written. */
  async sweepUnfinished(): Promise<void> {
    for await (const { file, place } of this.entries()) if (file.startsWith('.')) await rm(place, { force: true });
  }

  private async *entries(): AsyncGenerator<{ readonly below: string; readonly file: string; readonly place: string }> {
    for (const below of ['', EVIDENCE]) {
      for (const folder of (await namesIn(join(this.folder, below))).filter((name) => /^[0-9a-f]{2}$/u.test(name))) {
        for (const file of await namesIn(join(this.folder, below, folder)))
          yield { below, file, place: join(this.folder, below, folder, file) };
      }
    }
  }
}

/** What lies there of each file, by the sha256 of both. */
async function sealedIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await namesIn(folder);
  return new Map(
    names.flatMap((file): (readonly [string, string])[] => {
      const [, sha256, sealed] = NAME.exec(file) ?? [];
      return sha256 === undefined || sealed === undefined ? [] : [[sha256, sealed]];
    }),
  );
}

export function namesIn(folder: string): Promise<readonly string[]> {
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
