import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings } from '../../src/config/settings.js';
import { KeepDigest } from '../../src/documents/anchoring/keep-digest.js';
import { TellLogHost } from '../../src/documents/anchoring/tell-log-host.js';
import { WriteDigest } from '../../src/documents/anchoring/write-digest.js';
import type { SignedDigest } from '../../src/documents/domain/daily-digest.js';
import { isSigned } from '../../src/documents/domain/signed.js';
import { LogHost, type LogMessage } from '../../src/documents/ports/log-host.port.js';
import { givenAnchors } from '../../src/cli/files/given-anchor.js';
import { JournalQueries } from '../../src/journal/index.js';
import { OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { ChainedApp } from '../support/chained-app.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { unguard } from '../support/unguarded.js';

/** A machine of somebody else, as far as what it has heard. */
class HeardLogHost extends LogHost {
  readonly heard: LogMessage[] = [];
  readonly isOn = true;

  override send(message: LogMessage): Promise<void> {
    this.heard.push(message);
    return Promise.resolve();
  }
}

describe('the journal’s digest of a day', () => {
  const clock = new FixedClock('2026-03-16T02:00:00Z');
  const logHost = new HeardLogHost();
  let test: TestDatabase;
  let app: ChainedApp;
  let writeDigest: WriteDigest;

  beforeAll(async () => {
    test = await openTestDatabase();
    const { database, directory } = test;
    app = new ChainedApp(database, directory, clock);
    const settings = readSettings({ HOI_AM_DATA: directory });
    const [uow, outbox] = [new UnitOfWork(database), new Outbox(clock)];
    writeDigest = new WriteDigest(settings, clock, database, new JournalQueries(database), uow, outbox, logHost);
    await app.receive('1/TĐ1022');
    await app.receive('2/TĐ1022');
  });
  afterAll(() => test.close());

  it('is signed once a day is over, and goes out of the agency by two ways', async () => {
    clock.advance(24 * 60 * 60_000);
    const signed = await writeDigest.write();
    expect(signed).toMatchObject({ day: '2026-03-16', rows: 2, journal: { seq: 2 } });
    expect(await writeDigest.write()).toBeNull();
    expect(isSigned(signed as SignedDigest)).toBe(true);

    const jobs = await test.database.reader.manager.find(OutboxEntity);
    expect(jobs.map(({ kind }) => kind)).toEqual(['journal.keepDigest', 'journal.tellLogHost']);
    const keep = new KeepDigest(readSettings({ HOI_AM_DATA: test.directory }), test.database);
    expect(jobs.map(({ payload }) => payload)).toEqual([{ day: '2026-03-16' }, { day: '2026-03-16' }]);
    for (let twice = 0; twice < 2; twice += 1) await keep.handle({ day: '2026-03-16' });
    const [digest = ''] = (await readdir(join(test.directory, 'moc'))).filter((name) => name.includes('2026-03-16'));
    const path = join(test.directory, 'moc', digest);
    const whole = await readFile(path, 'utf8');
    await writeFile(path, whole.slice(0, 100));
    await expect(keep.handle({ day: '2026-03-16' })).rejects.toBeInstanceOf(OutsideUnavailable);
    await writeFile(path, whole);
    await new TellLogHost(test.database, logHost).handle({ day: '2026-03-16' });
    const folder = join(test.directory, 'moc');
    expect(await readdir(folder)).toEqual(['ngay-2026-03-16.json']);
    expect(JSON.parse(await readFile(join(folder, 'ngay-2026-03-16.json'), 'utf8'))).toEqual(signed);
    expect(logHost.heard.map(({ text }) => JSON.parse(text) as unknown)).toEqual([signed]);
    expect(logHost.heard[0]?.text).toMatch(/^[\x20-\x7e]{1,1000}$/u);
  });

  it('proves the journal as an anchor does', async () => {
    const anchors = await givenAnchors({ path: join(test.directory, 'moc'), key: undefined, agency: '000.00.03.H24' });
    const heads = typeof anchors === 'string' ? [] : anchors.map(({ journal }) => journal);
    expect(heads).toHaveLength(1);
    expect(await app.journal.verify(heads)).toMatchObject({ accept: true });
    expect(await app.journal.verify(heads.map((head) => ({ ...head, hash: 'a'.repeat(64) })))).toMatchObject({
      ...{ accept: false, chain: 'broken', brokenAt: 2 },
      flaws: [{ code: 'anchor-differs', seq: 2 }],
    });
  });

  it('is not signed over a journal that was taken back since', async () => {
    await unguard(test.database, 'journal_entry');
    await test.database.writer.query('DELETE FROM "journal_entry" WHERE "seq" = 2');
    clock.advance(24 * 60 * 60_000);
    await expect(writeDigest.write()).rejects.toThrow('không còn như lúc ký bản tổng hợp ngày 2026-03-16');
  });
});
