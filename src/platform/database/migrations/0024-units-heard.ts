import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const HEARD: TableAddition = { table: 'ticket', columns: [['heardAt', 'instant', 'nullable']] };

const WATCHED: TableAddition = {
  table: 'ticket',
  indices: [
    {
      name: 'ix_ticket_watched',
      columns: [
        ...['open', 'leadUnitId', 'category', 'legalEndAt', 'pausedAt'],
        ...['state', 'acceptBy', 'heardAt', 'cycle'],
      ],
      where: '"open" = 1',
    },
    {
      name: 'ix_ticket_answered_within',
      columns: ['answeredAt', 'leadUnitId', 'category', 'legalEndAt', 'rating', 'dueAt', 'id'],
      where: '"answeredAt" IS NOT NULL',
    },
  ],
};

const ANSWERED: TableAddition = {
  table: 'ticket',
  indices: [{ name: 'ix_ticket_answered', columns: ['answeredAt', 'leadUnitId'], where: '"answeredAt" IS NOT NULL' }],
};

/** What an officer owes among the answers was looked for among those of the whole unit. */
const OWED: TableAddition = {
  table: 'ticket',
  indices: [
    {
      name: 'ix_ticket_officer_owed',
      columns: ['officerId', 'leadUnitId', 'dueAt', 'id', 'answeredAt', 'closedAt', 'evidence'],
      where: '"answeredAt" IS NOT NULL AND "closedAt" IS NULL',
    },
  ],
};

/** What was found out for each open ticket, whenever the board of supervision was read: since when its unit has written nothing. */
const GIVEN = `UPDATE "ticket" SET "heardAt" = (SELECT MAX(a."assignedAt") FROM "ticket_assignment" a
  WHERE a."ticketId" = "ticket"."id") WHERE "open" = 1`;
const WRITTEN = `UPDATE "ticket" SET "heardAt" = (SELECT MAX(e."at") FROM "ticket_entry" e
  JOIN "staff" p ON p."id" = e."actorId" WHERE e."ticketId" = "ticket"."id" AND p."unitId" = "ticket"."leadUnitId")
  WHERE "open" = 1 AND EXISTS (SELECT 1 FROM "ticket_entry" e JOIN "staff" p ON p."id" = e."actorId"
    WHERE e."ticketId" = "ticket"."id" AND p."unitId" = "ticket"."leadUnitId"
    AND ("ticket"."heardAt" IS NULL OR e."at" > "ticket"."heardAt"))`;

/** The board of supervision walked every open ticket and its lines; it now reads one index of open tickets and one of answers. */
export class UnitsHeard1765000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, HEARD);
    await runner.query(GIVEN);
    await runner.query(WRITTEN);
    await extendTable(runner, WATCHED);
    await reduceTable(runner, ANSWERED);
    await extendTable(runner, OWED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, OWED);
    await extendTable(runner, ANSWERED);
    await reduceTable(runner, WATCHED);
    await reduceTable(runner, HEARD);
  }
}
