import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const STAFF: TableAddition = { table: 'staff', columns: [['passwordUntil', 'instant', 'nullable']] };

/** A password that was given to somebody for the first sign-in ends. */
export class People1764000000073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, STAFF);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, STAFF);
  }
}
