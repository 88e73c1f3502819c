import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../append-only.js';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'journal_digest',
    key: 'pk_journal_digest',
    columns: [
      ['day', 'day', 'key'],
      ['signed', 'json'],
    ],
  },
  {
    name: 'access_change',
    key: 'pk_access_change',
    columns: [
      ['seq', 'integer', 'key'],
      ['toldOn', 'day', 'nullable'],
      ['confirmedAt', 'instant', 'nullable'],
      ['confirmedById', { text: 36 }, 'nullable'],
      ['confirmedByName', { text: 100 }, 'nullable'],
    ],
    indices: [{ name: 'ix_access_change_confirmed', columns: ['confirmedAt'] }],
  },
  {
    name: 'data_request',
    key: 'pk_data_request',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['kind', { text: 20 }],
      ['channel', { text: 20 }],
      ['personName', { text: 100 }],
      ['personPhone', { text: 30 }],
      ['asked', 'longText'],
      ['identityProof', { text: 300 }],
      ['receivedAt', 'instant'],
      ['dueAt', 'instant'],
      ['recordedById', { text: 36 }],
      ['recordedByName', { text: 100 }],
      ['toldOn', 'day', 'nullable'],
      ['outcome', { text: 20 }, 'nullable'],
      ['basis', { text: 500 }, 'nullable'],
      ['answer', 'longText', 'nullable'],
      ['answeredAt', 'instant', 'nullable'],
      ['answeredById', { text: 36 }, 'nullable'],
      ['answeredByName', { text: 100 }, 'nullable'],
      ['version', 'integer'],
    ],
    indices: [{ name: 'ix_data_request_answered', columns: ['answeredAt', 'dueAt'] }],
    checks: [
      {
        name: 'ck_data_request_kind',
        column: 'kind',
        values: ['access', 'correction', 'deletion', 'restriction'],
      },
    ],
  },
];

/** The journal's signed digest of each day, changes of rights that another person is to confirm, and what people ask about the data kept of them. */
export class DigestsAndRequests1764000000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    await makeAppendOnly(runner, 'journal_digest');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
