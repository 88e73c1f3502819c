import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const PRINT: TablePlan = {
  name: 'register_print',
  key: 'pk_register_print',
  columns: [
    ['id', { text: 36 }, 'key'],
    ['book', { text: 20 }],
    ['year', 'integer'],
    ['fromDay', 'day'],
    ['toDay', 'day'],
    ['requestedBy', { text: 200 }],
    ['requestedAt', 'instant'],
    ['lines', 'integer', 'nullable'],
    ['pages', 'integer', 'nullable'],
    ['pdfSha256', { text: 64 }, 'nullable'],
    ['problem', { text: 1000 }, 'nullable'],
  ],
  indices: [{ name: 'ix_register_print_book', columns: ['book', 'year', 'requestedAt'] }],
};

/** Print-outs of registers. */
export class PrintedAndClosedRegisters1764000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, [PRINT]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [PRINT]);
  }
}
