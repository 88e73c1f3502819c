import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'staff_import',
    key: 'pk_staff_import',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['name', { text: 200 }],
      ['sha256', { text: 64 }],
      ['uploadedById', { text: 36 }],
      ['uploadedAt', 'instant'],
      ['confirmedById', { text: 36 }, 'nullable'],
      ['confirmedAt', 'instant', 'nullable'],
      ['added', 'integer'],
      ['changed', 'integer'],
    ],
    indices: [{ name: 'ix_staff_import_uploaded', columns: ['uploadedAt'] }],
  },
];

/** Lists of people that were brought. */
export class PeopleImport1764000000074 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
