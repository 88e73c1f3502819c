import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const INDICES: readonly TableAddition[] = [
  {
    table: 'outgoing_document',
    indices: [{ name: 'ix_outgoing_document_void', columns: ['year', 'number'], where: '"voidReason" IS NOT NULL' }],
  },
  {
    table: 'copy_document',
    indices: [
      { name: 'ix_copy_document_failed', columns: ['year', 'number'], where: '"failure" IS NOT NULL' },
      { name: 'ix_copy_document_state', columns: ['year', 'state'] },
    ],
  },
  {
    table: 'draft',
    indices: [
      { name: 'ix_draft_unit', columns: ['unitId', 'state', 'authorId'] },
      { name: 'ix_draft_given_back', columns: ['caseKind', 'state', 'savedAt'], where: '"returnReason" IS NOT NULL' },
    ],
  },
  {
    table: 'mail_digest',
    indices: [
      { name: 'ix_mail_digest_day', columns: ['day', 'staffId'] },
      { name: 'ix_mail_digest_state', columns: ['state', 'day'] },
    ],
  },
  {
    table: 'document_coordination',
    indices: [
      {
        name: 'ix_document_coordination_asked',
        columns: ['unitId', 'documentId'],
        where: '"givenAt" IS NULL',
      },
    ],
  },
];

/** Numbers that were voided, copies that could not be signed, letters that came back, mail that was refused and opinions that are owed were looked for among all that there ever were. */
export class FewAmongMany1765000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const addition of INDICES) await extendTable(runner, addition);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const addition of INDICES) await reduceTable(runner, addition);
  }
}
