import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const DIRECTED: TableAddition = {
  table: 'document_handling',
  columns: [
    ['unitDirection', { text: 1000 }, 'nullable'],
    ['unitDirectedByName', { text: 100 }, 'nullable'],
    ['unitDirectedOn', 'day', 'nullable'],
  ],
};

/** What the head of the lead unit directed, and when: the second part of the slip that goes round with an incoming document. */
export class DirectedInUnits1765000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, DIRECTED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, DIRECTED);
  }
}
