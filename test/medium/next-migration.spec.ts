import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, makeChangeable } from '../../src/platform/database/append-only.js';
import { extendTable, reduceTable, type TableAddition } from '../../src/platform/database/table-plan.js';
import { lockYears, unlockYears, YEAR_CLOSED } from '../../src/platform/database/year-lock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const LAST_USED: TableAddition = {
  table: 'saved_search',
  columns: [
    ['colour', { text: 20 }, 'nullable'],
    ['usedAt', 'instant', 'nullable'],
  ],
  indices: [{ name: 'ix_saved_search_used', columns: ['usedAt', 'id'], where: '"usedAt" IS NOT NULL' }],
};
const WHOLE_LINES = { table: 'copy_document', book: 'copies' };

/** As a migration after the baseline may be. */
class NextMigration implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, LAST_USED);
    await makeAppendOnly(runner, 'saved_search');
    await unlockYears(runner, WHOLE_LINES);
    await lockYears(runner, { ...WHOLE_LINES, columns: ['year', 'number'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await unlockYears(runner, WHOLE_LINES);
    await lockYears(runner, WHOLE_LINES);
    await makeChangeable(runner, 'saved_search');
    await reduceTable(runner, LAST_USED);
  }
}

describe('a migration after the baseline', () => {
  let test: TestDatabase;
  let runner: QueryRunner;
  beforeAll(async () => {
    test = await openTestDatabase();
    runner = test.database.writer.createQueryRunner();
  });
  afterAll(async () => {
    await runner.release();
    await test.close();
  });

  const sql = (statement: string) => test.database.writer.query<readonly object[]>(statement);
  const setPages = (pages: string) => sql(`UPDATE "copy_document" SET "pages" = '${pages}' WHERE "id" = 'a'`);
  const unlike = async () => (await test.database.writer.driver.createSchemaBuilder().log()).upQueries.length;

  it('changes tables that hold rows, and gives back what was', async () => {
    await sql(`INSERT INTO "saved_search" ("id", "staffId", "name", "nameKey", "question", "createdAt")
      VALUES ('a', 'an', 'Quan', 'quan', '{}', '2026-03-18 02:00:00.000')`);
    await sql(`INSERT INTO "copy_document" ("id", "year", "number", "form", "notation", "issuedDate", "typeName", "code",
      "issuer", "originalDate", "subject", "recipients", "keeper", "source", "baseSha256", "state", "sealTries", "version")
      VALUES ('a', 2026, 1, 'SY', '', '', '', '', '', '', '', '[]', '', '', '', 'numbered', 0, 1)`);
    await sql(`INSERT INTO "register_closing" ("book", "year", "closedAt", "closedById", "closedBy")
      VALUES ('copies', 2026, '2027-01-02 02:00:00.000', 'an', 'An')`);
    await expect(setPages('1')).rejects.toThrow(YEAR_CLOSED);

    const next = new NextMigration();
    await next.up(runner);
    expect(await sql('SELECT "id", "colour", "usedAt" FROM "saved_search"')).toEqual([
      { id: 'a', colour: null, usedAt: null },
    ]);
    await expect(sql(`DELETE FROM "saved_search"`)).rejects.toThrow('saved_search is append-only');
    await setPages('1');
    await expect(sql(`UPDATE "copy_document" SET "number" = 2`)).rejects.toThrow(YEAR_CLOSED);
    expect(await unlike()).toBeGreaterThan(0);

    await next.down(runner);
    expect(await unlike()).toBe(0);
    await expect(setPages('2')).rejects.toThrow(YEAR_CLOSED);
    await sql(`DELETE FROM "saved_search"`);
    expect(await sql('SELECT "id" FROM "saved_search"')).toEqual([]);
  });
});
