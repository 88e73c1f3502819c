import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const CHOICES: TablePlan = {
  name: 'notice_choice',
  key: 'pk_notice_choice',
  columns: [
    ['staffId', { text: 36 }, 'key'],
    ['choice', { text: 20 }, 'key'],
  ],
  indices: [{ name: 'ix_notice_choice_choice', columns: ['choice', 'staffId'] }],
};

/** What each person has chosen not to be rung for. */
export class ExpandNoticeChoices1765000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, [CHOICES]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [CHOICES]);
  }
}
