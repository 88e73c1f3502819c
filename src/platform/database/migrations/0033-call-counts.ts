import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'call_count',
    key: 'pk_call_count',
    columns: [
      ['subject', { text: 64 }, 'key'],
      ['minute', { text: 30 }, 'key'],
      ['calls', 'integer'],
    ],
  },
];

/** Calls are counted over all processes, so that a limit of calls is one for all of them. */
export class CallCounts1765000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
