import { isThere, rowsOf, testsNamedIn } from '../support/named-tests.js';

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

const rows: readonly Row[] = rowsOf('docs/security/asvs.md').flatMap(([id = '', level = '', , shownBy = '']) =>
  /^\d+\.\d+\.\d+/u.test(id) ? [{ id, level, shownBy }] : [],
);

const shown = rows.flatMap(({ id, shownBy }) => testsNamedIn(shownBy).map((test) => ({ ...test, id })));

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
    const missing = shown.filter((test) => !isThere(test));
    expect(missing).toEqual([]);
  });
});
