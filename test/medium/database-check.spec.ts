import { DatabaseCheck } from '../../src/platform/health/database-check.js';
import { onSqlite } from '../support/on-sqlite.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

onSqlite('the file of a database is looked over by a process of its own').describe('the look at all pages', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  it('finds a sound file whole', async () => {
    expect(await new DatabaseCheck().ofFile(test.database.file ?? '')).toEqual({ kind: 'whole' });
  });

  it('says why it could not look', async () => {
    const missing = await new DatabaseCheck().ofFile(`${test.directory}/khong-co.db`);
    expect(missing).toEqual({ kind: 'notLooked', why: 'SQLITE_CANTOPEN' });
  });

  it('is ended with its process, however far it is', async () => {
    const check = new DatabaseCheck();
    const look = check.ofFile(test.database.file ?? '');
    check.close();
    expect(await look).toEqual({ kind: 'notLooked', why: 'closed' });
  });
});
