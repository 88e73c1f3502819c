import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'house_version',
    key: 'pk_house_version',
    columns: [
      ['version', 'integer', 'key'],
      ['validFrom', 'day'],
      ['facts', 'json'],
      ['createdById', { text: 36 }],
      ['createdByName', { text: 100 }],
      ['createdAt', 'instant'],
      ['reason', { text: 1000 }],
    ],
  },
];

/** What documents say of the house: names, symbols, titles, citations, from a day on. */
export class HouseFacts1764000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
