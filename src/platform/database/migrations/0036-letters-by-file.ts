import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const BY_FILE: TableAddition = {
  table: 'outgoing_document',
  indices: [{ name: 'ix_outgoing_document_file', columns: ['sealedSha256'] }],
};

/** Letters are looked up by what their file is. */
export class LettersByFile1764000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, BY_FILE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, BY_FILE);
  }
}
