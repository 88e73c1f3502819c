import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const CONVERSION: TablePlan = {
  name: 'conversion',
  key: 'pk_conversion',
  columns: [
    ['code', { text: 26 }, 'key'],
    ['kind', { text: 20 }],
    ['documentId', { text: 36 }],
    ['fileId', { text: 36 }, 'nullable'],
    ['originalSha256', { text: 64 }],
    ['copySha256', { text: 64 }],
    ['madeAt', 'instant'],
    ['madeById', { text: 36 }],
    ['madeByName', { text: 100 }],
    ['unitName', { text: 200 }, 'nullable'],
  ],
  indices: [{ name: 'ix_conversion_document', columns: ['documentId', 'madeAt'] }],
  checks: [{ name: 'ck_conversion_kind', column: 'kind', values: ['outgoing', 'incoming'] }],
};

const COPY_DOCUMENT: TablePlan = {
  name: 'copy_document',
  key: 'pk_copy_document',
  columns: [
    ['id', { text: 36 }, 'key'],
    ['year', 'integer'],
    ['number', 'integer'],
    ['form', { text: 5 }],
    ['notation', { text: 60 }],
    ['issuedDate', 'day'],
    ['typeName', { text: 100 }],
    ['code', { text: 60 }],
    ['issuer', { text: 200 }],
    ['originalDate', 'day'],
    ['subject', { text: 500 }],
    ['recipients', 'json'],
    ['keeper', { text: 200 }],
    ['askedBy', { text: 200 }, 'nullable'],
    ['pages', { text: 100 }, 'nullable'],
    ['source', { text: 20 }],
    ['sourceId', { text: 36 }, 'nullable'],
    ['baseSha256', { text: 64 }],
    ['state', { text: 20 }],
    ['sealedSha256', { text: 64 }, 'nullable'],
    ['voidReason', { text: 500 }, 'nullable'],
    ['sealTries', 'integer'],
    ['failure', { text: 1000 }, 'nullable'],
    ['version', 'integer'],
  ],
  indices: [{ name: 'uq_copy_document_number', columns: ['year', 'number'], isUnique: true }],
  checks: [
    { name: 'ck_copy_document_form', column: 'form', values: ['SY', 'SL', 'TrS'] },
    { name: 'ck_copy_document_state', column: 'state', values: ['numbered', 'sealed', 'voided'] },
  ],
};

const TABLES = [CONVERSION, COPY_DOCUMENT];

/** Copies of documents: those printed with a mark, and certified ones in a register of their own. */
export class Copies1764000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
