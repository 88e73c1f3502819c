import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Dialect } from '../columns.js';
import { createTables, extendTable, reduceTable, type TableAddition, type TablePlan } from '../table-plan.js';

const WORDS_OF_PEOPLE: TableAddition = {
  table: 'ticket_search',
  columns: [['peopleWords', 'exactLongText', 'nullable']],
};

const KINDS = ['t', 'n', 's', 'c', 'f'];

const COLUMNS = '"kind", "word", "received", "no"';

/** The table of words as SQLite makes it anew, for there no check of a table can be changed. */
const wordTable = (name: string, kinds: readonly string[]): TablePlan => ({
  name,
  key: 'pk_ticket_word',
  keyIsTable: true,
  columns: [
    ['kind', { text: 1 }, 'key'],
    ['word', { exact: 100 }, 'key'],
    ['received', 'integer', 'key'],
    ['no', 'integer', 'key'],
  ],
  checks: [{ name: 'ck_ticket_word_kind', column: 'kind', values: kinds }],
});

/**
 * Words that lead to people are a kind of their own: whoever may not know the sender of a ticket does not find it by them. Nobody can tell here which of
 * the words kept so far do, so all of them count as such until their ticket moves.
 */
export class WordsOfPeople1764000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, WORDS_OF_PEOPLE);
    await allow(runner, [...KINDS, 'p']);
    await runner.query(`UPDATE "ticket_word" SET "kind" = 'p' WHERE "kind" = 't'`);
    await runner.query(`UPDATE "ticket_search" SET "peopleWords" = "textWords", "textWords" = ' '`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const joint = (runner.dataSource.options.type as Dialect) === 'mssql' ? '+' : '||';
    await runner.query(`UPDATE "ticket_word" SET "kind" = 't' WHERE "kind" = 'p'`);
    await runner.query(
      `UPDATE "ticket_search" SET "textWords" = "textWords" ${joint} "peopleWords" WHERE "peopleWords" IS NOT NULL`,
    );
    await allow(runner, KINDS);
    await reduceTable(runner, WORDS_OF_PEOPLE);
  }
}

async function allow(runner: QueryRunner, kinds: readonly string[]): Promise<void> {
  if ((runner.dataSource.options.type as Dialect) === 'mssql') {
    const listed = kinds.map((kind) => `'${kind}'`).join(', ');
    await runner.query(`ALTER TABLE "ticket_word" DROP CONSTRAINT "ck_ticket_word_kind"`);
    await runner.query(`ALTER TABLE "ticket_word" ADD CONSTRAINT "ck_ticket_word_kind" CHECK ("kind" in (${listed}))`);
    return;
  }
  await createTables(runner, [wordTable('ticket_word_new', kinds)]);
  await runner.query(`INSERT INTO "ticket_word_new" (${COLUMNS}) SELECT ${COLUMNS} FROM "ticket_word"`);
  await runner.query(`DROP TABLE "ticket_word"`);
  await runner.query(`ALTER TABLE "ticket_word_new" RENAME TO "ticket_word"`);
}
