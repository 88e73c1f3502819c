import { OfficerChangeEntity } from '../../src/officers/persistence/officers.entities.js';
import { DirectoryRunEntity } from '../../src/organisation/persistence/directory-run.entity.js';
import { isUniqueViolation } from '../../src/platform/database/database-errors.js';
import { TrustProposalEntity } from '../../src/signing/trust/persistence/trust.entities.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const at = new Date('2026-03-18T02:00:00Z');
const change = {
  ...{ leavingId: null, takingId: 'binh', validFrom: '2026-04-01', reason: 'Đổi việc', choices: {}, createdAt: at },
  ...{ createdById: 'an', createdByName: 'An', gaveRole: null, handed: null, doneAt: null },
  ...{ phone: '', email: '', confirmedById: null, confirmedByName: null, confirmedAt: null },
};
const proposal = {
  ...{ act: 'add', kind: 'anchor', certificateId: null, der: '', subject: 'CN=A', personId: null, purposes: [] },
  ...{ basis: 'Văn bản', proposedById: 'an', proposedByName: 'An', proposedAt: at, decidedByName: null },
  ...{ decidedAt: null, refusedBecause: null },
};
const run = {
  ...{ kind: 'full', byId: 'an', byName: 'An', startedAt: at, movedAt: at },
  ...{ seen: 0, added: 0, changed: 0, disabled: 0, untouched: 0, refused: 0 },
};

describe('what may wait only once at a time', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  it.each<[string, new () => object, { readonly waiting: object; readonly over: object }]>([
    [
      'a change of an officer',
      OfficerChangeEntity,
      { waiting: { ...change, state: 'waiting', unitId: 'a' }, over: { state: 'done' } },
    ],
    [
      'a change of trust',
      TrustProposalEntity,
      { waiting: { ...proposal, state: 'waiting', sha256: '1' }, over: { state: 'refused' } },
    ],
    [
      'a reading of the directory',
      DirectoryRunEntity,
      { waiting: { ...run, state: 'asked', underWay: 1 }, over: { underWay: null } },
    ],
  ])('is held by the database itself: %s', async (_what, entity, { waiting, over }) => {
    const { manager } = test.database.writer;
    const insert = (id: string) => manager.insert(entity, { ...waiting, id });
    await insert('first');
    expect(isUniqueViolation(await insert('second').catch((error: unknown) => error))).toBe(true);
    await manager.update(entity, { id: 'first' }, over);
    await insert('second');
  });
});
