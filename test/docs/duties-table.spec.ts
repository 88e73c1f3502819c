import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isThere, rowsOf, testsNamedIn } from '../support/named-tests.js';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Letter {
  readonly muc: readonly { readonly viec: readonly string[] }[];
}

/** Each duty that the department's letter gives, clause by clause. */
const duties = (JSON.parse(read('templates/cong-van-trien-khai.du-lieu.json')) as Letter).muc.flatMap(({ viec }) =>
  viec.flatMap((sentence) => sentence.replace(/[;.]$/u, '').split('; ')),
);

const rows = rowsOf('docs/duties.md')
  .slice(2)
  .map(([duty = '', fulfilledBy = '', shownBy = '']) => ({ duty, fulfilledBy, tests: testsNamedIn(shownBy) }));

describe('the table of duties', () => {
  it('has every duty of the letter, in its order and words', () => {
    expect(rows.map(({ duty }) => duty)).toEqual(duties);
    expect(duties).toHaveLength(16);
  });

  it('names pages and jobs that there are', () => {
    const [access, jobs] = [read('docs/access.md'), read('docs/jobs.md')];
    for (const { duty, fulfilledBy } of rows) {
      const named = [...fulfilledBy.matchAll(/`(?<name>GET [^`]+|[a-z]+\.[a-zA-Z]+)`/gu)].map(
        ({ groups }) => groups?.['name'] ?? '',
      );
      expect([duty, named.length > 0]).toEqual([duty, true]);
      const missing = named.filter((name) => !(name.startsWith('GET ') ? access : jobs).includes(`\`${name}\``));
      expect([duty, missing]).toEqual([duty, []]);
    }
  });

  it('names a test for each, and only tests that there are', () => {
    expect(rows.filter(({ tests }) => tests.length === 0)).toEqual([]);
    expect(rows.flatMap(({ tests }) => tests).filter((test) => !isThere(test))).toEqual([]);
  });
});
