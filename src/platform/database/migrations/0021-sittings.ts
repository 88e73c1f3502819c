import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const SITTING: TableAddition = { table: 'draft_revision', columns: [['sitting', { text: 60 }, 'nullable']] };

/** A letter that saves itself: what is written in one sitting is one revision. */
export class Sittings1765000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, SITTING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, SITTING);
  }
}
