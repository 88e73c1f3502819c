import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const NOT_EVIDENCED = '"answeredAt" IS NOT NULL AND "closedAt" IS NULL AND "evidence" IS NULL';

const ADDITIONS: readonly TableAddition[] = [
  {
    table: 'ticket',
    indices: [
      { name: 'ix_ticket_evidence_missing', columns: ['dueAt', 'id'], where: NOT_EVIDENCED },
      { name: 'ix_ticket_unit_evidence_missing', columns: ['leadUnitId', 'dueAt', 'id'], where: NOT_EVIDENCED },
    ],
  },
];

/** How tickets end: those that are answered without anything that proves it are found. */
export class TicketEnds1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const addition of ADDITIONS) await extendTable(runner, addition);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const addition of ADDITIONS) await reduceTable(runner, addition);
  }
}
