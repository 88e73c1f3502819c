import type { Session } from 'fastify';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { LiveSessions } from '../../src/platform/sessions/live-sessions.js';
import { DatabaseSessionStore, sessionRowId } from '../../src/platform/sessions/session-store.js';
import { withoutUse } from '../../src/platform/sessions/unattended.js';
import { Log } from '../../src/platform/telemetry/log.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const HOUR = 60 * 60_000;

describe('sessions in the database', () => {
  let test: TestDatabase;
  let clock: FixedClock;
  let store: DatabaseSessionStore;

  beforeEach(async () => {
    test = await openTestDatabase();
    clock = new FixedClock('2026-03-18T02:00:00Z');
    const limits = { idleMs: HOUR, longestMs: 12 * HOUR };
    store = new DatabaseSessionStore(test.database, new UnitOfWork(test.database), clock, limits, new Log('silent'));
  });
  afterEach(() => test.close());

  const sessionWith = (held: object): Session => Object.assign({} as Session, held);
  const session = (staffId: string): Session => sessionWith({ staffId });
  const set = (id: string, content: Session): Promise<void> =>
    new Promise((resolve, reject) => store.set(id, content, (error) => (error ? reject(error) : resolve())));
  const get = (id: string): Promise<Session | null> =>
    new Promise((resolve, reject) => store.get(id, (error, found) => (error ? reject(error) : resolve(found ?? null))));
  const destroy = (id: string): Promise<void> =>
    new Promise((resolve, reject) => store.destroy(id, (error) => (error ? reject(error) : resolve())));

  it('are found until they have been idle too long', async () => {
    await set('a', session('u1'));
    clock.advance(HOUR / 2);
    expect(await get('a')).toEqual({ staffId: 'u1' });
    clock.advance(HOUR - 1);
    expect(await get('a')).toEqual({ staffId: 'u1' });
    clock.advance(HOUR + 1);
    expect(await get('a')).toBeNull();
  });

  it('do not live longer by what a page fetches by itself', async () => {
    await set('a', session('u1'));
    clock.advance(HOUR - 1);
    expect(await new Promise((resolve) => withoutUse(() => resolve(get('a'))))).toEqual({ staffId: 'u1' });
    clock.advance(1);
    expect(await get('a')).toBeNull();
  });

  it('are known to have ended, by whatever ended them', async () => {
    const live = new LiveSessions(test.database, clock);
    for (const id of ['a', 'b', 'c']) await set(id, session(id));
    clock.advance(HOUR / 2);
    await set('d', session('d'));
    const since = clock.now();
    expect(await live.endedSince(since)).toEqual(new Set());
    clock.advance(1000);
    await destroy('d');
    await new UnitOfWork(test.database).run((tx) => live.end(tx, 'a', 'all'));
    expect(await live.endedSince(since)).toEqual(new Set(['a', 'd'].map(sessionRowId)));
    clock.advance(HOUR / 2);
    expect(await live.endedSince(since)).toEqual(new Set(['a', 'b', 'c', 'd'].map(sessionRowId)));
  });

  it('end after their longest life, however busy', async () => {
    await set('a', session('u1'));
    for (let half = 1; half < 24; half += 1) {
      clock.advance(HOUR / 2);
      expect(await get('a')).not.toBeNull();
    }
    clock.advance(HOUR / 2);
    expect(await get('a')).toBeNull();
  });

  it('are listed by person with program and address, and end one, all others, or all', async () => {
    const live = new LiveSessions(test.database, clock);
    const uow = new UnitOfWork(test.database);
    const ids = async (staffId: string): Promise<readonly string[]> => (await live.of(staffId)).map(({ id }) => id);
    const device = { address: '10.1.2.3', agent: 'Chrome trên Windows' };
    for (const id of ['a', 'b', 'c']) await set(id, { ...session('u1'), device });
    await set('d', session('u2'));
    expect(await live.of('u1')).toHaveLength(3);
    expect((await live.of('u1'))[0]).toMatchObject({ ...device, createdAt: clock.now(), lastSeenAt: clock.now() });

    expect(await uow.run((tx) => live.end(tx, 'u1', { only: sessionRowId('d') }))).toBe(0);
    expect(await uow.run((tx) => live.end(tx, 'u1', { only: sessionRowId('a') }))).toBe(1);
    expect(await get('a')).toBeNull();
    expect(await uow.run((tx) => live.end(tx, 'u1', { allBut: sessionRowId('c') }))).toBe(1);
    expect(await ids('u1')).toEqual([sessionRowId('c')]);
    expect(await uow.run((tx) => live.end(tx, 'u1', 'all'))).toBe(1);
    expect([await get('c'), await get('d')]).toEqual([null, { staffId: 'u2' }]);
  });

  it('end with all others where a code is still owed, and are no browser in which somebody is signed in', async () => {
    const live = new LiveSessions(test.database, clock);
    const halfWay = { staffId: 'u1', username: 'u1', next: '/', at: clock.now().getTime() };
    await set('a', sessionWith({ halfWay }));
    expect([await get('a'), await live.of('u1')]).toEqual([{ halfWay }, []]);
    await new UnitOfWork(test.database).run((tx) => live.end(tx, 'u1', { allBut: sessionRowId('b') }));
    expect(await get('a')).toBeNull();
  });

  it('stay ended when a request that was under way saves after the sign-out', async () => {
    await set('a', session('u1'));
    await destroy('a');
    await set('a', session('u1'));
    expect(await get('a')).toBeNull();
  });

  it('are taken once after they timed out, and kept until then', async () => {
    const live = new LiveSessions(test.database, clock);
    const device = { address: '10.1.2.3', agent: 'Chrome trên Windows' };
    const uow = new UnitOfWork(test.database);
    const taken = (most: number) => uow.run((tx) => live.takeTimedOut(tx, most));
    const endedAt = new Date(clock.now().getTime() + HOUR);
    for (const id of ['a', 'b', 'c']) await set(id, { ...session(`of ${id}`), device });
    await set('d', sessionWith({ halfWay: { staffId: 'u1', username: 'u1', next: '/', at: 0 } }));
    await destroy('c');
    expect(await taken(9)).toEqual([]);
    clock.advance(26 * HOUR);
    await set('e', session('of e'));
    const [one, other] = await Promise.all([taken(1), taken(1)]);
    const byId = [...one, ...other].sort((a, b) => a.staffId.localeCompare(b.staffId));
    expect(byId).toEqual(['of a', 'of b'].map((staffId) => ({ staffId, endedAt })));
    expect(await taken(9)).toEqual([]);
  });

  it('are swept a day after their end', async () => {
    await set('a', session('u1'));
    clock.advance(HOUR + 24 * HOUR + 1);
    await set('b', session('u2'));
    await set('a', session('u1'));
    expect(await get('a')).toEqual({ staffId: 'u1' });
  });

  it('are not kept under the id that the cookie holds', async () => {
    await set('secret-id', session('u1'));
    const rows: unknown = await test.database.reader.query('SELECT id FROM session');
    expect(JSON.stringify(rows)).not.toContain('secret-id');
  });
});
