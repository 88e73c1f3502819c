import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TEXTS: TablePlan = {
  name: 'standard_text',
  key: 'pk_standard_text',
  columns: [
    ['id', { text: 36 }, 'key'],
    ['unitId', { text: 36 }],
    ['heading', { text: 100 }],
    ['text', 'longText'],
    ['addedByName', { text: 100 }],
    ['addedAt', 'instant'],
  ],
  indices: [{ name: 'ix_standard_text_unit', columns: ['unitId', 'heading'] }],
};

/** Texts that a unit puts into its letters again and again. */
export class ExpandStandardTexts1765000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, [TEXTS]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [TEXTS]);
  }
}
