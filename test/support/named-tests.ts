import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** A test as a page of docs names it: `file.spec.ts` › words under which it stands there. */
export interface NamedTest {
  readonly file: string;
  readonly name: string;
}

/** Tests that a cell of a table names. */
export function testsNamedIn(cell: string): readonly NamedTest[] {
  return [...cell.matchAll(/`(?<file>[^`]+\.spec\.tsx?)` › (?<name>[^;|]+)/gu)].map(({ groups }) => ({
    file: groups?.['file'] ?? '',
    name: (groups?.['name'] ?? '').trim(),
  }));
}

export function isThere({ file, name }: NamedTest): boolean {
  return existsSync(join(ROOT, file)) && readFileSync(join(ROOT, file), 'utf8').includes(name);
}

/** Rows of the tables of a page of docs, cell by cell. */
export function rowsOf(page: string): readonly (readonly string[])[] {
  return readFileSync(join(ROOT, page), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
