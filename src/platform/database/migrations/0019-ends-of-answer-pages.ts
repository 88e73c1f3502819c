import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const END: TableAddition = { table: 'answer_page', columns: [['expiresAt', 'instant', 'nullable']] };

/** An answer page ends with the request that it answers, which may be counted again: it keeps no end of its own. */
export class EndsOfAnswerPages1765000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, END);
  }

  async down(runner: QueryRunner): Promise<void> {
    await extendTable(runner, END);
  }
}
