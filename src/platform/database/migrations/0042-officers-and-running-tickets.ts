import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const INDICES: TableAddition = {
  table: 'ticket',
  indices: [
    { name: 'ix_ticket_officer_lists', columns: ['officerId', 'open', 'dueAt', 'id', 'state', 'leadUnitId'] },
    {
      name: 'ix_ticket_running',
      columns: ['open', 'legalEndAt', 'pausedAt'],
      where: '"open" = 1 AND "pausedAt" IS NULL',
    },
  ],
};

/** An officer's tickets are counted, and open ones by their legal end, from an index alone. */
export class ExpandOfficersAndRunningTickets1765000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, INDICES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, INDICES);
  }
}
