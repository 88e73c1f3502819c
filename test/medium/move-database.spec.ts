import BetterSqlite3 from 'better-sqlite3';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { Database } from '../../src/platform/database/database.js';
import { AlikeInTarget } from '../../src/platform/database/move/copy-tables.js';
import { MovedMeanwhile, MoveMarks } from '../../src/platform/database/move/move-marks.js';
import { lookOver, moveDatabase, type MovedSum, type Watch } from '../../src/platform/database/move/move-database.js';
import { standingOfTarget, TargetUnfit } from '../../src/platform/database/move/move-target.js';
import { openAlone, SourceInUse, type MoveSource } from '../../src/platform/database/move/source-file.js';
import { SCHEMA } from '../../src/bootstrap/schema.js';
import { filledDatabase } from '../support/filled-tables.js';
import { bareDatabase } from '../support/server-databases.js';

const ROWS = 7;
const SIZE = 4;
const server = process.env['MSSQL_TEST_URL'];
const schema = { entities: [], migrations: SCHEMA.migrations };

const ONE_YEAR = `INSERT INTO "petition_year" ("year", "last") VALUES (7, 1)`;

class Killed extends Error {}

let made: string;
let folder: string;
let targetUrl: string;
const path = (): string => join(folder, 'nguon.db');

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'hoi-am-chuyen-'));
  await filledDatabase(join(made, 'nguon.db'), ROWS);
});
afterAll(() => rm(made, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoi-am-chuyen-'));
  targetUrl = server === undefined ? `sqlite:${join(folder, 'dich.db')}` : await bareDatabase(server);
  await copyFile(join(made, 'nguon.db'), path());
});
afterEach(() => rm(folder, { recursive: true }));

async function withBoth<T>(work: (source: MoveSource, database: Database) => Promise<T>): Promise<T> {
  const source = openAlone(path());
  const database = await Database.open(targetUrl, schema);
  try {
    return await work(source, database);
  } finally {
    await database.close();
    source.close();
  }
}

const quiet: Watch = () => undefined;

function move(watch: Watch = quiet, prove = () => Promise.resolve(true)): Promise<readonly MovedSum[]> {
  return withBoth(async (source, database) => {
    const standing = await standingOfTarget(database);
    return moveDatabase({ source, database, standing, watch, size: SIZE }, prove);
  });
}

/** The process is gone, with all its connections, after so many batches. */
function killedAt(kill: number): Watch {
  let batches = 0;
  return (act) => {
    if (act === 'copied') batches += 1;
    if (batches === kill) throw new Killed();
  };
}

async function inTarget<T>(statement: string): Promise<readonly T[]> {
  const database = await Database.open(targetUrl, schema);
  try {
    return await database.writer.query<readonly T[]>(statement);
  } finally {
    await database.close();
  }
}

/** A mark is read, and later set, each time by another move. */
async function readMarks(): Promise<(table: string, rows: number) => Promise<void>> {
  const inTransaction = async <T>(work: (tx: EntityManager) => Promise<T>): Promise<T> => {
    const database = await Database.open(targetUrl, schema);
    try {
      return await database.writer.transaction(work);
    } finally {
      await database.close();
    }
  };
  const marks = await inTransaction((tx) => MoveMarks.read(tx));
  return (table, rows) => inTransaction((tx) => marks.set(tx, table, { after: ['a'], rows, done: false }));
}

const standing = (): Promise<unknown> => withBoth((_, database) => standingOfTarget(database));

async function flawOf(act: () => Promise<unknown>): Promise<unknown> {
  const error: unknown = await act().catch((thrown: unknown) => thrown);
  return error instanceof TargetUnfit ? error.flaw : error;
}

function changeSource(statement: string): void {
  const file = new BetterSqlite3(path());
  file.exec(statement);
  file.close();
}

/** One more row, which the database numbers itself. */
const ONE_MORE_TRACE = `INSERT INTO "exchange_trace" ("at", "direction", "channel", "operation", "status", "ms", "requestSha256", "requestSize",
  "responseSize", "bundle", "sameBefore", "missedBefore") VALUES ('2026-03-18 02:00:00.000', 'toUs', '', '', '', 1, '', 1, 1, '', 0, 0)`;

describe('a database that is moved', () => {
  it('is there whole, with the numbers of its rows, and gives no number twice', async () => {
    const tables = await move();
    expect(tables.filter(({ accept }) => !accept)).toEqual([]);
    expect(new Set(tables.map(({ rows }) => rows))).toEqual(new Set([ROWS]));
    expect(tables.length).toBeGreaterThan(150);

    const last = () => inTarget<{ id: number }>('SELECT MAX("id") AS "id" FROM "exchange_trace"');
    expect(await last()).toEqual([{ id: 49 }]);
    await inTarget(ONE_MORE_TRACE);
    expect(await last()).toEqual([{ id: 49 + 40 + 1 }]);
    expect(await flawOf(standing)).toBe('inUse');
  });

  it('goes on after kills between batches, and is then the same', async () => {
    let [runs, moved]: [number, readonly MovedSum[] | null] = [0, null];
    while (moved === null) {
      runs += 1;
      moved = await move(killedAt(50 + 5 * runs)).catch((error: unknown) => {
        if (error instanceof Killed) return null;
        throw error;
      });
      if (moved === null) expect(await standing()).toBe('halfMoved');
    }
    expect(runs).toBeGreaterThan(3);
    expect(moved.filter(({ accept, rows }) => !accept || rows !== ROWS)).toEqual([]);
    expect(await flawOf(standing)).toBe('inUse');
  });

  it('is made anew where it was made by migrations and not used', async () => {
    const begun = await Database.open(targetUrl, SCHEMA);
    await begun.migrate();
    await begun.close();
    expect(await standing()).toBe('unused');
    expect((await move()).filter(({ accept, rows }) => !accept || rows !== ROWS)).toEqual([]);
  });

  it('is released only when both are the same and the chains are proved there', async () => {
    const unproved = await move(quiet, () => Promise.resolve(false));
    expect(unproved.every(({ accept }) => accept)).toBe(true);
    expect(await standing()).toBe('halfMoved');

    await inTarget(`UPDATE "unit" SET "name" = 'khác' WHERE "id" = (SELECT MIN("id") FROM "unit")`);
    const different = await move(quiet, () => Promise.reject(new Error('Must not be asked.')));
    expect(different.filter(({ accept }) => !accept).map(({ table }) => table)).toEqual(['unit']);
    expect(await standing()).toBe('halfMoved');
  });
});

describe('nothing is moved', () => {
  it('while another process has the source open, nor can one open it meanwhile', () => {
    const other = new BetterSqlite3(path());
    other.prepare('SELECT COUNT(*) FROM "unit"').get();
    expect(() => openAlone(path())).toThrow(SourceInUse);
    other.close();
    const alone = openAlone(path());
    const late = new BetterSqlite3(path(), { timeout: 50 });
    expect(() => late.prepare('SELECT COUNT(*) FROM "unit"').get()).toThrow(/locked/u);
    late.close();
    alone.close();
  });

  it('further from a source that has changed since a move into the target began', async () => {
    await expect(move(killedAt(40))).rejects.toThrow(Killed);
    changeSource(`UPDATE "unit" SET "name" = 'khác'`);
    expect(await flawOf(() => move())).toBe('otherSource');
  });

  it('into the database of another program', async () => {
    await inTarget('CREATE TABLE "of_others" ("id" int)');
    expect(await flawOf(() => move())).toBe('foreign');
  });

  it('of a value that SQLite took and the target would cut, and that is said beforehand', async () => {
    changeSource(`UPDATE "unit" SET "name" = '${'ễ'.repeat(501)}' WHERE "id" = (SELECT MIN("id") FROM "unit")`);
    const { misfits } = await withBoth(async (source, database) =>
      lookOver({ source, database, standing: await standingOfTarget(database), watch: quiet, size: SIZE }),
    );
    expect(misfits).toMatchObject([{ table: 'unit', column: 'name' }]);
    await expect(move()).rejects.toMatchObject({ misfit: { table: 'unit', column: 'name' } });
    expect(await flawOf(standing)).toBe('halfMoved');
  });

  it('of two rows that are one to the target, and the table is named', async () => {
    await expect(move(killedAt(10))).rejects.toThrow(Killed);
    await inTarget(ONE_YEAR);
    const refused: unknown = await move().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AlikeInTarget);
    expect(refused).toMatchObject({ table: 'petition_year' });
  });

  it('by the later of two moves that have read the same mark', async () => {
    await expect(move(killedAt(10))).rejects.toThrow(Killed);
    const [first, second] = [await readMarks(), await readMarks()];
    await first('unit', 2);
    await expect(second('unit', 2)).rejects.toThrow(MovedMeanwhile);
    const [third, fourth] = [await readMarks(), await readMarks()];
    await third('unit', 4);
    await expect(fourth('unit', 4)).rejects.toThrow(MovedMeanwhile);
  });

  it('of a dry run, which reads all', async () => {
    const { tables, misfits } = await withBoth(async (source, database) =>
      lookOver({ source, database, standing: await standingOfTarget(database), watch: quiet, size: SIZE }),
    );
    expect([misfits, new Set(tables.map(({ rows }) => rows))]).toEqual([[], new Set([ROWS])]);
    expect(await standing()).toBe('bare');
  });
});
