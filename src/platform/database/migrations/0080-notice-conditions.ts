import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'notice_condition',
    key: 'pk_notice_condition',
    columns: [
      ['kind', { text: 60 }, 'key'],
      ['objectId', { text: 36 }, 'key'],
      ['begunAt', 'instant'],
    ],
  },
];

/** What people were told that lasts until it is mended. */
export class NoticeConditions1764000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
