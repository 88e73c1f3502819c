import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const SAID_OF_NO_UNIT: TableAddition = { table: 'ticket', columns: [['aboutNoUnitAt', 'instant', 'nullable']] };

/** Whether the desk has said that feedback is about no unit's conduct: until then it may be about any school. */
export class ReportersPrivacy1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, SAID_OF_NO_UNIT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, SAID_OF_NO_UNIT);
  }
}
