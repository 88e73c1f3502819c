import { setTimeout as pause } from 'node:timers/promises';
import { civilDate } from '../../src/kernel/civil-date.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { newId } from '../../src/kernel/ids.js';
import { isUniqueViolation } from '../../src/platform/database/database-errors.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { DirectoryRuns } from '../../src/organisation/application/directory-runs.js';
import { DirectoryRunEntity, UnitEntity } from '../../src/organisation/index.js';
import { FixedClock } from '../support/fixed-clock.js';
import { Policies } from '../../src/policies/index.js';
import { PolicyVersionEntity } from '../../src/policies/persistence/policies.entities.js';
import { SCHEMA } from '../../src/bootstrap/schema.js';
import { onSqlite } from '../support/on-sqlite.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const aUnit = (code: string): UnitEntity =>
  Object.assign(new UnitEntity(), {
    id: newId(),
    code,
    name: `Phòng ${code}`,
    symbol: code,
    kind: 'division',
    parentId: null,
  });

describe('the unit of work', () => {
  let test: TestDatabase;
  let uow: UnitOfWork;
  beforeAll(async () => {
    test = await openTestDatabase();
    uow = new UnitOfWork(test.database);
  });
  afterAll(() => test.close());

  const isThere = (code: string): Promise<boolean> => test.database.reader.getRepository(UnitEntity).existsBy({ code });

  it('keeps nothing of what failed', async () => {
    await expect(
      uow.run(async (tx) => {
        await tx.insert(UnitEntity, aUnit('A'));
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(await isThere('A')).toBe(false);
  });

  it('says why it failed even when the database has rolled back by itself', async () => {
    if (test.database.dialect === 'mssql') return;
    const failing = uow.run(async (tx) => {
      await tx.query('ROLLBACK');
      throw new Error('disk is full');
    });
    await expect(failing).rejects.toThrow('disk is full');
    await expect(uow.run((tx) => tx.insert(UnitEntity, aUnit('Z')))).resolves.toBeDefined();
  });

  it('shows its readers what it wrote, and others nothing before it ends', async () => {
    let see = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      see = resolve;
    });
    const seenOutside = asked.then(() => isThere('B'));
    await uow.run(async (tx) => {
      await tx.insert(UnitEntity, aUnit('B'));
      expect(await isThere('B')).toBe(true);
      see();
      if (test.database.dialect === 'better-sqlite3') expect(await seenOutside).toBe(false);
    });
    expect(await isThere('B')).toBe(true);
  });

  it('remembers no version of the rules that may yet be rolled back', async () => {
    const policies = new Policies(test.database);
    const shipped = await policies.history();
    await expect(
      uow.run(async (tx) => {
        await tx.insert(PolicyVersionEntity, {
          ...{ version: 900, validFrom: civilDate('2099-01-01'), citation: '', name: '' },
          ...{ body: shipped[0]?.set, createdById: 'x', createdByName: 'x', createdAt: new Date(0), reason: 'x' },
        });
        expect(await policies.history()).toHaveLength(shipped.length + 1);
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(await policies.history()).toEqual(shipped);
  });

  it('does not take a neighbour with it when it fails', async () => {
    const failing = uow.run(async (tx) => {
      await tx.insert(UnitEntity, aUnit('C'));
      await pause(50);
      throw new Error('refused');
    });
    const neighbour = uow.run((tx) => tx.insert(UnitEntity, aUnit('D')));
    await expect(failing).rejects.toThrow();
    await neighbour;
    expect([await isThere('C'), await isThere('D')]).toEqual([false, true]);
  });

  onSqlite('a server answers in its own time').it(
    'gives the event loop a turn between one run and the next',
    async () => {
      const seen = { turns: 0, isOver: false };
      const count = (): void => {
        seen.turns += 1;
        if (!seen.isOver) setImmediate(count);
      };
      setImmediate(count);
      await Promise.all(Array.from({ length: 20 }, () => uow.run((tx) => tx.query('SELECT 1'))));
      seen.isOver = true;
      expect(seen.turns).toBeGreaterThanOrEqual(19);
    },
  );

  it('looks again when somebody wrote the same key after it had looked', async () => {
    let looks = 0;
    const write = uow.run(async (tx) => {
      looks += 1;
      if (looks > 1) return tx.existsBy(UnitEntity, { code: 'D' });
      await tx.insert(UnitEntity, aUnit('D'));
      return null;
    });
    await expect(write).resolves.toBe(true);
  });

  it('says that a key is taken when a second look does not help', async () => {
    const failed: unknown = await uow.run((tx) => tx.insert(UnitEntity, aUnit('D'))).catch((error: unknown) => error);
    expect(isUniqueViolation(failed)).toBe(true);
  });

  it('lets no second reading of the directory begin, even for one that looked before the first was written', async () => {
    const runs = new DirectoryRuns(test.database, uow, new FixedClock('2026-03-20T03:00:00Z'));
    const asked = { kind: 'full', state: 'reading' } as const;
    const first = await uow.run((tx) => runs.begin(tx, SYSTEM, asked));
    const beside: unknown = await uow
      .run((tx) => tx.insert(DirectoryRunEntity, Object.assign(new DirectoryRunEntity(), first, { id: newId() })))
      .catch((error: unknown) => error);
    expect(isUniqueViolation(beside)).toBe(true);
    await expect(uow.run((tx) => runs.begin(tx, SYSTEM, asked))).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await runs.failed(first, 'Thư mục không trả lời.');
    await expect(uow.run((tx) => runs.begin(tx, SYSTEM, asked))).resolves.toMatchObject({ state: 'reading' });
  });

  it('takes an inner run into the outer one', async () => {
    await expect(
      uow.run(async () => {
        await uow.run((tx) => tx.insert(UnitEntity, aUnit('E')));
        throw new Error('refused');
      }),
    ).rejects.toThrow();
    expect(await isThere('E')).toBe(false);
  });

  it('does again one of two that took the same rows in opposite orders and wait for each other', async () => {
    for (const code of ['H', 'I']) await uow.run((tx) => tx.insert(UnitEntity, aUnit(code)));
    const isServer = test.database.dialect === 'mssql';
    let [begun, holding] = [0, 0];
    const change = (first: string, second: string): Promise<void> =>
      uow.run(async (tx) => {
        begun += 1;
        await tx.update(UnitEntity, { code: first }, { name: first + second });
        holding += 1;
        // Until each holds what the other wants; an embedded database lets the other wait outside.
        for (let waited = 0; isServer && holding < 2 && waited < 100; waited += 1) await pause(100);
        await tx.update(UnitEntity, { code: second }, { name: first + second });
      });
    await Promise.all([change('H', 'I'), change('I', 'H')]);
    const rows = await test.database.reader.getRepository(UnitEntity).findBy([{ code: 'H' }, { code: 'I' }]);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(1);
    expect(begun).toBe(isServer ? 3 : 2);
  });

  it('waits for another process that writes', async () => {
    if (test.database.dialect !== 'better-sqlite3') return;
    const other = await Database.open(`sqlite:${test.directory}/hoi-am.db`, SCHEMA);
    const otherUow = new UnitOfWork(other);
    const slow = otherUow.run(async (tx) => {
      await tx.insert(UnitEntity, aUnit('F'));
      await pause(200);
    });
    await pause(20);
    await uow.run((tx) => tx.insert(UnitEntity, aUnit('G')));
    await slow;
    expect([await isThere('F'), await isThere('G')]).toEqual([true, true]);
    await other.close();
  });
});
