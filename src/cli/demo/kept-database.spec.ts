import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { takeApart } from '../../../test/support/lived-year/take-apart.js';
import { saidBySeal } from '../../journal/domain/record-seal.js';
import { CHAIN_START, linkHash } from '../../kernel/hash-chain.js';
import { putTogether } from './kept-database.js';

const SEALS = [
  { kind: 'ticket', id: 'P-1', sha256: 'a'.repeat(64) },
  { kind: 'ticket', id: 'P-2', sha256: 'b'.repeat(64) },
];
const TABLES = ['record_seal', 'stored', 'job_slot'];

describe('a database as the demonstration keeps it', () => {
  let directory: string;
  let whole: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-giu-'));
    whole = join(directory, 'hoi-am.db');
    const database = new Database(whole);
    database.exec(`
      CREATE TABLE record_seal (seq integer PRIMARY KEY, kind text, id text, sha256 text, "previousHash" text NOT NULL, hash text NOT NULL);
      CREATE TABLE stored (no integer PRIMARY KEY AUTOINCREMENT, words text, bytes blob NOT NULL);
      CREATE TABLE job_slot (job text);
      CREATE INDEX ix_record_seal ON record_seal (kind, id);
      CREATE TRIGGER tr_record_seal BEFORE DELETE ON record_seal BEGIN SELECT RAISE(ABORT, 'kept'); END;
      INSERT INTO job_slot VALUES ('follow');
    `);
    let previousHash = CHAIN_START;
    for (const seal of SEALS) {
      const hash = linkHash(previousHash, saidBySeal(seal));
      const insert = 'INSERT INTO record_seal (kind, id, sha256, "previousHash", hash) VALUES (?, ?, ?, ?, ?)';
      database.prepare(insert).run(seal.kind, seal.id, seal.sha256, previousHash, hash);
      previousHash = hash;
    }
    const store = database.prepare('INSERT INTO stored (words, bytes) VALUES (?, ?)');
    store.run('Văn thư "mới"', Buffer.from([0, 1]));
    store.run(null, Buffer.from([2]));
    database.close();
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('is again what it was: rows, chain, indexes and triggers', () => {
    const { kept, contents } = takeApart(whole, 'again.db');
    const again = join(directory, kept.path);
    let from = 0;
    putTogether(again, kept, (size) => Buffer.concat(contents).subarray(from, (from += size)));
    expect(contentOf(again)).toEqual({ ...contentOf(whole), job_slot: [] });
  });

  it('keeps no hash that its rows say themselves', () => {
    const { hash } = rowsOf(whole, 'record_seal')[0] as { hash: string };
    expect(Buffer.concat(takeApart(whole, 'again.db').contents).includes(hash)).toBe(false);
  });

  it('is not kept where a chain is broken', () => {
    const database = new Database(whole);
    database.exec(`UPDATE record_seal SET sha256 = '${'c'.repeat(64)}' WHERE seq = 1`);
    database.close();
    expect(() => takeApart(whole, 'again.db')).toThrow('does not follow');
  });
});

function contentOf(path: string): Readonly<Record<string, unknown>> {
  const made = rowsOf(path, 'sqlite_master').map((row) => (row as { sql: string | null }).sql);
  return { made, ...Object.fromEntries(TABLES.map((table) => [table, rowsOf(path, table)])) };
}

function rowsOf(path: string, table: string): readonly unknown[] {
  const database = new Database(path, { readonly: true });
  const rows = database.prepare(`SELECT * FROM ${table}`).all();
  database.close();
  return rows;
}
