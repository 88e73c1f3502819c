import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const WRITTEN: TableAddition = {
  table: 'ticket_entry',
  indices: [{ name: 'ix_ticket_entry_written', columns: ['ticketId', 'at', 'actorId'] }],
};

/** Whether anybody wrote about a ticket since a moment was seen from all of its lines, for every open ticket on the board of supervision. */
export class LinesOfATicketByTime1765000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, WRITTEN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, WRITTEN);
  }
}
