import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';

/** A file that a command was given; null where it cannot be read, `'too-large'` where nobody would read it. */
export type GivenFile = Buffer | 'too-large' | null;

/** @param largest in bytes; a larger file is not read at all */
export async function readGivenFile(path: string, largest: number): Promise<GivenFile> {
  try {
    const { size } = await stat(path);
    return size > largest ? 'too-large' : await readFile(path);
  } catch {
    return null;
  }
}

/** Some files side by side, as many as the machine has processors; the answers come in the order of the files. */
export async function eachFile<T>(paths: readonly string[], act: (path: string) => Promise<T>): Promise<readonly T[]> {
  const answers: T[] = [];
  const left = [...paths.entries()];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) answers[next[0]] = await act(next[1]);
  };
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, work));
  return answers;
}
