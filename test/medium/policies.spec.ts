import type { Actor } from '../../src/kernel/actor.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { Journal } from '../../src/journal/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { limitFor, policyAt, type PolicySet, type SourcedLimit } from '../../src/law/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Policies, PublishPolicy, type PublishPolicyCommand } from '../../src/policies/index.js';
import { PolicyVersionEntity } from '../../src/policies/persistence/policies.entities.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const person = (...roles: Actor['roles']): Actor => ({ id: 'an', name: 'Lê Văn An', unitId: null, roles });

const administrator = person('administrator');

const shipped = policyAt(civilDate('2026-03-18'));

const DAYS: SourcedLimit = {
  amount: 7,
  unit: 'workingDays',
  source: { standing: 'choice', text: 'Sở quyết định' },
};

/** The shipped set with seven working days to settle an ordinary matter. */
function draft(change: Partial<PolicySet> = {}): PolicySet {
  const { limits } = shipped;
  return {
    ...shipped,
    name: 'Bộ thời hạn từ tháng 4',
    validFrom: civilDate('2026-04-01'),
    limits: { ...limits, process: { ...limits.process, normal: DAYS } },
    ...change,
  };
}

const command = (change: Partial<PublishPolicyCommand> = {}): PublishPolicyCommand => ({
  draft: draft(),
  reason: 'Theo kết luận họp giao ban tháng 3.',
  basedOn: 1,
  latest: 1,
  ...change,
});

describe('the rules on time', () => {
  let test: TestDatabase;
  let clock: FixedClock;
  let policies: Policies;
  let publishPolicy: PublishPolicy;

  beforeEach(async () => {
    test = await openTestDatabase();
    clock = new FixedClock('2026-03-18T02:00:00Z');
    policies = new Policies(test.database);
    publishPolicy = new PublishPolicy(clock, new UnitOfWork(test.database), policies, new Journal(clock));
  });
  afterEach(() => test.close());

  const rows = (): Promise<number> => test.database.reader.getRepository(PolicyVersionEntity).count();

  const daysToSettle = async (day: string): Promise<number> =>
    limitFor(await policies.at(civilDate(day)), 'process', 'normal').amount;

  it('begin with the shipped set, which needs no row', async () => {
    expect(await policies.all()).toEqual([shipped]);
    expect(await policies.version(1)).toBe(shipped);
    await expect(policies.version(2)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('rule 3: the version in force is that of the day of receipt', async () => {
    await publishPolicy.publish(administrator, command());
    expect([await daysToSettle('2026-03-31'), await daysToSettle('2026-04-01')]).toEqual([5, 7]);
  });

  it('come back from the database as they were published', async () => {
    const limits = { process: { urgent: DAYS } };
    const { schoolSafety } = shipped.categories;
    const categories = { ...shipped.categories, schoolSafety: { ...schoolSafety, limits } };
    const set = await publishPolicy.publish(
      administrator,
      command({ draft: draft({ categories, validTo: civilDate('2026-12-31') }) }),
    );
    expect(await new Policies(test.database).version(2)).toEqual(set);
  });

  it('rule 4: a version that tickets were counted by stays as it was', async () => {
    const before = JSON.stringify(await policies.version(1));
    await publishPolicy.publish(administrator, command());
    await publishPolicy.publish(
      administrator,
      command({ latest: 2, draft: draft({ validFrom: civilDate('2026-05-01') }) }),
    );
    expect(JSON.stringify(await policies.version(1))).toBe(before);
    expect((await policies.all()).map(({ version, validFrom }) => [version, validFrom])).toEqual([
      [1, '2024-01-01'],
      [2, '2026-04-01'],
      [3, '2026-05-01'],
    ]);
  });

  it('are seen by another process at its next question', async () => {
    const elsewhere = new Policies(test.database);
    expect(await elsewhere.all()).toHaveLength(1);
    await publishPolicy.publish(administrator, command());
    expect((await elsewhere.at(civilDate('2026-04-01'))).version).toBe(2);
  });

  it('rule 4: a change is in the journal with what it changes', async () => {
    const { fees } = shipped.categories;
    const categories = { ...shipped.categories, fees: { ...fees, anonymous: 'accept' as const } };
    await publishPolicy.publish(administrator, command({ draft: draft({ categories }) }));
    const [line] = await test.database.reader.getRepository(JournalEntryEntity).find();
    expect(line).toMatchObject({
      action: 'policy.publish',
      objectId: '2',
      actorId: 'an',
      detail: {
        validFrom: '2026-04-01',
        changed: [
          { field: 'name', before: 'Bộ thời hạn mặc định', after: 'Bộ thời hạn từ tháng 4' },
          { field: 'limits.process.normal', before: '5 ngày làm việc', after: '7 ngày làm việc' },
          { field: 'limits.process.normal.source', after: 'Sở quy định: Sở quyết định' },
          { field: 'categories.fees.anonymous', after: 'Tiếp nhận như phản ánh có họ tên, cách liên hệ' },
        ],
      },
    });
    expect((await policies.published(2)).publication).toEqual({
      byName: 'Lê Văn An',
      at: clock.now(),
      reason: 'Theo kết luận họp giao ban tháng 3.',
    });
  });

  it('are published once when two administrators do it at the same moment', async () => {
    const results = await Promise.allSettled([
      publishPolicy.publish(administrator, command()),
      publishPolicy.publish({ ...administrator, id: 'binh' }, command()),
    ]);
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    expect(refused).toEqual([expect.objectContaining({ code: 'changed-meanwhile' })]);
    expect(await rows()).toBe(1);
  });

  it.each<[string, Actor, Partial<PublishPolicyCommand>, object]>([
    ['an officer', person('contactOfficer', 'unitHead', 'registryClerk', 'supervisor'), {}, { code: 'forbidden' }],
    ['a draft of a version that is not', administrator, { basedOn: 9 }, { code: 'not-found' }],
    ['a limit of zero', administrator, { draft: draft({ shortestRefusal: 0 }) }, flawed('shortestRefusal')],
    [
      'a first day that is over',
      administrator,
      { draft: draft({ validFrom: civilDate('2026-03-17') }) },
      flawed('validFrom'),
    ],
    [
      'a changed limit under its old source',
      administrator,
      { draft: draft({ limits: staleProcess() }) },
      flawed('limits.process.complex.source'),
    ],
    ['no reason', administrator, { reason: 'vì thế' }, flawed('reason')],
  ])('leave nothing behind when refused: %s', async (_rule, actor, change, refusal) => {
    await expect(publishPolicy.publish(actor, command(change))).rejects.toMatchObject(refusal);
    expect([await rows(), await test.database.reader.getRepository(JournalEntryEntity).count()]).toEqual([0, 0]);
  });

  it('may begin today', async () => {
    await publishPolicy.publish(person('leader'), command({ draft: draft({ validFrom: civilDate('2026-03-18') }) }));
    expect(await daysToSettle('2026-03-18')).toBe(7);
  });
});

function flawed(field: string): object {
  return { code: 'policy-flawed', details: { flaws: [expect.objectContaining({ field })] } };
}

function staleProcess(): PolicySet['limits'] {
  const { process } = shipped.limits;
  return { ...shipped.limits, process: { ...process, complex: { ...process.complex, amount: 12 } } };
}
