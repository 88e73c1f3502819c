import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'merit',
    key: 'pk_merit',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['ticketId', { text: 36 }],
      ['ticketCode', { text: 20 }],
      ['unitId', { text: 36 }, 'nullable'],
      ['kind', { text: 20 }],
      ['effect', { text: 20 }],
      ['reach', { text: 20 }],
      ['documentTitle', { text: 300 }],
      ['documentSymbol', { text: 100 }],
      ['changedOn', 'day'],
      ['link', { text: 300 }],
      ['achievement', { text: 1000 }],
      ['recipientKind', { text: 20 }],
      ['recipientName', { text: 200 }],
      ['consent', { text: 20 }],
      ['consentHow', { text: 300 }, 'nullable'],
      ['consentAt', 'instant', 'nullable'],
      ['consentByName', { text: 100 }, 'nullable'],
      ['flaggedById', { text: 36 }],
      ['flaggedByName', { text: 100 }],
      ['flaggedAt', 'instant'],
      ['proposalId', { text: 36 }, 'nullable'],
      ['form', { text: 20 }, 'nullable'],
      ['granted', 'boolean', 'nullable'],
      ['awardedOn', 'day', 'nullable'],
      ['withdrawnAt', 'instant', 'nullable'],
      ['withdrawnByName', { text: 100 }, 'nullable'],
      ['withdrawnBecause', { text: 500 }, 'nullable'],
      ['version', 'integer'],
    ],
    indices: [
      { name: 'ix_merit_open', columns: ['withdrawnAt', 'proposalId', 'flaggedAt'] },
      { name: 'ix_merit_ticket', columns: ['ticketId'] },
      { name: 'ix_merit_proposal', columns: ['proposalId'] },
    ],
    checks: [
      {
        name: 'ck_merit_kind',
        column: 'kind',
        values: ['conduct', 'unfit', 'inconsistent', 'unlawful', 'treaty', 'other', 'solution', 'initiative'],
      },
      {
        name: 'ck_merit_effect',
        column: 'effect',
        values: ['abolished', 'amended', 'issued', 'supplemented', 'practice'],
      },
      { name: 'ck_merit_reach', column: 'reach', values: ['sector', 'department', 'unit'] },
      { name: 'ck_merit_recipient', column: 'recipientKind', values: ['sender', 'staff', 'organisation'] },
      { name: 'ck_merit_consent', column: 'consent', values: ['unasked', 'given', 'refused'] },
    ],
  },
  {
    name: 'commendation_proposal',
    key: 'pk_commendation_proposal',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['title', { text: 300 }],
      ['state', { text: 20 }],
      ['createdById', { text: 36 }],
      ['createdByName', { text: 100 }],
      ['createdAt', 'instant'],
      ['submittedByName', { text: 100 }, 'nullable'],
      ['submittedAt', 'instant', 'nullable'],
      ['decisionNumber', { text: 60 }, 'nullable'],
      ['decidedOn', 'day', 'nullable'],
      ['decidedByName', { text: 100 }, 'nullable'],
      ['recordedByName', { text: 100 }, 'nullable'],
      ['droppedBecause', { text: 500 }, 'nullable'],
      ['version', 'integer'],
    ],
    indices: [{ name: 'ix_commendation_proposal_created', columns: ['createdAt', 'id'] }],
    checks: [
      {
        name: 'ck_commendation_proposal_state',
        column: 'state',
        values: ['draft', 'submitted', 'decided', 'dropped'],
      },
    ],
  },
];

/** Tickets by which something was changed, and proposals to commend whoever brought that about. */
export class Commendations1764000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
