import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const INDEX: TableAddition = {
  table: 'public_result',
  indices: [{ name: 'ix_public_result_category', columns: ['category', 'withdrawnAt', 'number'] }],
};

/** The newest published results of a category are found without reading the others. */
export class ExpandResultsByCategory1765000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, INDEX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, INDEX);
  }
}
