import BetterSqlite3 from 'better-sqlite3';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, SettingsError } from '../../src/config/settings.js';
import { openExisting, openToWrite } from '../../src/bootstrap/existing-database.js';
import { isUnreleasedStep } from '../../src/platform/database/migrations-table.js';
import { MIGRATIONS } from '../../src/platform/database/migrations/all.js';
import { onSqlite } from '../support/on-sqlite.js';

onSqlite('reads its file').describe('a database of an unreleased version', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-am-ban-cu-'));
  const path = join(folder, 'hoi-am.db');
  const settings = readSettings({ HOI_AM_DATA: folder, DATABASE_URL: `sqlite:${path}` });
  beforeAll(() => {
    const old = new BetterSqlite3(path);
    old.pragma('journal_mode = WAL');
    old.exec(`
      CREATE TABLE "schema_migration" ("id" integer PRIMARY KEY AUTOINCREMENT, "timestamp" bigint, "name" varchar);
      INSERT INTO "schema_migration" ("timestamp", "name")
        VALUES (1764000000000, 'Agency1764000000000'), (1764000000083, 'RecordSeals1764000000083');
      CREATE TABLE "ticket" ("id" varchar(36) PRIMARY KEY);
      INSERT INTO "ticket" VALUES ('a')`);
    old.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['brought up to date', () => openToWrite(settings)],
    ['read', () => openExisting(settings, '')],
  ])('is not %s, says what to do, and stays byte for byte', async (_act, open) => {
    const before = readFileSync(path);
    const refusal = await open().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SettingsError);
    expect(refusal).toHaveProperty(
      'message',
      expect.stringMatching(/^Cơ sở dữ liệu ở SQLite .+hoi-am\.db do một bản Hồi Âm chưa phát hành lập;/u),
    );
    expect(refusal).toHaveProperty('message', expect.stringContaining('hãy xuất bằng chính bản đã lập nó'));
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['hoi-am.db']);
  });

  it('is told by its steps, of which none has the name of a step of today', () => {
    expect(MIGRATIONS.filter(({ name }) => isUnreleasedStep(name))).toEqual([]);
  });
});
