import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings } from '../../src/config/settings.js';
import { PurgeExchangeLog } from '../../src/exchange/application/log/purge-exchange-log.js';
import { CEILING, KeepRefusedCalls } from '../../src/exchange/application/log/keep-refused-calls.js';
import { KeepTraces } from '../../src/exchange/application/log/keep-traces.js';
import { ExchangeTraceEntity } from '../../src/exchange/persistence/exchange-trace.entity.js';
import { RefusedCallEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { RefusedCallDayEntity } from '../../src/exchange/persistence/refused-call-day.entity.js';
import { TraceQueries } from '../../src/exchange/persistence/trace-queries.js';
import type { ObservedCall } from '../../src/exchange/ports/call-observer.port.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { EvidenceStore } from '../../src/platform/files/evidence-store.js';
import { FolderFileStore } from '../../src/platform/files/folder-file-store.js';
import { Log } from '../../src/platform/telemetry/log.js';
import { inWorkContext } from '../../src/platform/telemetry/work-context.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;

describe('evidence of the exchange', () => {
  const clock = new FixedClock('2026-03-18T01:00:00Z');
  let test: TestDatabase;
  let evidence: EvidenceStore;
  let uow: UnitOfWork;

  beforeAll(async () => {
    test = await openTestDatabase();
    evidence = new EvidenceStore(new FolderFileStore(join(test.directory, 'chung-cu'), 'forATime'));
    uow = new UnitOfWork(test.database);
  });
  afterAll(() => test.close());

  const log = new Log('silent');
  const traces = (): KeepTraces => new KeepTraces(evidence, uow, log);
  const refusals = (): KeepRefusedCalls => new KeepRefusedCalls(uow, evidence, clock, log);
  const queries = (): TraceQueries => new TraceQueries(test.database, clock);
  const rows = (): Promise<ExchangeTraceEntity[]> =>
    test.database.reader.getRepository(ExchangeTraceEntity).find({ order: { id: 'ASC' } });
  const files = async (): Promise<readonly string[]> =>
    (await readdir(join(test.directory, 'chung-cu'), { recursive: true })).filter((name) => name.length > 60);
  const call = (response: string | null, more: Partial<ObservedCall> = {}): ObservedCall => ({
    ...{ direction: 'toThem', channel: 'exchange', operation: 'ListPendingMessages', at: clock.now(), ms: 12 },
    status: response === null ? 'none' : '200',
    question: 'có gì mới',
    request: { kept: Buffer.from(`hỏi lúc ${clock.now().toISOString()}`), size: 900 },
    response: response === null ? null : { kept: Buffer.from(response), size: 700 },
    ...more,
  });

  it('keeps both sides of a call, with the job and the message that it was for', async () => {
    const keep = traces();
    await inWorkContext({ seq: 7 }, () =>
      inWorkContext({ messageId: 'm-1' }, async () => {
        await Promise.resolve();
        keep.observe(call('đã nhận', { operation: 'AcknowledgeMessage' }));
      }),
    );
    keep.observe(call(null, { operation: 'SendMessage' }));
    await keep.flush();
    const [told, unanswered] = await rows();
    expect(told).toMatchObject({ seq: 7, messageId: 'm-1', operation: 'AcknowledgeMessage', requestSize: 900 });
    expect(unanswered).toMatchObject({ seq: null, messageId: null, status: 'none', responseSha256: null });
    expect(unanswered?.bundle).toBe(told?.bundle);
    const said = await evidence.part(told?.bundle ?? '', told?.responseSha256 ?? '');
    expect(said?.toString('utf8')).toBe('đã nhận');
    expect(await queries().ofMessage('m-1')).toMatchObject([{ id: told?.id }]);
    expect(await queries().ofJob(7)).toMatchObject([{ id: told?.id }]);
    expect(await queries().page(unanswered?.id ?? 0, 10)).toMatchObject([{ id: told?.id }]);
  });

  it('keeps a call about a message whose id is longer than any may be', async () => {
    const keep = traces();
    await inWorkContext({ messageId: 'm'.repeat(150) }, async () => {
      await Promise.resolve();
      keep.observe(call('đã nhận'));
    });
    await keep.flush();
    expect((await rows()).at(-1)?.messageId).toBe('m'.repeat(100));
  });

  it('keeps a question that hears the same once an hour, and says how often it was asked', async () => {
    const keep = traces();
    const before = (await rows()).length;
    for (let minute = 0; minute < 61; minute += 1) {
      keep.observe(call('không có gì'));
      clock.advance(60_000);
    }
    keep.observe(call('một tin'));
    await keep.flush();
    expect((await rows()).slice(before).map(({ sameBefore }) => sameBefore)).toEqual([0, 59, 0]);
  });

  it.each([
    ['503', 'bận'],
    ['none', null],
  ])('keeps a failure %s that stays the same once an hour, whatever it says', async (status, said) => {
    const keep = traces();
    const before = (await rows()).length;
    for (let minute = 0; minute < 61; minute += 1) {
      keep.observe(call(said && `${said} ${String(minute)}`, { status }));
      clock.advance(60_000);
    }
    keep.observe(call('lại trả lời'));
    await keep.flush();
    expect((await rows()).slice(before).map(({ sameBefore }) => sameBefore)).toEqual([0, 59, 0]);
  });

  it('keeps different questions that hear the same, each once', async () => {
    const keep = traces();
    const before = (await rows()).length;
    for (const question of ['một', 'hai', 'ba', 'hai']) keep.observe(call('không có gì', { question }));
    await keep.flush();
    expect(await rows()).toHaveLength(before + 3);
  });

  it('counts what it cannot take, and says so with the next', async () => {
    const keep = traces();
    const kept = Buffer.alloc(2 ** 20);
    for (let time = 0; time < 20; time += 1)
      keep.observe(call('x', { status: '503', question: String(time), request: { kept, size: 1 } }));
    await keep.flush();
    keep.observe(call('x', { status: '503' }));
    await keep.flush();
    expect(await queries().missedLately()).toBe(5);
  });

  it('keeps so much a day of what a door refused, no matter how often somebody knocks', async () => {
    const keep = refusals();
    const flood = Array.from({ length: CEILING.calls + 250 }, (_, index) =>
      keep.record('e-office-callback', 'EO-AUTH', 'Sai tài khoản.', Buffer.alloc(40_000, String(index))),
    );
    await Promise.all(flood);
    await keep.record('voffice-callback', 'EO-FORBIDDEN', 'Địa chỉ lạ.', Buffer.alloc(0));
    await keep.flush();
    const refused = await test.database.reader.getRepository(RefusedCallEntity).findBy({ door: 'e-office-callback' });
    expect(refused).toHaveLength(CEILING.calls);
    const withBytes = refused.filter(({ bundle }) => bundle !== null);
    expect(withBytes).toHaveLength(Math.floor(CEILING.bytes / 40_000));
    const [first] = withBytes;
    expect((await evidence.part(first?.bundle ?? '', first?.rawSha256 ?? ''))?.length).toBe(40_000);
    expect(await queries().refusedToday()).toMatchObject([
      { door: 'e-office-callback', kept: CEILING.calls, beyond: 250 },
      { door: 'voffice-callback', kept: 1, beyond: 0 },
    ]);
    clock.advance(DAY_MS);
    await keep.record('e-office-callback', 'EO-AUTH', 'Sai tài khoản.', Buffer.from('hôm sau'));
    expect(await queries().refusedToday()).toMatchObject([{ kept: 1, beyond: 0 }]);
  });

  it('leaves no bytes without a row where the row cannot be written', async () => {
    const before = await files();
    const keep = traces();
    keep.observe(call('x', { direction: 'nowhere' as never, question: null }));
    await keep.flush();
    const refused = refusals().record('e-office-callback', null as never, 'Sai tài khoản.', Buffer.from('gọi'));
    await expect(refused).rejects.toThrow(/null/iu);
    expect(await files()).toEqual(before);
  });

  it('loses bytes that a killed process wrote no row for, damaged ones too, when their time is over', async () => {
    const settings = readSettings({ EXCHANGE_EVIDENCE_DAYS: '7' });
    const forget = new PurgeExchangeLog(settings, test.database, uow, evidence, clock);
    const before = await files();
    // As after a kill between the bytes and their row.
    const unnamed: string[] = [];
    for (let time = 0; time < 3; time += 1)
      await evidence.keep([Buffer.from('x')], (bundle) => Promise.resolve(unnamed.push(bundle)));
    const [old = '', damaged = '', young = ''] = unnamed;
    const pathOf = (name: string): string => join(test.directory, 'chung-cu', name.slice(0, 2), name);
    await writeFile(pathOf(damaged), 'hỏng');
    const longAgo = new Date(clock.now().getTime() - 8 * DAY_MS);
    const named = before.map((name) => join(test.directory, 'chung-cu', name));
    for (const path of [pathOf(old), pathOf(damaged), ...named]) await utimes(path, longAgo, longAgo);
    await utimes(pathOf(young), clock.now(), clock.now());
    await expect(evidence.part(damaged, '')).rejects.toThrow();
    await forget.purge();
    expect([...(await files())].sort()).toEqual([...before, join(young.slice(0, 2), young)].sort());
    await evidence.remove(young);
  });

  it('is gone when its time is over, rows and bytes; what is younger stays', async () => {
    const settings = readSettings({ EXCHANGE_EVIDENCE_DAYS: '7' });
    const forget = new PurgeExchangeLog(settings, test.database, uow, evidence, clock);
    const keep = traces();
    clock.advance(5 * DAY_MS);
    keep.observe(call('mới', { status: '500' }));
    await keep.flush();
    expect(await forget.purge()).toBe(0);
    clock.advance(2 * DAY_MS + HOUR_MS);
    await forget.purge();
    expect(await rows()).toMatchObject([{ status: '500' }]);
    const counts = [RefusedCallEntity, RefusedCallDayEntity].map((one) =>
      test.database.reader.getRepository(one).count(),
    );
    expect(await Promise.all(counts)).toEqual([0, 1]);
    expect(await files()).toHaveLength(1);
    const [young] = await rows();
    expect(await evidence.part(young?.bundle ?? '', young?.requestSha256 ?? '')).not.toBeNull();
  });
});
