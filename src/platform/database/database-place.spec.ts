import BetterSqlite3 from 'better-sqlite3';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeOf, standingOf } from './database-place.js';

describe('where a database is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-am-noi-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const database = (name: string, table: string, journal: string): void => {
    const file = new BetterSqlite3(join(folder, name));
    file.pragma(`journal_mode = ${journal}`);
    file.exec(`CREATE TABLE "${table}" ("id" integer)`);
    file.close();
  };

  it('is named without account and password', () => {
    expect(placeOf('mssql://hoi-am:b%23m@sql.example:1433/hoi_am?encrypt=true')).toBe(
      'SQL Server sql.example:1433/hoi_am',
    );
    expect(placeOf('mssql://hoi-am:x@sql.example/H%E1%BB%93i%20%C3%82m')).toBe('SQL Server sql.example/Hồi Âm');
    expect(placeOf('sqlite:/srv/hoi-am.db')).toBe('SQLite /srv/hoi-am.db');
  });

  it('is told by what stands there, and nothing is left behind by asking', () => {
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'text'), 'Đây không phải là cơ sở dữ liệu.');
    writeFileSync(join(folder, 'blank'), '');
    database('ours', 'schema_migration', 'wal');
    database('theirs', 'of_others', 'delete');
    database('theirs-with-log', 'of_others', 'wal');
    const before = readdirSync(folder);
    const standing = Object.fromEntries([...before, 'gone'].map((name) => [name, standingOf(join(folder, name))]));
    expect(standing).toEqual({
      folder: 'folder',
      text: 'no-database',
      blank: 'empty',
      gone: 'missing',
      ours: 'ours',
      theirs: 'foreign',
      'theirs-with-log': 'foreign',
    });
    expect(readdirSync(folder)).toEqual(before);
  });
});
