import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'policy_version',
    key: 'pk_policy_version',
    columns: [
      ['version', 'integer', 'key'],
      ['validFrom', 'day'],
      ['citation', { text: 500 }],
      ['name', { text: 200 }],
      ['body', 'json'],
      ['createdById', { text: 36 }],
      ['createdByName', { text: 100 }],
      ['createdAt', 'instant'],
      ['reason', { text: 1000 }],
    ],
  },
];

/** Versions of the rules on time. */
export class Rules1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
