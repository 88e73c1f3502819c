import { SCHEMA } from '../../src/bootstrap/schema.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('the tables that migrations build', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  it('are the ones that the entities describe', async () => {
    const difference = await test.database.writer.driver.createSchemaBuilder().log();
    expect(difference.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('can be taken down again and built anew', async () => {
    const { length } = SCHEMA.migrations;
    for (let step = 0; step < length; step += 1) await test.database.writer.undoLastMigration();
    expect(await test.database.migrate()).toBe(length);
  });
});
