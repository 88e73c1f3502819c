import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const OPEN = '"open" = 1';

const INDICES: TableAddition = {
  table: 'ticket',
  indices: [
    { name: 'ix_ticket_received', columns: ['open', 'startedAt', 'id', 'state'], where: OPEN },
    { name: 'ix_ticket_unit_received', columns: ['leadUnitId', 'open', 'startedAt', 'id', 'state'], where: OPEN },
    { name: 'ix_ticket_officer_received', columns: ['officerId', 'open', 'startedAt', 'id', 'state'], where: OPEN },
  ],
};

/** Lists of open tickets may be put in order by receipt: of the whole agency, of a unit and of an officer. */
export class TicketsByReceipt1765000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, INDICES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, INDICES);
  }
}
