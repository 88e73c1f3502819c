import { OfficerChangeEntity } from '../../src/officers/persistence/officers.entities.js';
import { TrustProposalEntity } from '../../src/signing/trust/persistence/trust.entities.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const by = { createdById: 'an', createdByName: 'An', gaveRole: null, handed: null, doneAt: null };
const asked = {
  ...{ leavingId: null, takingId: 'binh', validFrom: '2026-04-01', reason: 'Đổi việc', choices: {} },
  ...by,
};
const told = { phone: '', email: '', confirmedById: null, confirmedByName: null, confirmedAt: null };
const proposed = {
  ...{ act: 'add', kind: 'anchor', certificateId: null, der: '', subject: 'CN=A', personId: null, purposes: [] },
  ...{ basis: 'Văn bản', proposedById: 'an', proposedByName: 'An', decidedByName: null, decidedAt: null },
  refusedBecause: null,
};

describe('what may wait only once at a time', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  it('is ended but for the eldest where an older version let it wait twice', async () => {
    const { writer } = test.database;
    while (await isUnique()) await writer.undoLastMigration();
    const at = (day: number): Date => new Date(Date.UTC(2026, 2, day));
    for (const [id, unitId, state, day] of [
      ['c', 'truong-a', 'waiting', 2],
      ['b', 'truong-a', 'waiting', 1],
      ['a', 'truong-a', 'waiting', 2],
      ['d', 'truong-a', 'planned', 1],
      ['e', 'truong-b', 'waiting', 3],
    ] as const)
      await writer.manager.insert(OfficerChangeEntity, { ...asked, ...told, id, unitId, state, createdAt: at(day) });
    for (const [id, sha256, day] of [
      ['a', '1', 2],
      ['b', '1', 1],
      ['c', '2', 1],
    ] as const)
      await writer.manager.insert(TrustProposalEntity, {
        ...proposed,
        id,
        sha256,
        state: 'waiting',
        proposedAt: at(day),
      } as TrustProposalEntity);
    await test.database.migrate();
    expect(await states('officer_change')).toEqual([
      'a withdrawn',
      'b waiting',
      'c withdrawn',
      'd planned',
      'e waiting',
    ]);
    expect(await states('trust_proposal')).toEqual(['a refused', 'b waiting', 'c waiting']);
  });

  async function states(table: string): Promise<string[]> {
    const rows = await test.database.writer.query<{ id: string; state: string }[]>(
      `SELECT "id", "state" FROM "${table}" ORDER BY "id"`,
    );
    return rows.map(({ id, state }) => `${id} ${state}`);
  }

  async function isUnique(): Promise<boolean> {
    const done = await test.database.writer.query<{ name: string }[]>('SELECT "name" FROM "schema_migration"');
    return done.some(({ name }) => name.startsWith('OneAtATime'));
  }
});
