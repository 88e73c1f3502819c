import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { onSqlite } from '../support/on-sqlite.js';

interface Page {
  readonly who: string;
  readonly path: string;
  /** What it may ask, and what it asked. */
  readonly statements: number;
  readonly asked: number;
  /** Statements that read more of a table which grows with the tickets than the page shows. */
  readonly flaws: readonly string[];
}

/** The short form of `npm run bench:pages`: plans and statements do not change with the number of tickets, so few do. */
const TICKETS = '2000';

onSqlite('counts the statements of its connection, and reads its plans').describe('each page of a department', () => {
  let pages: readonly Page[];

  beforeAll(async () => {
    const script = ['--disable-warning=ExperimentalWarning', 'test/bench/pages/one-size.mjs', TICKETS, '--plans'];
    const { stdout } = await promisify(execFile)(process.execPath, script, { maxBuffer: 1 << 26 });
    const answer = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { readonly pages: readonly Page[] };
    pages = answer.pages;
  }, 240_000);

  it('asks no more statements of the database than it may', () => {
    expect(pages.length).toBeGreaterThan(50);
    const over = pages.filter(({ asked, statements }) => asked > statements);
    expect(over.map(({ who, path, asked, statements }) => `${who} ${path}: ${asked}, not ${statements}`)).toEqual([]);
  });

  it('finds what it reads by an index where a table grows with the tickets', () => {
    expect(pages.flatMap(({ who, path, flaws }) => flaws.map((flaw) => `${who} ${path}: ${flaw}`))).toEqual([]);
  });
});
