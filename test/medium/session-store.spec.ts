import type { Session } from 'fastify';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { DatabaseSessionStore } from '../../src/platform/http/session-store.js';
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
    store = new DatabaseSessionStore(test.database, new UnitOfWork(test.database), clock, HOUR);
  });
  afterEach(() => test.close());

  const session = (staffId: string): Session => ({ staffId }) as unknown as Session;
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

  it('stay ended when a request that was under way saves after the sign-out', async () => {
    await set('a', session('u1'));
    await destroy('a');
    await set('a', session('u1'));
    expect(await get('a')).toBeNull();
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
