import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const ANSWERS: TableAddition = { table: 'dispatch', columns: [['alsoAnswered', 'json', 'nullable']] };

/** Agencies that got a recall or a change with one message answer each for itself. */
export class AnswersOfEach1764000000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, ANSWERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, ANSWERS);
  }
}
