import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const TABLE = readFileSync(join(ROOT, 'docs/security/asvs.md'), 'utf8');

/** Sections of the standard, each as its chapter has them; one with items of level 3 alone is left out. */
const SECTIONS: Readonly<Record<number, readonly number[]>> = {
  1: [1, 2, 3, 4, 5],
  2: [1, 2, 3, 4],
  3: [2, 3, 4, 5, 7],
  4: [1, 2, 3, 4],
  5: [1, 2, 3, 4],
  6: [1, 2, 3, 4, 5, 6, 8],
  7: [1, 2, 3, 4, 5, 6],
  8: [1, 2, 3, 4],
  9: [1],
  10: [1],
  11: [1, 2, 3, 4, 5, 6],
  12: [1, 2, 3],
  13: [1, 2, 3, 4],
  14: [1, 2, 3],
  15: [1, 2, 3],
  16: [1, 2, 3, 4, 5],
  17: [1],
};

interface Row {
  readonly id: string;
  readonly level: string;
  readonly shownBy: string;
}

const rows: readonly Row[] = TABLE.split('\n').flatMap((line) => {
  const [, id = '', level = '', , shownBy = ''] = line.split('|').map((cell) => cell.trim());
  return /^\d+\.\d+\.\d+/u.test(id) ? [{ id, level, shownBy }] : [];
});

/** What of a row names a test: its file, and the words under which it stands there. */
const shown = rows.flatMap(({ id, shownBy }) =>
  [...shownBy.matchAll(/`(?<file>[^`]+\.spec\.tsx?)` › (?<name>[^;|]+)/gu)].map(({ groups }) => ({
    id,
    file: groups?.['file'] ?? '',
    name: (groups?.['name'] ?? '').trim(),
  })),
);

describe('the table of ASVS', () => {
  it('has each item once, of every section of levels 1 and 2', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.filter(({ level }) => !/^(?:1|2|1–2)$/u.test(level))).toEqual([]);
    const sections = new Set(rows.map(({ id }) => id.split('.').slice(0, 2).join('.')));
    const wanted = Object.entries(SECTIONS).flatMap(([chapter, ones]) =>
      ones.map((one) => `${chapter}.${String(one)}`),
    );
    expect(wanted.filter((section) => !sections.has(section))).toEqual([]);
  });

  it('gives each item a test, or says why there is none', () => {
    const withTest = new Set(shown.map(({ id }) => id));
    const bare = rows.filter(({ id, shownBy }) => !withTest.has(id) && !/^(?:n\/a|open): \S/u.test(shownBy));
    expect(bare).toEqual([]);
    expect(withTest.size).toBeGreaterThan(100);
  });

  it('names only tests that there are', () => {
    const missing = shown.filter(
      ({ file, name }) => !existsSync(join(ROOT, file)) || !readFileSync(join(ROOT, file), 'utf8').includes(name),
    );
    expect(missing).toEqual([]);
  });
});
