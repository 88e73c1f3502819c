import type { Actor } from '../../src/kernel/actor.js';
import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutboxEvidenceEntity } from '../../src/platform/outbox/outbox-evidence.entity.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import type { JobHandler, PayloadOf } from '../../src/platform/outbox/job.js';
import { JobHandlers } from '../../src/platform/outbox/job-handlers.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { JobControl } from '../../src/platform/outbox/job-control.js';
import { FixedClock } from '../support/fixed-clock.js';
import { outboxOf, type OutboxParts } from '../support/outbox-of.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { testJob } from '../support/test-job.js';

const SEND = testJob('test.send', 'exchange');
const MIRROR = testJob('test.mirror', 'exchange');

const CLERK: Actor = { id: 'clerk', name: 'Phạm Thị Văn Thư', unitId: null, roles: ['registryClerk'] };
const EVIDENCE = {
  note: 'Nơi nhận xác nhận qua điện thoại.',
  receiptId: 'R-9',
  sha256: 'a'.repeat(64),
  fileName: 'x.pdf',
};

describe('jobs in the hands of people', () => {
  let test: TestDatabase;
  let uow: UnitOfWork;
  let clock: FixedClock;
  let hands: JobControl;
  let one: OutboxParts;
  const reached: string[] = [];
  const delivered: (string | null)[] = [];
  const givenUp: string[] = [];
  const refuses = new Set<string>();

  beforeEach(async () => {
    for (const list of [reached, delivered, givenUp]) list.length = 0;
    refuses.clear();
    test = await openTestDatabase();
    uow = new UnitOfWork(test.database);
    clock = new FixedClock('2026-03-18T02:00:00Z');
    const handlers = new JobHandlers();
    const handle = ({ name }: PayloadOf<typeof SEND>): Promise<void> => {
      if (refuses.has(name)) return Promise.reject(new OutsideRefused('EO-VALIDATION', 'Thiếu nơi nhận.'));
      reached.push(name);
      return Promise.resolve();
    };
    const send: JobHandler<typeof SEND> = {
      job: SEND,
      handle,
      giveUp: (_payload, reason) => Promise.resolve(void givenUp.push(reason)),
      delivered: (_payload, receiptId) => Promise.resolve(void delivered.push(receiptId)),
    };
    const mirror: JobHandler<typeof MIRROR> = { job: MIRROR, handle };
    handlers.add(send, mirror);
    one = outboxOf({ database: test.database, uow, clock }, handlers);
    hands = new JobControl(handlers, clock);
  });
  afterEach(() => test.close());

  const enqueue = (name: string, job: typeof SEND | typeof MIRROR = SEND): Promise<void> =>
    uow.run((tx) =>
      new Outbox(clock).enqueue(tx, { ...job.of({ name }), orderingKey: 'order', blocksFollowing: true }),
    );
  const row = (seq: number): Promise<OutboxEntity> =>
    test.database.reader.getRepository(OutboxEntity).findOneByOrFail({ seq });

  it('what is held waits, and those after it under its ordering key, until it is released', async () => {
    await enqueue('first');
    await enqueue('second');
    await uow.run((tx) => hands.hold(tx, 1, CLERK, 'Chờ Sở hỏi lại.'));
    clock.advance(24 * 60 * 60_000);
    await one.worker.drain('exchange');
    expect(reached).toEqual([]);
    expect(await row(1)).toMatchObject({ heldByName: CLERK.name, holdReason: 'Chờ Sở hỏi lại.' });
    await uow.run((tx) => hands.release(tx, 1));
    await one.worker.drain('exchange');
    expect(reached).toEqual(['first', 'second']);
  });

  it('what a person has proved ends as delivered, tells its feature, and frees what follows it', async () => {
    refuses.add('first');
    await enqueue('first');
    await enqueue('second');
    await one.worker.drain('exchange');
    expect(reached).toEqual([]);
    await uow.run((tx) => hands.markDelivered(tx, 1, CLERK, EVIDENCE));
    await one.worker.drain('exchange');
    expect([delivered, reached]).toEqual([['R-9'], ['second']]);
    const kept = await test.database.reader.getRepository(OutboxEvidenceEntity).findOneByOrFail({ seq: 1 });
    expect(kept).toMatchObject({ ...EVIDENCE, byId: 'clerk', byName: CLERK.name });
    expect(await row(1)).toMatchObject({ outcome: 'delivered', lastError: 'Thiếu nơi nhận.' });
  });

  it('what is set aside is not done, and frees what follows it', async () => {
    refuses.add('first');
    await enqueue('first');
    await enqueue('second');
    await one.worker.drain('exchange');
    givenUp.length = 0;
    await uow.run((tx) => hands.setAside(tx, 1, 'Không gửi nữa.'));
    await one.worker.drain('exchange');
    expect([reached, givenUp]).toEqual([['second'], []]);
  });

  it('what is held and set aside tells its feature, which would wait for it otherwise', async () => {
    await enqueue('first');
    await uow.run((tx) => hands.hold(tx, 1, CLERK, 'Chờ Sở hỏi lại.'));
    await uow.run((tx) => hands.setAside(tx, 1, 'Không gửi nữa.'));
    expect(givenUp).toEqual(['Không gửi nữa.']);
  });

  it.each<[string, (hand: JobControl, seq: number) => Promise<unknown>, string]>([
    [
      'hold what a worker has in hand',
      (hand, seq) => uow.run((tx) => hand.hold(tx, seq, CLERK, '')),
      'changed-meanwhile',
    ],
    ['set aside what is still tried', (hand, seq) => uow.run((tx) => hand.setAside(tx, seq, '')), 'not-found'],
    ['release what nobody holds', (hand, seq) => uow.run((tx) => hand.release(tx, seq)), 'not-found'],
    ['hold a number that no row can have', (hand) => uow.run((tx) => hand.hold(tx, 2 ** 40, CLERK, '')), 'not-found'],
  ])('nobody may %s', async (_what, act, code) => {
    await enqueue('first');
    await uow.run((tx) => one.leases.takeIn(tx, 1, false));
    await expect(act(hands, 1)).rejects.toMatchObject({ code });
  });

  it('nobody may call delivered what has no other way; nothing of it is written', async () => {
    await enqueue('first', MIRROR);
    const proved = uow.run((tx) => hands.markDelivered(tx, 1, CLERK, EVIDENCE));
    await expect(proved).rejects.toMatchObject({ code: 'not-found' });
    expect(await row(1)).toMatchObject({ outcome: null, finishedAt: null });
  });
});
