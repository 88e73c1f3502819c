import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'draft',
    key: 'pk_draft',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['caseKind', { text: 20 }],
      ['caseId', { text: 36 }],
      ['round', 'integer'],
      ['template', { text: 60 }],
      ['templateVersion', { text: 20 }],
      ['fields', 'json'],
      ['revision', 'integer'],
      ['state', { text: 20 }],
      ['unitId', { text: 36 }],
      ['authorId', { text: 36 }],
      ['writerId', { text: 36 }],
      ['contentApproverId', { text: 36 }, 'nullable'],
      ['signerId', { text: 36 }],
      ['docxSha256', { text: 64 }, 'nullable'],
      ['pdfSha256', { text: 64 }, 'nullable'],
      ['pdfProblem', { text: 1000 }, 'nullable'],
      ['returnReason', { text: 1000 }, 'nullable'],
      ['savedAt', 'instant'],
      ['version', 'integer'],
    ],
    indices: [
      { name: 'ix_draft_case', columns: ['caseKind', 'caseId'] },
      {
        name: 'uq_draft_case_letter',
        columns: ['caseKind', 'caseId', 'round'],
        isUnique: true,
        where: `"state" <> 'withdrawn'`,
      },
    ],
    checks: [
      {
        name: 'ck_draft_state',
        column: 'state',
        values: ['editing', 'contentReview', 'formatReview', 'approved', 'submitted', 'done', 'withdrawn'],
      },
    ],
  },
  {
    name: 'draft_approval',
    key: 'pk_draft_approval',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['draftId', { text: 36 }],
      ['revision', 'integer'],
      ['kind', { text: 20 }],
      ['approverId', { text: 36 }],
      ['approverName', { text: 100 }],
      ['contentSha256', { text: 64 }],
      ['at', 'instant'],
    ],
    indices: [{ name: 'ix_draft_approval_draft', columns: ['draftId', 'revision'] }],
  },
  {
    name: 'signature_request',
    key: 'pk_signature_request',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['clientRequestId', { text: 100 }],
      ['remoteId', { text: 100 }, 'nullable'],
      ['remoteRevision', 'integer'],
      ['state', { text: 20 }],
      ['draftId', { text: 36 }],
      ['draftRevision', 'integer'],
      ['caseKind', { text: 20 }],
      ['caseId', { text: 36 }],
      ['replyToId', { text: 36 }, 'nullable'],
      ['subject', { text: 500 }],
      ['notation', { text: 60 }],
      ['recipients', 'json'],
      ['keeper', { text: 200 }],
      ['leaderId', { text: 36 }],
      ['leaderName', { text: 100 }],
      ['leaderCode', { text: 60 }],
      ['submittedById', { text: 36 }],
      ['submittedSha256', { text: 64 }],
      ['fileId', { text: 100 }, 'nullable'],
      ['signedSha256', { text: 64 }, 'nullable'],
      ['sealedSha256', { text: 64 }, 'nullable'],
      ['proof', 'json', 'nullable'],
      ['comment', { text: 1000 }, 'nullable'],
      ['outgoingDocumentId', { text: 36 }, 'nullable'],
      ['createdAt', 'instant'],
      ['lastLookAt', 'instant', 'nullable'],
      ['version', 'integer'],
    ],
    indices: [
      { name: 'uq_signature_request_client', columns: ['clientRequestId'], isUnique: true },
      { name: 'ix_signature_request_draft', columns: ['draftId'] },
      { name: 'ix_signature_request_state', columns: ['state', 'createdAt'] },
    ],
    checks: [
      {
        name: 'ck_signature_request_state',
        column: 'state',
        values: [
          'pending',
          'submitted',
          'returned',
          'rejected',
          'cancelled',
          'failed',
          'signed',
          'proofFailed',
          'verified',
          'sealing',
          'sealFailed',
          'sealed',
          'released',
        ],
      },
    ],
  },
  {
    name: 'signature_step',
    key: 'pk_signature_step',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['requestId', { text: 36 }],
      ['state', { text: 20 }],
      ['at', 'instant'],
      ['actorName', { text: 100 }],
    ],
    indices: [{ name: 'ix_signature_step_request', columns: ['requestId', 'at'] }],
  },
];

/** Drafts, approvals and signatures. */
export class Letters1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
