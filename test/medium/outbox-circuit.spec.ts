import { jest } from '@jest/globals';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutboxAttemptEntity } from '../../src/platform/outbox/outbox-attempt.entity.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import type { JobHandler, PayloadOf } from '../../src/platform/outbox/job.js';
import { JobHandlers } from '../../src/platform/outbox/job-handlers.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { JobSlots } from '../../src/platform/scheduling/job-slots.js';
import { FixedClock } from '../support/fixed-clock.js';
import { outboxOf, type OutboxParts } from '../support/outbox-of.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { testJob } from '../support/test-job.js';

const SEND = testJob('test.send', 'exchange');
const LOOK = testJob('test.look', 'looking');

/** A peer of the exchange that may be away, and refuses some messages. */
class Peer implements JobHandler<typeof SEND> {
  readonly job = SEND;
  readonly called: string[] = [];
  readonly reached: string[] = [];
  away = false;
  atOnce = 0;
  mostAtOnce = 0;

  async handle({ name }: PayloadOf<typeof SEND>): Promise<void> {
    this.called.push(name);
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    this.atOnce -= 1;
    if (this.away) throw new OutsideUnavailable('down');
    if (name.startsWith('bad')) throw new OutsideRefused('EO-VALIDATION', 'Thiếu nơi nhận.');
    this.reached.push(name);
  }
}

describe('the outbox before a peer that is away', () => {
  let test: TestDatabase;
  let uow: UnitOfWork;
  let clock: FixedClock;
  let peer: Peer;

  beforeEach(async () => {
    test = await openTestDatabase();
    uow = new UnitOfWork(test.database);
    clock = new FixedClock('2026-03-18T02:00:00Z');
    peer = new Peer();
  });
  afterEach(() => test.close());

  const parts = (): OutboxParts => {
    const handlers = new JobHandlers();
    handlers.add(peer);
    return outboxOf({ database: test.database, uow, clock }, handlers);
  };
  const enqueue = (name: string, orderingKey?: string, blocksFollowing = false): Promise<void> =>
    uow.run((tx) =>
      new Outbox(clock).enqueue(tx, {
        ...{ ...SEND.of({ name }), orderingKey },
        ...(blocksFollowing ? { blocksFollowing } : {}),
      }),
    );
  const attempts = (): Promise<OutboxAttemptEntity[]> =>
    test.database.reader.getRepository(OutboxAttemptEntity).find({ order: { id: 'ASC' } });

  /** Both workers take turns, for so many seconds. */
  async function workFor(seconds: number, ...workers: readonly OutboxParts[]): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      await Promise.all(workers.map(({ worker }) => worker.drain('exchange')));
      clock.advance(1_000);
    }
  }

  it('leaves the e-office alone with looks too, for as long as it asked of what was sent', async () => {
    const looks: string[] = [];
    const handlers = new JobHandlers();
    handlers.add({
      job: SEND,
      handle: () => Promise.reject(new OutsideUnavailable('busy', { retryAfterSeconds: 8 })),
    });
    handlers.add({ job: LOOK, handle: () => Promise.resolve(void looks.push('looked')) });
    const { worker } = outboxOf({ database: test.database, uow, clock }, handlers);
    for (let index = 0; index < 8; index += 1) await enqueue(`p${String(index)}`);
    await worker.drain('exchange');
    await uow.run((tx) => new Outbox(clock).enqueue(tx, LOOK.of({ name: 'look' })));
    await worker.drain('looking');
    expect(looks).toEqual([]);
    clock.advance(9_000);
    await worker.drain('looking');
    expect(looks).toEqual(['looked']);
  });

  it('two workers on forty jobs: ten minutes away mean few calls, and half a minute later all is sent, in order', async () => {
    const workers = [parts(), parts()];
    for (let index = 0; index < 40; index += 1) await enqueue(`p${String(index)}`, `key ${String(index % 2)}`);
    peer.away = true;
    await workFor(600, ...workers);
    expect(peer.called.length).toBeLessThan(50);
    peer.away = false;
    await workFor(30, ...workers);
    expect(peer.reached).toHaveLength(40);
    for (const parity of [0, 1]) {
      const orderingKey = peer.reached.map((name) => Number(name.slice(1))).filter((number) => number % 2 === parity);
      expect(orderingKey).toEqual([...orderingKey].sort((a, b) => a - b));
    }
    expect(await workers[0]?.circuits.standing('exchange')).toBe('closed');
  });

  it('a refusal is an answer: the circuit closes, and what failed meanwhile is due at once', async () => {
    const one = parts();
    peer.away = true;
    for (let index = 0; index < 5; index += 1) await enqueue(`p${String(index)}`);
    await one.worker.runOnce();
    expect(await one.circuits.standing('exchange')).toBe('wait');
    await enqueue('bad one');
    await one.worker.runOnce();
    expect(peer.called).toHaveLength(5);
    peer.away = false;
    clock.advance(2_000);
    await one.worker.drain('exchange');
    await one.worker.drain('exchange');
    expect(peer.reached).toHaveLength(5);
    expect((await one.circuits.list())[0]).toMatchObject({ channel: 'exchange', state: 'closed', outages: 0 });
  });

  it('writes down every try, and forgets those of what is settled after ninety days', async () => {
    const one = parts();
    await enqueue('bad');
    peer.away = true;
    await one.worker.runOnce();
    peer.away = false;
    clock.advance(10_000);
    await one.worker.runOnce();
    await enqueue('good');
    await one.worker.runOnce();
    expect(await attempts()).toMatchObject([
      { seq: 1, channel: 'exchange', outcome: 'unavailable', code: null },
      { seq: 1, outcome: 'refused', code: 'EO-VALIDATION', reason: 'Thiếu nơi nhận.' },
      { seq: 2, outcome: 'kept', code: null, reason: null },
    ]);
    clock.advance(91 * 24 * 60 * 60_000);
    expect(await one.attempts.forgetOld()).toBe(1);
    expect((await attempts()).map(({ seq }) => seq)).toEqual([1, 1]);
  });

  it('what was given up and blocks what follows keeps the rest waiting; another lets the rest pass', async () => {
    const one = parts();
    await enqueue('bad letter', 'strict', true);
    await enqueue('its recall', 'strict');
    await enqueue('bad status', 'loose');
    await enqueue('next status', 'loose');
    await one.worker.drain('exchange');
    await one.worker.runOnce();
    expect(peer.reached).toEqual(['next status']);
    await uow.run((tx) => tx.update(OutboxEntity, { key: 'bad letter' }, { outcome: 'done' }));
    await one.worker.runOnce();
    expect(peer.reached).toEqual(['next status', 'its recall']);
  });

  it('calls the e-office twice at once, not more', async () => {
    for (let index = 0; index < 30; index += 1) await enqueue(`p${String(index)}`);
    await parts().worker.drain('exchange');
    expect([peer.reached.length, peer.mostAtOnce]).toEqual([30, 2]);
  });

  it('lets go of a job whose end the database would not take, once it takes it again', async () => {
    const one = parts();
    await enqueue('a');
    const run = jest.spyOn(uow, 'run');
    peer.handle = ({ name }) => {
      peer.reached.push(name);
      if (peer.reached.length === 1)
        run.mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }));
      return Promise.resolve();
    };
    expect(await one.worker.runOnce()).toBe(0);
    expect(await one.worker.runOnce()).toBe(1);
    expect(peer.reached).toEqual(['a', 'a']);
  });

  it('a clock that is put back by an hour holds nothing up: jobs, circuit, and work in slots of time', async () => {
    const [one, slots] = [parts(), new JobSlots(uow, clock, test.database)];
    peer.away = true;
    for (let index = 0; index < 5; index += 1) await enqueue(`p${String(index)}`);
    await one.worker.runOnce();
    expect([await slots.claim('look', 60_000), await slots.claim('look', 60_000)]).toEqual([true, false]);
    peer.away = false;
    clock.advance(-3_600_000);
    await one.worker.runOnce();
    expect(peer.reached).toEqual([]);

    await one.skewCorrection.run();
    await one.worker.drain('exchange');
    await one.worker.drain('exchange');
    expect(peer.reached).toHaveLength(5);
    expect([await slots.claim('look', 60_000), await slots.claim('look', 60_000)]).toEqual([true, false]);
    clock.advance(3_600_000);
    expect(await slots.claim('look', 60_000)).toBe(true);
  });

  it('pauses are kept when the clock was not put back, and a sign that it was is heeded once', async () => {
    const one = parts();
    peer.away = true;
    await enqueue('a');
    await one.worker.runOnce();
    await one.skewCorrection.run();
    await one.worker.runOnce();
    expect(peer.called).toEqual(['a']);
    clock.advance(-3_600_000);
    await one.skewCorrection.run();
    const { dueAt } = await test.database.reader.getRepository(OutboxEntity).findOneByOrFail({ key: 'a' });
    expect(dueAt).toEqual(clock.now());
    clock.advance(-1_000);
    await one.skewCorrection.run();
    expect(await test.database.reader.getRepository(OutboxEntity).findOneByOrFail({ key: 'a' })).toMatchObject({
      dueAt,
    });
  });

  it('another host whose clock is 45 s ahead cuts pauses short once an hour, not at each turn', async () => {
    const one = parts();
    peer.away = true;
    const isBroughtForward = async (key: string): Promise<boolean> => {
      clock.advance(5_000 + 45_000);
      await enqueue(key);
      await one.worker.runOnce();
      clock.advance(-45_000);
      await one.skewCorrection.run();
      const { dueAt } = await test.database.reader.getRepository(OutboxEntity).findOneByOrFail({ key });
      return dueAt <= clock.now();
    };
    expect([await isBroughtForward('a'), await isBroughtForward('b')]).toEqual([true, false]);
    clock.advance(3_600_000);
    expect(await isBroughtForward('c')).toBe(true);
  });
});
