import BetterSqlite3 from 'better-sqlite3';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Proof } from '../../src/cli/move/move-outcome.js';
import { runMove, type MoveDoors } from '../../src/cli/move/move.js';
import type { CommandOutcome } from '../../src/cli/outcome.js';
import { readSettings } from '../../src/config/settings.js';
import { Database } from '../../src/platform/database/database.js';
import { MARKS_TABLE } from '../../src/platform/database/move/moved-tables.js';
import { openAlone } from '../../src/platform/database/move/source-file.js';
import { SCHEMA } from '../../src/bootstrap/schema.js';
import { filledDatabase } from '../support/filled-tables.js';

const ADDRESS = 'mssql://hoi-am:b%23m@sql.example:1433/hoi_am';
const WHOLE: Proof = { accept: true, messages: ['Nhật ký: 3 dòng; toàn vẹn'] };
const BROKEN: Proof = { accept: false, messages: ['Nhật ký: Chuỗi nhật ký đứt ở dòng 2'] };

let made: string;
let folder: string;
let told: string[];
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'hoi-am-chuyen-'));
  await filledDatabase(join(made, 'nguon.db'), 2);
});
afterAll(() => rm(made, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoi-am-chuyen-'));
  told = [];
  await copyFile(join(made, 'nguon.db'), source());
});
afterEach(() => rm(folder, { recursive: true }));

const source = (): string => join(folder, 'nguon.db');
const target = (): string => join(folder, 'dich.db');

/** A file stands in the server's place, which is no matter of the command. */
function move(args: readonly string[], doors: Partial<MoveDoors> = {}): Promise<CommandOutcome> {
  return runMove(args, {
    settings: () => readSettings({ DATABASE_URL: `sqlite:${source()}` }),
    openSource: openAlone,
    openTarget: () => Database.open(`sqlite:${target()}`, { entities: [], migrations: SCHEMA.migrations }),
    prove: () => Promise.resolve(WHOLE),
    terminal: { isSeen: true, tell: (line) => told.push(line) },
    ...doors,
  });
}

/** Of the source, then of the target. */
const proving = (...proofs: Proof[]): Partial<MoveDoors> => ({
  prove: () => Promise.resolve(proofs.shift() ?? BROKEN),
});

const tablesThere = (): unknown[] => {
  const file = new BetterSqlite3(target());
  const names = file.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all();
  file.close();
  return names;
};

describe('hoi-am move', () => {
  it('says of each table what both hold, then the whole, without account and password', async () => {
    const { exitCode, lines, messages } = await move(['--to', ADDRESS, '--json']);
    const said = lines.map((line) => JSON.parse(line) as { table?: string; rows: number; accept: boolean });
    expect(exitCode).toBe(0);
    expect(said.at(-1)).toMatchObject({
      to: 'SQL Server sql.example:1433/hoi_am',
      tables: said.length - 1,
      accept: true,
    });
    expect(said.find(({ table }) => table === 'unit')).toMatchObject({ rows: 2, accept: true });
    expect(messages.at(-1)).toContain('Việc tiếp theo: đặt DATABASE_URL');
    expect(tablesThere()).not.toContain(MARKS_TABLE);
    expect([...lines, ...messages, ...told].join(' ')).not.toContain('b%23m');
  });

  it('takes the address from a file, so that nobody reads it in the list of processes', async () => {
    await writeFile(join(folder, 'dia-chi'), `${ADDRESS}\n`);
    expect(await move(['--to', join(folder, 'dia-chi')])).toMatchObject({
      exitCode: 0,
      lines: [expect.stringMatching(/^Đã chuyển \d+ dòng của \d+ bảng tới SQL Server sql\.example:1433\/hoi_am\.$/u)],
    });
  });

  it('writes nothing on a dry run, and tells what will stop the move', async () => {
    const looked = await move(['--to', ADDRESS, '--dry-run']);
    expect(looked).toMatchObject({ exitCode: 0, messages: WHOLE.messages });
    expect(tablesThere()).toEqual([]);
    const file = new BetterSqlite3(source());
    file.exec(`UPDATE "unit" SET "name" = '${'ễ'.repeat(501)}'`);
    file.close();
    const misfit = await move(['--to', ADDRESS, '--dry-run']);
    expect(misfit.exitCode).toBe(1);
    expect(misfit.messages.join(' ')).toMatch(/Bảng unit, dòng .+: giá trị của cột name dài quá \d+ ký tự/u);
  });

  it('gives the target free with what was broken before, and says so', async () => {
    const { exitCode, messages } = await move(['--to', ADDRESS], proving(BROKEN, BROKEN));
    expect(exitCode).toBe(1);
    expect(messages).toEqual(expect.arrayContaining([...BROKEN.messages, expect.stringContaining('đã có ở nguồn')]));
    expect(tablesThere()).not.toContain(MARKS_TABLE);
  });

  it('keeps the target closed while its chains say something else than the source’s', async () => {
    const { exitCode, messages } = await move(['--to', ADDRESS], proving(WHOLE, BROKEN));
    expect([exitCode, messages.at(-1)]).toEqual([
      1,
      expect.stringContaining('Phần mềm không chạy trên cơ sở dữ liệu đích'),
    ]);
    expect(tablesThere()).toContain(MARKS_TABLE);
  });

  it.each<[string, readonly string[], Partial<MoveDoors>, RegExp]>([
    ['a target of another kind', ['--to', 'sqlite:khac.db'], {}, /^--to phải là mssql:/u],
    ['a target without a name', ['--to', 'mssql://a:b@may:1433'], {}, /^--to phải là mssql:/u],
    [
      'a source on a server',
      ['--to', ADDRESS],
      { settings: () => readSettings({ DATABASE_URL: ADDRESS }) },
      /^Lệnh này chuyển từ SQLite/u,
    ],
  ])('refuses %s', async (_what, args, doors, words) => {
    const { exitCode, messages } = await move(args, doors);
    expect([exitCode, messages]).toEqual([2, [expect.stringMatching(words)]]);
  });

  it('refuses a source that somebody has open, or that is of another version, and a target that is in use', async () => {
    const open = new BetterSqlite3(source());
    open.prepare('SELECT COUNT(*) FROM "unit"').get();
    expect(await move(['--to', ADDRESS])).toMatchObject({
      exitCode: 2,
      messages: [expect.stringContaining('đang được một tiến trình khác mở')],
    });
    open.close();
    await move(['--to', ADDRESS]);
    expect(await move(['--to', ADDRESS])).toMatchObject({
      exitCode: 2,
      messages: [expect.stringContaining('đã có dữ liệu')],
    });
    const older = new BetterSqlite3(source());
    older.exec(`DELETE FROM "schema_migration" WHERE "id" = (SELECT MAX("id") FROM "schema_migration")`);
    older.close();
    expect(await move(['--to', ADDRESS])).toMatchObject({
      exitCode: 2,
      messages: [expect.stringContaining('không đúng phiên bản')],
    });
  });

  it('goes on after the server was away, and says how', async () => {
    const away = Object.assign(new Error('Connection lost'), { code: 'ESOCKET' });
    const lost = await move(['--to', ADDRESS], { prove: () => Promise.reject(away) });
    expect(lost).toMatchObject({ exitCode: 3, messages: [expect.stringContaining('chạy lại lệnh này để làm tiếp')] });
    expect(await move(['--to', ADDRESS])).toMatchObject({ exitCode: 0 });
  });
});
