import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../append-only.js';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'signature_evidence',
    key: 'pk_signature_evidence',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['kind', { text: 20 }],
      ['subjectKind', { text: 20 }],
      ['subjectId', { text: 36 }, 'nullable'],
      ['fileName', { text: 255 }],
      ['fileSha256', { text: 64 }],
      ['submittedSha256', { text: 64 }, 'nullable'],
      ['verdict', { text: 20 }],
      ['passed', 'boolean'],
      ['report', 'json'],
      ['reportSha256', { text: 64 }],
      ['certificates', 'json'],
      ['crls', 'json'],
      ['ocsps', 'json'],
      ['anchors', 'json'],
      ['judgedAt', 'instant'],
      ['actorName', { text: 100 }, 'nullable'],
      ['reason', { text: 1000 }, 'nullable'],
    ],
    indices: [
      { name: 'ix_signature_evidence_subject', columns: ['subjectKind', 'subjectId', 'judgedAt'] },
      { name: 'ix_signature_evidence_file', columns: ['fileSha256', 'judgedAt'] },
    ],
    checks: [
      { name: 'ck_signature_evidence_kind', column: 'kind', values: ['judged', 'overridden', 'withdrawn'] },
      {
        name: 'ck_signature_evidence_subject',
        column: 'subjectKind',
        values: ['letter', 'annex', 'copy', 'incoming'],
      },
    ],
  },
];

/** What each verdict on a signed file rests on; like the journal, nobody can change or remove a line of it. */
export class SignatureEvidence1764000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    await makeAppendOnly(runner, 'signature_evidence');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
