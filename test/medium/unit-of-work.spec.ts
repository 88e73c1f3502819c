import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/kernel/ids.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { UnitEntity } from '../../src/organisation/index.js';
import { SCHEMA } from '../../src/schema.js';
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

  it('shows nothing to readers before it ends', async () => {
    await uow.run(async (tx) => {
      await tx.insert(UnitEntity, aUnit('B'));
      if (test.database.dialect === 'better-sqlite3') expect(await isThere('B')).toBe(false);
    });
    expect(await isThere('B')).toBe(true);
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

  it('takes an inner run into the outer one', async () => {
    await expect(
      uow.run(async () => {
        await uow.run((tx) => tx.insert(UnitEntity, aUnit('E')));
        throw new Error('refused');
      }),
    ).rejects.toThrow();
    expect(await isThere('E')).toBe(false);
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
