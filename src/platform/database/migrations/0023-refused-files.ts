import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const REFUSAL: TableAddition = { table: 'document_file', columns: [['refusal', { text: 1000 }, 'nullable']] };

/** A file that came within a message keeps why nobody may open it; those that came before were not looked at. */
export class RefusedFiles1764000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, REFUSAL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, REFUSAL);
  }
}
