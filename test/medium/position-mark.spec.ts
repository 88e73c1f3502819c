import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RestoreMarks } from '../../src/documents/index.js';
import { PositionMark } from '../../src/documents/anchoring/position-mark.js';
import { Journal } from '../../src/journal/index.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { Settings } from '../../src/config/settings.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TestApp } from '../support/test-app.js';

/** What lies beside the database, each test on what the one before it left. */
describe('the mark beside the data', () => {
  let app: TestApp;
  let path: string;
  beforeAll(async () => {
    app = await TestApp.open();
    path = join(app.nest.get(Settings).dataDirectory, 'vi-tri.json');
  });
  afterAll(() => app.close());

  const why = (): Promise<string | null> => app.nest.get(RestoreMarks).why();
  const write = (): Promise<void> => app.nest.get(PositionMark).write();
  const act = (): Promise<void> =>
    app.nest
      .get(UnitOfWork)
      .run((tx) =>
        app.nest.get(Journal).record(tx, SYSTEM, { action: 'journal.read', objectKind: 'journal', objectId: 'one' }),
      );

  it('says nothing of a restore at the first start, nor where it is behind the database, as after a crash', async () => {
    expect(await why()).toBeNull();
    await app.receive();
    await write();
    expect(await why()).toBeNull();
    await act();
    expect(await why()).toBeNull();
    const mark = JSON.parse(await readFile(path, 'utf8')) as { lines: unknown[]; counters: object };
    expect(mark.lines).toMatchObject([{ messageId: 'MSG-1', number: 1, year: 2026 }]);
    expect(mark.counters).toEqual({
      ...{ registers: { 'incoming 2026': 1 }, tickets: { '2026-03-18': 1 } },
      petitions: {},
    });
  });

  it('tells of a database that does not hold what it saw', async () => {
    await write();
    const mark = JSON.parse(await readFile(path, 'utf8')) as { journal: { seq: number } };
    await writeFile(path, JSON.stringify({ ...mark, journal: { ...mark.journal, seq: mark.journal.seq + 5 } }));
    expect(await why()).toContain('không còn như tệp vi-tri.json');
  });

  it('tells of a copy of the folder of data', async () => {
    await write();
    await copyFile(path, `${path}.cu`);
    await write();
    await rm(path);
    await copyFile(`${path}.cu`, path);
    expect(await why()).toContain('bản chép lại');
  });

  it('tells of a database that had one, and of one that cannot be read', async () => {
    await writeFile(path, '{"at":');
    expect(await why()).toContain('Không có tệp vi-tri.json');
    await rm(path);
    expect(await why()).toContain('Không có tệp vi-tri.json');
  });

  it('is not asked where the administrator reports a restore, until the restore is made good', async () => {
    await write();
    await writeFile(join(path, '..', 'vua-phuc-hoi'), '');
    expect(await why()).toContain('Người quản trị báo');
    await app.nest.get(RestoreMarks).settled();
    expect(await why()).toBeNull();
  });
});
