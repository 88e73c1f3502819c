import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'draft_revision',
    key: 'pk_draft_revision',
    columns: [
      ['draftId', { text: 36 }, 'key'],
      ['revision', 'integer', 'key'],
      ['source', { text: 10 }],
      ['fields', 'json'],
      ['signerId', { text: 36 }],
      ['basedOn', 'integer', 'nullable'],
      ['reading', 'json', 'nullable'],
      ['docxSha256', { text: 64 }, 'nullable'],
      ['pdfSha256', { text: 64 }, 'nullable'],
      ['pdfProblem', { text: 1000 }, 'nullable'],
      ['writerId', { text: 36 }],
      ['writerName', { text: 100 }],
      ['reason', { text: 500 }, 'nullable'],
      ['savedAt', 'instant'],
    ],
    checks: [{ name: 'ck_draft_revision_source', column: 'source', values: ['form', 'word'] }],
  },
  {
    name: 'draft_presence',
    key: 'pk_draft_presence',
    columns: [
      ['draftId', { text: 36 }, 'key'],
      ['staffId', { text: 36 }, 'key'],
      ['staffName', { text: 100 }],
      ['since', 'instant'],
      ['until', 'instant'],
    ],
  },
];

/** Of revisions before the present one only the line in the ticket's course is left. */
const PRESENT_REVISIONS = `INSERT INTO "draft_revision" ("draftId", "revision", "source", "fields", "signerId", "docxSha256",
    "pdfSha256", "pdfProblem", "writerId", "writerName", "savedAt")
  SELECT d."id", d."revision", 'form', d."fields", d."signerId", d."docxSha256",
    d."pdfSha256", d."pdfProblem", d."writerId", COALESCE(s."fullName", ''), d."savedAt"
  FROM "draft" d LEFT JOIN "staff" s ON s."id" = d."writerId"`;

/** Drafts keep every revision, and who has one open to change it. */
export class DraftRevisions1764000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    await runner.query(PRESENT_REVISIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
