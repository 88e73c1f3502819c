import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { QueryFailedError } from 'typeorm';
import { DomainError } from '../../src/kernel/domain-error.js';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { SYNC_STAFF } from '../../src/organisation/jobs/jobs.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import type { JobHandler, PayloadOf } from '../../src/platform/outbox/job.js';
import { JobHandlers } from '../../src/platform/outbox/job-handlers.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import type { OutboxWorker } from '../../src/platform/outbox/outbox-worker.js';
import { JobControl } from '../../src/platform/outbox/job-control.js';
import { StuckJobs } from '../../src/platform/outbox/stuck-jobs.js';
import { FixedClock } from '../support/fixed-clock.js';
import { outboxOf, type OutboxParts } from '../support/outbox-of.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { testJob } from '../support/test-job.js';

const SEND = testJob('test.send');

/** A peer that fails as told and remembers what reached it. */
class Peer implements JobHandler<typeof SEND> {
  readonly reached: string[] = [];
  failure: Error | null = null;
  givenUp: string[] = [];
  readonly job = SEND;

  handle({ name }: PayloadOf<typeof SEND>): Promise<void> {
    if (this.failure) return Promise.reject(this.failure);
    this.reached.push(name);
    return Promise.resolve();
  }

  giveUp(_payload: PayloadOf<typeof SEND>, reason: string): Promise<void> {
    return Promise.resolve(void this.givenUp.push(reason));
  }
}

describe('the outbox', () => {
  let test: TestDatabase;
  let uow: UnitOfWork;
  let clock: FixedClock;
  let outbox: Outbox;
  let peer: Peer;

  beforeEach(async () => {
    test = await openTestDatabase();
    uow = new UnitOfWork(test.database);
    clock = new FixedClock('2026-03-18T02:00:00Z');
    outbox = new Outbox(clock);
    peer = new Peer();
  });
  afterEach(() => test.close());

  const handlersOf = (...others: readonly JobHandler[]): JobHandlers => {
    const handlers = new JobHandlers();
    handlers.add(peer, ...others);
    return handlers;
  };
  const parts = (...others: readonly JobHandler[]): OutboxParts =>
    outboxOf({ database: test.database, uow, clock }, handlersOf(...others));
  const worker = (...others: readonly JobHandler[]): OutboxWorker => parts(...others).worker;
  const enqueue = (name: string, orderingKey?: string): Promise<void> =>
    uow.run((tx) => outbox.enqueue(tx, { ...SEND.of({ name }), orderingKey }));
  const rows = (): Promise<OutboxEntity[]> =>
    test.database.reader.getRepository(OutboxEntity).find({ order: { seq: 'ASC' } });

  it('makes no second look while one waits to be begun, and one more while one is under way', async () => {
    let looked = 0;
    const job = testJob('test.look');
    const hint = (name: string): Promise<void> =>
      uow.run((tx) => outbox.enqueue(tx, { ...job.of({ name }), unlessWaiting: true }));
    const look: JobHandler = {
      job,
      handle: async () => {
        looked += 1;
        if (looked === 1) for (const key of ['tin 3', 'tin 4']) await hint(key);
      },
    };
    for (const key of ['tin 1', 'tin 2']) await hint(key);
    const eager = worker(look);
    while ((await eager.runOnce()) > 0);
    expect(looked).toBe(2);
    expect((await rows()).map(({ key, outcome }) => [key, outcome])).toEqual([
      ['tin 1', 'done'],
      ['tin 3', 'done'],
    ]);
  });

  it('enqueues a job of one name once', async () => {
    await enqueue('a');
    await enqueue('a');
    await worker().runOnce();
    await worker().runOnce();
    expect(peer.reached).toEqual(['a']);
  });

  it('enqueues nothing when the change fails', async () => {
    await expect(
      uow.run(async (tx) => {
        await outbox.enqueue(tx, SEND.of({ name: 'a' }));
        throw new Error('refused');
      }),
    ).rejects.toThrow();
    expect(await rows()).toEqual([]);
  });

  it('keeps the order of an ordering key even when its first job fails', async () => {
    await enqueue('1', 'order');
    await enqueue('2', 'order');
    await enqueue('other');
    peer.failure = new OutsideUnavailable('down');
    await worker().runOnce();
    peer.failure = null;
    await worker().runOnce();
    expect(peer.reached).toEqual([]);
    clock.advance(60_000);
    await worker().runOnce();
    await worker().runOnce();
    expect(peer.reached.filter((name) => name !== 'other')).toEqual(['1', '2']);
  });

  it('waits longer after each failure, and as long as the peer asks', async () => {
    await enqueue('a');
    peer.failure = new OutsideUnavailable('busy', { retryAfterSeconds: 90 });
    await worker().runOnce();
    const [row] = await rows();
    expect(row?.attempts).toBe(1);
    expect(row!.dueAt.getTime() - clock.now().getTime()).toBeGreaterThanOrEqual(90_000);
  });

  it('gives up at once what the peer refuses, with its reason', async () => {
    await enqueue('a');
    peer.failure = new OutsideRefused('EO-VALIDATION', 'Thiếu nơi nhận.');
    await worker().runOnce();
    const [row] = await rows();
    expect(row).toMatchObject({ outcome: 'givenUp', lastError: 'Thiếu nơi nhận.' });
    expect(peer.givenUp).toEqual(['Thiếu nơi nhận.']);
  });

  it('never lets two workers do one job at the same time', async () => {
    for (let index = 0; index < 20; index += 1) await enqueue(`p${String(index)}`);
    await Promise.all([worker().runOnce(), worker().runOnce(), worker().runOnce()]);
    expect([...peer.reached].sort()).toEqual([...new Set(peer.reached)].sort());
    expect(peer.reached).toHaveLength(20);
  });

  it('frees at the next start what a killed process held', async () => {
    await enqueue('a');
    await uow.run((tx) =>
      tx.update(
        OutboxEntity,
        { key: 'a' },
        { leasedBy: `${hostname().slice(0, 30)}/4999999/dead`, leasedUntil: new Date('2027-01-01T00:00:00Z') },
      ),
    );
    const next = parts();
    expect(await next.worker.runOnce()).toBe(0);
    await next.leases.freeThoseOfTheDead();
    expect(await next.worker.runOnce()).toBe(1);
  });

  const HOUR = 60 * 60_000;
  const failOften = async (failure: Error, times: number): Promise<void> => {
    peer.failure = failure;
    const one = worker();
    for (let tried = 0; tried < times; tried += 1) {
      await one.runOnce();
      clock.advance(HOUR);
    }
    peer.failure = null;
  };

  it.each<[string, Error]>([
    ['an e-office that is away', new OutsideUnavailable('down')],
    ['someone who changed it meanwhile', new DomainError('changed-meanwhile')],
    ['a busy database', Object.assign(new Error('busy'), { code: 'SQLITE_BUSY' })],
    ['a full disk', Object.assign(new Error('full'), { code: 'SQLITE_FULL' })],
    ['a calendar that is not yet known', new DomainError('deadline-calendar-missing', { year: 2028 })],
    ['periods that are not yet known', new DomainError('policy-missing')],
  ])('outlasts %s, however many tries it takes', async (_what, failure) => {
    await enqueue('a');
    await failOften(failure, 30);
    expect(peer.givenUp).toEqual([]);
    await worker().runOnce();
    expect(peer.reached).toEqual(['a']);
  });

  it('never waits more than an hour, though the peer asks for more', async () => {
    await enqueue('a');
    peer.failure = new OutsideUnavailable('down', { retryAfterSeconds: 100_000 });
    await worker().runOnce();
    const [row] = await rows();
    expect(row!.dueAt.getTime() - clock.now().getTime()).toBe(HOUR);
  });

  it('leaves a fault of its own to a person after twelve tries, and keeps none of its words', async () => {
    await enqueue('a');
    await failOften(new QueryFailedError('insert', ['Nguyễn Văn A'], new Error("truncated 'Nguyễn Văn A'")), 12);
    const [row] = await rows();
    expect(row).toMatchObject({
      outcome: 'givenUp',
      attempts: 12,
      lastError: 'Lỗi trong hệ thống (QueryFailedError).',
    });
  });

  it('does what is new though more than a thousand wait, each ordering key by its head', async () => {
    const later = new Date(clock.now().getTime() + HOUR);
    await uow.run(async (tx) => {
      for (let index = 0; index < 1100; index += 1) {
        const name = `w${String(index)}`;
        const orderingKey = index % 2 === 0 ? 'stuck' : `own${String(index)}`;
        await outbox.enqueue(tx, { ...SEND.of({ name }), orderingKey });
      }
      await tx.update(OutboxEntity, { kind: 'test.send' }, { dueAt: later });
    });
    await enqueue('behind', 'stuck');
    await enqueue('free');
    await enqueue('ordered', 'new');
    await worker().runOnce();
    expect(peer.reached).toEqual(['free', 'ordered']);
  });

  it.each(['exchange', SYNC_STAFF.channel] as const)('does the jobs of the app while %s hangs', async (channel) => {
    let answer = (): void => undefined;
    const job = testJob('test.call', channel);
    const hanging = { job, handle: () => new Promise<void>((resolve) => (answer = resolve)) };
    await uow.run((tx) => outbox.enqueue(tx, job.of({ name: 'slow' })));
    await enqueue('a');
    const one = worker(hanging);
    const turn = one.runOnce();
    while (peer.reached.length === 0) await pause(5);
    await enqueue('b');
    await one.runChannel('internal');
    expect(peer.reached).toEqual(['a', 'b']);
    expect(await one.runChannel(channel)).toBe(0);
    answer();
    expect(await turn).toBe(2);
  });

  it('begins nothing more once the app is closing', async () => {
    await enqueue('a');
    await enqueue('b');
    const one = worker();
    peer.handle = ({ name }) => {
      peer.reached.push(name);
      one.beforeApplicationShutdown();
      return Promise.resolve();
    };
    await one.runOnce();
    expect(peer.reached).toEqual(['a']);
  });

  it.each<[string, Error | null]>([
    ['done', null],
    ['failed', new OutsideUnavailable('down')],
    ['was refused', new OutsideRefused('EO-VALIDATION', 'Thiếu nơi nhận.')],
  ])('writes nothing over the work of another worker when its own %s too late', async (_what, failure) => {
    await enqueue('a');
    peer.handle = async () => {
      await uow.run((tx) => tx.update(OutboxEntity, { key: 'a' }, { leasedBy: 'another/1/worker' }));
      if (failure) throw failure;
    };
    expect(await worker().runOnce()).toBe(0);
    const [row] = await rows();
    expect(row).toMatchObject({ leasedBy: 'another/1/worker', attempts: 0, outcome: null, finishedAt: null });
    expect(peer.givenUp).toEqual([]);
  });

  it('holds on to what takes longer than a lease', async () => {
    await enqueue('a');
    const { leases } = parts();
    await uow.run((tx) => leases.takeIn(tx, 1, false));
    clock.advance(4 * 60_000);
    await leases.renew(1);
    clock.advance(4 * 60_000);
    expect(await uow.run((tx) => parts().leases.takeIn(tx, 1, false))).toBe(false);
  });

  it('ends a job only together with its handler taking it in, and goes on with the next', async () => {
    await enqueue('a');
    await enqueue('b');
    peer.failure = new OutsideRefused('EO-VALIDATION', 'Thiếu nơi nhận.');
    peer.giveUp = () => Promise.reject(new DomainError('signature-transition-refused'));
    await worker().runOnce();
    for (const row of await rows()) expect(row).toMatchObject({ outcome: null, attempts: 1, leasedBy: null });
  });

  it('shows what was given up or fails for long, and tries again when told so', async () => {
    const stuck = new StuckJobs(test.database, clock);
    const hands = new JobControl(handlersOf(), clock);
    await enqueue('refused');
    peer.failure = new OutsideRefused('EO-VALIDATION', 'Thiếu nơi nhận.');
    await worker().runOnce();
    await enqueue('waits');
    await failOften(new OutsideUnavailable('down'), 5);
    await enqueue('new');
    expect((await stuck.list()).map(({ seq, outcome }) => [seq, outcome])).toEqual([
      [1, 'givenUp'],
      [2, null],
    ]);
    expect(await stuck.count()).toBe(2);
    await expect(uow.run((tx) => hands.reopen(tx, 2))).rejects.toMatchObject({ code: 'not-found' });
    expect(await uow.run((tx) => hands.reopen(tx, 1))).toMatchObject({ kind: 'test.send', attempts: 1 });
    await worker().runOnce();
    expect([...peer.reached].sort()).toEqual(['new', 'refused', 'waits']);
    expect(await stuck.count()).toBe(0);
  });

  it('shows at once what waits for the calendar, not what is only tried again soon', async () => {
    const stuck = new StuckJobs(test.database, clock);
    await enqueue('soon');
    peer.failure = new OutsideUnavailable('down');
    await worker().runOnce();
    expect(await stuck.count()).toBe(0);

    await enqueue('next year');
    peer.failure = new DomainError('deadline-calendar-missing', { year: 2028 });
    await worker().runOnce();
    expect(await stuck.list()).toMatchObject([
      { seq: 2, outcome: null, lastError: 'Chưa có lịch làm việc của năm 2028. Bổ sung lịch rồi tính lại.' },
    ]);
    expect([await stuck.count('test.send'), await stuck.count('test.other')]).toEqual([1, 0]);
  });
});
