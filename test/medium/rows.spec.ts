import { jest } from '@jest/globals';
import { In, type EntityManager } from 'typeorm';
import { insertRows, rowBy, rowsBy, rowsWhere } from '../../src/platform/database/rows.js';
import { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/sql.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';

describe('rows compared as they are', () => {
  let app: TestApp;
  let known: TicketEntity;
  beforeAll(async () => {
    app = await TestApp.open();
    await app.receive();
    [known] = (await app.nest.get(Database).reader.manager.find(TicketEntity)) as [TicketEntity];
  });
  afterAll(() => app.close());

  it('are read as TypeORM reads them: instants, JSON, truth, what is empty', async () => {
    const { manager } = app.nest.get(Database).reader;
    expect(await rowBy(manager, TicketEntity, { id: known.id })).toEqual(known);
    expect(await rowBy(manager, TicketEntity, { code: known.code, open: true, startedAt: known.startedAt })).toEqual(
      known,
    );
    expect(await rowBy(manager, TicketEntity, { id: 'none' })).toBeNull();
  });

  it('are found by any of several values, and with some columns alone', async () => {
    const { manager } = app.nest.get(Database).reader;
    const found = await rowsBy(manager, TicketEntity, { id: ['none', known.id] }, { only: ['id', 'startedAt'] });
    expect(found).toEqual([{ id: known.id, startedAt: known.startedAt }]);
    expect(await rowsBy(manager, TicketEntity, { id: [] })).toEqual([]);
  });

  it('are found by a condition, in its order', async () => {
    const { manager } = app.nest.get(Database).reader;
    const wanted = sql`"id" IN (${known.id}, ${'none'}) ORDER BY "startedAt" DESC`;
    expect(await rowsWhere(manager, TicketEntity, wanted)).toEqual([known]);
    expect(await rowsWhere(manager, TicketEntity, wanted, ['id', 'open'])).toEqual([{ id: known.id, open: true }]);
  });

  it('are written as TypeORM writes them', async () => {
    const { manager } = app.nest.get(Database).reader;
    const others = ['a', 'b'].map((id) =>
      Object.assign(new TicketEntity(), known, { id, code: id, hotlineCode: id, coordinators: ['x'], open: false }),
    );
    await app.nest.get(UnitOfWork).run((tx) => insertRows(tx, TicketEntity, ...others));
    expect(await manager.find(TicketEntity, { where: { open: false }, order: { id: 'ASC' } })).toEqual(others);
    const ordered = await rowsBy(manager, TicketEntity, { open: false }, { order: { open: 'ASC', id: 'DESC' } });
    expect(ordered).toEqual(others.toReversed());
  });

  it('are asked of a server through TypeORM, which knows the types of its parameters', async () => {
    const find = jest.fn(() => Promise.resolve([known]));
    const { dataSource } = app.nest.get(Database).reader.manager;
    const driver = Object.assign(Object.create(dataSource.driver) as typeof dataSource.driver, {
      options: { type: 'mssql' },
    });
    const server = { dataSource: Object.assign(Object.create(dataSource) as typeof dataSource, { driver }), find };
    // Of a manager only what `rows.ts` asks a server: there is none here.
    const manager = server as unknown as EntityManager;
    expect(await rowBy(manager, TicketEntity, { id: known.id })).toBe(known);
    await rowsBy(manager, TicketEntity, { id: ['a', 'b'], open: true }, { only: ['code'], order: { code: 'DESC' } });
    expect(find.mock.calls).toEqual([
      [TicketEntity, { where: { id: known.id } }],
      [TicketEntity, { where: { id: In(['a', 'b']), open: true }, select: { code: true }, order: { code: 'DESC' } }],
    ]);
  });
});
