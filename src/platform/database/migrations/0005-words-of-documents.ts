import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'document_word',
    key: 'pk_document_word',
    columns: [
      ['word', { exact: 40 }, 'key'],
      ['documentId', { text: 36 }, 'key'],
      ['book', { text: 10 }],
    ],
    indices: [{ name: 'ix_document_word_document', columns: ['documentId', 'word'] }],
  },
];

/** Words by which lines of the registers are found that no ticket leads to. */
export class WordsOfDocuments1765000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
