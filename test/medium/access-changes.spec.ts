import { AccessChanges, Journal } from '../../src/journal/index.js';
import type { Actor } from '../../src/kernel/actor.js';
import { Notices } from '../../src/notices/application/notices.js';
import { TellOfAccessChanges } from '../../src/notices/jobs/tell-of-access-changes.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase } from '../support/test-database.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { settle } from '../support/test-people.js';

const ADMINISTRATOR: Actor = { id: 'quantri', name: 'Lê Văn An', unitId: null, roles: ['administrator'] };
const SUPERVISOR: Actor = { id: 'giamsat', name: 'Hoàng Thị Minh Nguyệt', unitId: null, roles: ['supervisor'] };
const CLERK: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: null, roles: ['registryClerk'] };

it('rule 54: a change of rights is told of day by day until somebody else than its maker confirms it', async () => {
  const test = await openTestDatabase();
  await settle(test.database);
  const clock = new FixedClock('2026-03-18T02:00:00Z');
  const uow = new UnitOfWork(test.database);
  const journal = new Journal(clock);
  const changes = new AccessChanges(test.database, clock, journal, uow);
  const tell = new TellOfAccessChanges(
    clock,
    changes,
    new StaffDirectory(test.database, clock),
    new Notices(clock),
    uow,
  );
  const act = { action: 'authority.add', objectKind: 'authority', objectId: 'tq-1' } as const;
  await uow.run((tx) => journal.record(tx, ADMINISTRATOR, { ...act, action: 'ticket.assign' }));
  await uow.run((tx) => journal.record(tx, ADMINISTRATOR, act));

  expect([await tell.run(), await tell.run()]).toEqual([1, 0]);
  clock.advance(24 * 60 * 60_000);
  expect(await tell.run()).toBe(1);
  const told = await test.database.reader.manager.find(NoticeEntity);
  expect(told.map(({ staffId }) => staffId)).toEqual(['giamsat', 'giamsat']);
  expect(told[0]?.words).toContain('Lê Văn An, dòng nhật ký 2');

  const [waiting] = await changes.waiting();
  expect(waiting).toMatchObject({ seq: 2, action: 'authority.add' });
  for (const nobody of [ADMINISTRATOR, CLERK])
    await expect(changes.confirm(nobody, 2)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(changes.confirm(SUPERVISOR, 1)).rejects.toMatchObject({ code: 'not-found' });
  await changes.confirm(SUPERVISOR, 2);
  await expect(changes.confirm(SUPERVISOR, 2)).rejects.toMatchObject({ code: 'changed-meanwhile' });
  expect(await changes.waiting()).toEqual([]);
  clock.advance(24 * 60 * 60_000);
  expect(await tell.run()).toBe(0);
  await test.close();
});

it('confirms several changes of rights by one press, each with its own line; all or none', async () => {
  const test = await openTestDatabase();
  const clock = new FixedClock('2026-03-18T02:00:00Z');
  const uow = new UnitOfWork(test.database);
  const journal = new Journal(clock);
  const changes = new AccessChanges(test.database, clock, journal, uow);
  for (const objectId of ['tq-1', 'tq-2', 'tq-3']) {
    const act = { action: 'authority.add', objectKind: 'authority', objectId } as const;
    await uow.run((tx) => journal.record(tx, objectId === 'tq-3' ? SUPERVISOR : ADMINISTRATOR, act));
  }
  const seqs = async (): Promise<number[]> => (await changes.waiting()).map(({ seq }) => seq);
  await expect(changes.confirmAll(SUPERVISOR, [])).rejects.toMatchObject({ code: 'input-invalid' });
  await expect(changes.confirmAll(SUPERVISOR, [1, 2, 3])).rejects.toMatchObject({ code: 'forbidden' });
  expect(await seqs()).toEqual([1, 2, 3]);
  await changes.confirmAll(SUPERVISOR, [1, 2, 2]);
  expect(await seqs()).toEqual([3]);
  const said = await test.database.reader.manager.findBy(JournalEntryEntity, { action: 'accessChange.confirm' });
  expect(said.map(({ objectId, actorId }) => [objectId, actorId])).toEqual([
    ['1', 'giamsat'],
    ['2', 'giamsat'],
  ]);
  await test.close();
});
