import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTables,
  dropTables,
  extendTable,
  reduceTable,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const DOCUMENT: TableAddition = {
  table: 'outgoing_document',
  columns: [
    ['recalledAt', 'instant', 'nullable'],
    ['recallReason', { text: 500 }, 'nullable'],
    ['amendment', { text: 20 }, 'nullable'],
    ['amendsId', { text: 36 }, 'nullable'],
  ],
  indices: [{ name: 'ix_outgoing_document_amends', columns: ['amendsId'] }],
};

const DISPATCH: TableAddition = {
  table: 'dispatch',
  columns: [
    ['business', { text: 10 }, 'nullable'],
    ['cancelledAt', 'instant', 'nullable'],
    ['answer', { text: 2 }, 'nullable'],
    ['answeredAt', 'instant', 'nullable'],
    ['answerReason', { text: 1000 }, 'nullable'],
  ],
};

const LETTER = { name: 'uq_draft_case_letter', columns: ['caseKind', 'caseId', 'round'], isUnique: true };

const ONE_LETTER: TableAddition = { table: 'draft', indices: [{ ...LETTER, where: `"state" <> 'withdrawn'` }] };

const AMENDMENTS: TableAddition = {
  table: 'draft',
  columns: [
    ['amendment', { text: 20 }, 'nullable'],
    ['amendsId', { text: 36 }, 'nullable'],
  ],
  indices: [
    { ...LETTER, where: `"state" <> 'withdrawn' AND "amendsId" IS NULL` },
    {
      name: 'uq_draft_amendment',
      columns: ['amendsId'],
      isUnique: true,
      where: `"amendsId" IS NOT NULL AND "state" <> 'withdrawn' AND "state" <> 'done'`,
    },
  ],
};

const TABLES: readonly TablePlan[] = [
  {
    name: 'document_recall',
    key: 'pk_document_recall',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['documentId', { text: 36 }],
      ['reason', { text: 500 }],
      ['proposedById', { text: 36 }],
      ['proposedByName', { text: 100 }],
      ['proposedAt', 'instant'],
      ['decision', { text: 10 }, 'nullable'],
      ['decisionReason', { text: 500 }, 'nullable'],
      ['decidedById', { text: 36 }, 'nullable'],
      ['decidedByName', { text: 100 }, 'nullable'],
      ['decidedAt', 'instant', 'nullable'],
    ],
    indices: [
      { name: 'ix_document_recall_document', columns: ['documentId', 'proposedAt'] },
      {
        name: 'uq_document_recall_open',
        columns: ['documentId'],
        isUnique: true,
        where: `"decision" IS NULL`,
      },
    ],
    checks: [{ name: 'ck_document_recall_decision', column: 'decision', values: ['granted', 'refused'] }],
  },
];

/**
 * After its release a document may be recalled by two people, corrected, or replaced; each recipient's answer to it is kept beside what was sent.
 */
export class AfterRelease1764000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, DOCUMENT);
    await extendTable(runner, DISPATCH);
    await reduceTable(runner, ONE_LETTER);
    await extendTable(runner, AMENDMENTS);
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
    await reduceTable(runner, AMENDMENTS);
    await extendTable(runner, ONE_LETTER);
    await reduceTable(runner, DISPATCH);
    await reduceTable(runner, DOCUMENT);
  }
}
