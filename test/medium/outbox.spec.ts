import { hostname } from 'node:os';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { Outbox, PromiseKeepers, type Payload } from '../../src/platform/outbox/outbox.js';
import { OutboxWorker } from '../../src/platform/outbox/outbox-worker.js';
import { Log } from '../../src/platform/telemetry/log.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

/** A peer that fails as told and remembers what reached it. */
class Peer {
  readonly reached: string[] = [];
  failure: Error | null = null;
  givenUp: string[] = [];
  readonly kind = 'test.send';

  keep({ name }: Payload): Promise<void> {
    if (this.failure) return Promise.reject(this.failure);
    this.reached.push(name ?? '');
    return Promise.resolve();
  }

  giveUp(_payload: Payload, reason: string): Promise<void> {
    this.givenUp.push(reason);
    return Promise.resolve();
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

  const worker = (): OutboxWorker => {
    const keepers = new PromiseKeepers();
    keepers.add(peer);
    return new OutboxWorker(test.database, uow, clock, keepers, new Log('silent'));
  };
  const promise = (name: string, lane?: string): Promise<void> =>
    uow.run((tx) =>
      outbox.promise(tx, { kind: 'test.send', key: name, payload: { name }, ...(lane === undefined ? {} : { lane }) }),
    );
  const rows = (): Promise<OutboxEntity[]> =>
    test.database.reader.getRepository(OutboxEntity).find({ order: { seq: 'ASC' } });

  it('makes a promise of one name once', async () => {
    await promise('a');
    await promise('a');
    await worker().runOnce();
    await worker().runOnce();
    expect(peer.reached).toEqual(['a']);
  });

  it('promises nothing when the change fails', async () => {
    await expect(
      uow.run(async (tx) => {
        await outbox.promise(tx, { kind: 'test.send', key: 'a', payload: { name: 'a' } });
        throw new Error('refused');
      }),
    ).rejects.toThrow();
    expect(await rows()).toEqual([]);
  });

  it('keeps the order of a lane even when its first promise fails', async () => {
    await promise('1', 'lane');
    await promise('2', 'lane');
    await promise('other');
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
    await promise('a');
    peer.failure = new OutsideUnavailable('busy', { retryAfterSeconds: 90 });
    await worker().runOnce();
    const [row] = await rows();
    expect(row?.attempts).toBe(1);
    expect(row!.dueAt.getTime() - clock.now().getTime()).toBeGreaterThanOrEqual(90_000);
  });

  it('gives up at once what the peer refuses, with its reason', async () => {
    await promise('a');
    peer.failure = new OutsideRefused('EO-VALIDATION', 'Thiếu nơi nhận.');
    await worker().runOnce();
    const [row] = await rows();
    expect(row).toMatchObject({ outcome: 'givenUp', lastError: 'Thiếu nơi nhận.' });
    expect(peer.givenUp).toEqual(['Thiếu nơi nhận.']);
  });

  it('never lets two workers keep one promise at the same time', async () => {
    for (let index = 0; index < 20; index += 1) await promise(`p${String(index)}`);
    await Promise.all([worker().runOnce(), worker().runOnce(), worker().runOnce()]);
    expect([...peer.reached].sort()).toEqual([...new Set(peer.reached)].sort());
    expect(peer.reached).toHaveLength(20);
  });

  it('frees at the next start what a killed process held', async () => {
    await promise('a');
    await uow.run((tx) =>
      tx.update(
        OutboxEntity,
        { key: 'a' },
        { leasedBy: `${hostname().slice(0, 30)}/4999999/dead`, leasedUntil: new Date('2027-01-01T00:00:00Z') },
      ),
    );
    const next = worker();
    expect(await next.runOnce()).toBe(0);
    await next.freeLeasesOfTheDead();
    expect(await next.runOnce()).toBe(1);
  });
});
