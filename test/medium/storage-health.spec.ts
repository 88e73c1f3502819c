import { openSync, closeSync, writeSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings, type Settings } from '../../src/config/settings.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FolderFileStore } from '../../src/platform/files/folder-file-store.js';
import { StorageHealth } from '../../src/platform/health/storage-health.js';
import { JobSlotEntity } from '../../src/platform/scheduling/job-slot.entity.js';
import { Log } from '../../src/platform/telemetry/log.js';
import { FixedClock } from '../support/fixed-clock.js';
import { onSqlite } from '../support/on-sqlite.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const PAGE_BYTES = 4096;

describe('the health of the storage', () => {
  let test: TestDatabase;
  let settings: Settings;
  let log: Log;
  let lines: { readonly event: string }[];
  const opened: StorageHealth[] = [];

  beforeEach(async () => {
    test = await openTestDatabase();
    settings = readSettings({ NODE_ENV: 'test', HOI_AM_DATA: test.directory });
    lines = [];
    log = new Log('info', { write: (line) => lines.push(JSON.parse(line) as { event: string }) });
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.onApplicationShutdown();
    log.flush();
    await test.close();
  });

  /** A process that has just started: nothing is remembered. */
  function health(): StorageHealth {
    const clock = new FixedClock('2026-03-18T02:00:00Z');
    const one = new StorageHealth(
      settings,
      test.database,
      new UnitOfWork(test.database),
      clock,
      log,
      new FolderFileStore(settings.dataDirectory),
    );
    opened.push(one);
    return one;
  }

  async function zeroPageOf(table: string): Promise<void> {
    const { writer } = test.database;
    const [row] = await writer.query<{ readonly rootpage: number }[]>(
      `select rootpage from sqlite_master where name = '${table}'`,
    );
    await writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
    const file = openSync(join(test.directory, 'hoi-am.db'), 'r+');
    writeSync(file, Buffer.alloc(PAGE_BYTES), 0, PAGE_BYTES, ((row?.rootpage ?? 0) - 1) * PAGE_BYTES);
    closeSync(file);
  }

  it('is good when a row and a file can be written, which leave nothing behind but one row', async () => {
    expect(await health().problems()).toEqual([]);
    expect(await health().problems()).toEqual([]);
    const { reader } = test.database;
    expect(await reader.getRepository(JobSlotEntity).countBy({ job: 'health.write' })).toBe(1);
    expect((await readdir(test.directory)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  onSqlite('lets it refuse to write').it(
    'is asked once for all who ask at a time, and for the next seconds',
    async () => {
      const one = health();
      const answers = await Promise.all(Array.from({ length: 50 }, () => one.problems()));
      expect(new Set(answers).size).toBe(1);
      await test.database.writer.query('PRAGMA query_only = 1');
      expect(await one.problems()).toEqual([]);
      expect(await health().problems()).toEqual([{ part: 'database', cause: 'read-only' }]);
      await test.database.writer.query('PRAGMA query_only = 0');
    },
  );

  it('is bad when no file can be written, by what the system says', async () => {
    const folder = settings.dataDirectory;
    const DATABASE_URL = `sqlite:${join(folder, 'hoi-am.db')}`;
    const away = readSettings({ NODE_ENV: 'test', HOI_AM_DATA: join(folder, 'la-tep'), DATABASE_URL });
    await writeFile(away.dataDirectory, '');
    settings = away;
    expect(await health().problems()).toEqual([{ part: 'files', cause: 'disk-failing' }]);
    await rm(away.dataDirectory);
    await mkdir(away.dataDirectory);
    expect(await health().problems()).toEqual([]);
  });

  onSqlite('zeroes a page of its file').it(
    'names the table of a zeroed page, and is bad from then on; the database goes on being read',
    async () => {
      const one = health();
      await one.checkNow();
      expect(one.checked?.verdict).toEqual({ kind: 'whole' });
      await zeroPageOf('ticket_import');
      const after = health();
      await after.checkNow();
      expect(after.checked?.verdict).toMatchObject({ kind: 'damaged', places: [{ table: 'ticket_import' }] });
      expect(await after.problems()).toEqual([{ part: 'database', cause: 'database-corrupt' }]);
      expect(lines).toContainEqual(expect.objectContaining({ event: 'database.damaged', tables: ['ticket_import'] }));
      expect(lines).toContainEqual(expect.objectContaining({ event: 'health.unwell' }));
    },
  );

  onSqlite('zeroes a page of its file').it('is looked over at once when anybody reads a damaged page', async () => {
    const one = health();
    expect(await one.problems()).toEqual([]);
    await zeroPageOf('ticket_import');
    log.warn('job.failed', { job: 'x', error: Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' }) });
    expect(await one.problems()).toEqual([{ part: 'database', cause: 'database-corrupt' }]);
    await one.checkNow();
    expect(one.checked?.verdict.kind).toBe('damaged');
  });

  onSqlite('reads the pages of its file').it('is good again when the pages turn out to be whole', async () => {
    const one = health();
    log.warn('job.failed', { job: 'x', error: Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' }) });
    await one.checkNow();
    expect(await one.problems()).toEqual([]);
  });

  it('is not worse because somebody else holds the database for a moment', async () => {
    const { writer } = test.database;
    const uow = new UnitOfWork(test.database);
    const clock = new FixedClock('2026-03-18T02:00:00Z');
    const one = new StorageHealth(
      settings,
      test.database,
      uow,
      clock,
      log,
      new FolderFileStore(settings.dataDirectory),
    );
    opened.push(one);
    let free: () => void = () => undefined;
    const held = uow.run(() => new Promise<void>((resolve) => (free = resolve)));
    expect(await one.problems()).toEqual([]);
    free();
    await held;
    await writer.query('SELECT 1');
  });
});
