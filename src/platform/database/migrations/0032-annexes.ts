import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTables,
  dropTables,
  extendTable,
  reduceTable,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const REVISION: TableAddition = { table: 'draft_revision', columns: [['annexes', 'json', 'nullable']] };

const TABLES: readonly TablePlan[] = [
  {
    name: 'letter_annex',
    key: 'pk_letter_annex',
    columns: [
      ['requestId', { text: 36 }, 'key'],
      ['position', 'integer', 'key'],
      ['name', { text: 255 }],
      ['size', 'integer'],
      ['sha256', { text: 64 }],
      ['sealedSha256', { text: 64 }, 'nullable'],
      ['sealedSize', 'integer', 'nullable'],
    ],
  },
];

/** Annexes in files of their own: they belong to a revision of the draft, and to the letter as it was submitted. */
export class Annexes1764000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, REVISION);
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
    await reduceTable(runner, REVISION);
  }
}
