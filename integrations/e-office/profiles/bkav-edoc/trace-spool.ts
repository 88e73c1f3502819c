import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from '../../../../src/kernel/sha256.js';

const NAME = /^[0-9a-f]{64}\.(?:raw|trace)$/u;

/**
 * Where statuses lie between the e-office, which hands each out once, and our inbox: the raw answer is on disk before anything reads it, and each status
 * until it is acknowledged. A `kill -9` in between loses nothing.
 */
export class TraceSpool {
  constructor(private readonly directory: string) {}

  /** @returns once the bytes are on the disk; the name by which they are taken out again */
  async keep(bytes: Buffer, kind: 'raw' | 'trace'): Promise<string> {
    await mkdir(this.directory, { recursive: true });
    const name = `${sha256Of(bytes)}.${kind}`;
    const path = join(this.directory, name);
    const file = await open(`${path}.tmp`, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.tmp`, path);
    return name;
  }

  async names(kind: 'raw' | 'trace'): Promise<readonly string[]> {
    await mkdir(this.directory, { recursive: true });
    const names = await readdir(this.directory);
    return names.filter((name) => NAME.test(name) && name.endsWith(`.${kind}`)).sort();
  }

  /** @returns null when nothing of that name lies here */
  async read(name: string): Promise<Buffer | null> {
    if (!NAME.test(name)) return null;
    try {
      return await readFile(join(this.directory, name));
    } catch {
      return null;
    }
  }

  /** What cannot be read is kept for people, and is in nobody's way. */
  async setAside(name: string): Promise<void> {
    if (NAME.test(name)) await rename(join(this.directory, name), join(this.directory, `${name}.khong-doc-duoc`));
  }

  async remove(name: string): Promise<void> {
    if (NAME.test(name)) await rm(join(this.directory, name), { force: true });
  }
}
