import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTables,
  dropTables,
  extendTable,
  reduceTable,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'ticket_uninformed_author',
    key: 'pk_ticket_uninformed_author',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['ticketId', { text: 36 }],
      ['staffId', { text: 36 }],
      ['since', 'instant'],
    ],
    indices: [{ name: 'ix_ticket_uninformed_author_ticket', columns: ['ticketId', 'staffId'] }],
  },
];

const REPLIED_BY: TableAddition = { table: 'ticket_pause', columns: [['repliedById', { text: 36 }, 'nullable']] };

/** The line of the course holds the same words, and who wrote them down. */
const FROM_THE_COURSE = `UPDATE "ticket_pause" SET "repliedById" = (
  SELECT MIN(e."actorId") FROM "ticket_entry" e
  WHERE e."ticketId" = "ticket_pause"."ticketId" AND e."kind" = 'citizenReplied' AND e."text" = "ticket_pause"."reply")
  WHERE "reply" IS NOT NULL`;

/** Who wrote about a ticket without knowing its sender, and who wrote down what a citizen replied. */
export class UninformedAuthors1764000000077 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    await extendTable(runner, REPLIED_BY);
    await runner.query(FROM_THE_COURSE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, REPLIED_BY);
    await dropTables(runner, TABLES);
  }
}
