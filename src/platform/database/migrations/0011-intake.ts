import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'ticket_intake',
    key: 'pk_ticket_intake',
    columns: [
      ['key', { text: 120 }, 'key'],
      ['ticketId', { text: 36 }],
      ['decision', { text: 20 }],
      ['importId', { text: 36 }, 'nullable'],
      ['line', 'integer', 'nullable'],
      ['enteredAt', 'instant'],
    ],
    indices: [{ name: 'ix_ticket_intake_import', columns: ['importId', 'line'] }],
    checks: [
      { name: 'ck_ticket_intake_decision', column: 'decision', values: ['accept', 'acceptWithoutReply', 'reject'] },
    ],
  },
  {
    name: 'ticket_import',
    key: 'pk_ticket_import',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['name', { text: 200 }],
      ['sha256', { text: 64 }],
      ['uploadedById', { text: 36 }],
      ['uploadedAt', 'instant'],
      ['confirmedById', { text: 36 }, 'nullable'],
      ['confirmedAt', 'instant', 'nullable'],
      ['total', 'integer'],
      ['entered', 'integer'],
      ['skipped', 'integer'],
      ['finishedAt', 'instant', 'nullable'],
    ],
    indices: [{ name: 'ix_ticket_import_uploaded', columns: ['uploadedAt'] }],
  },
  {
    name: 'ticket_refusal',
    key: 'pk_ticket_refusal',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['ticketId', { text: 36 }],
      ['cycle', 'integer'],
      ['kind', { text: 10 }],
      ['reason', { text: 40 }, 'nullable'],
      ['agency', { text: 200 }, 'nullable'],
      ['text', 'longText'],
      ['decidedById', { text: 36 }],
      ['decidedAt', 'instant'],
    ],
    indices: [{ name: 'uq_ticket_refusal_cycle', columns: ['ticketId', 'cycle'], isUnique: true }],
    checks: [{ name: 'ck_ticket_refusal_kind', column: 'kind', values: ['rejected', 'returned'] }],
  },
];

/** Feedback that a clerk takes or a file brings, and feedback that is refused or returned. */
export class Intake1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
