import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const ASSIGNMENT: TableAddition = {
  table: 'ticket_assignment',
  columns: [
    ['before', 'json', 'nullable'],
    ['undoneAt', 'instant', 'nullable'],
  ],
};

/** An assignment may be taken back until its unit and the hotline are told. */
export class ExpandUndoneAssignments1765000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, ASSIGNMENT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, ASSIGNMENT);
  }
}
