import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'answer_page',
    key: 'pk_answer_page',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['ticketId', { text: 36 }],
      ['coordinationId', { text: 36 }],
      ['hash', { text: 64 }],
      ['issuedAt', 'instant'],
      ['issuedById', { text: 36 }],
      ['expiresAt', 'instant'],
      ['mailTo', { text: 100 }, 'nullable'],
      ['mail', { text: 10 }],
      ['secretSealed', { text: 200 }, 'nullable'],
      ['revokedAt', 'instant', 'nullable'],
      ['answeredAt', 'instant', 'nullable'],
      ['answererName', { text: 80 }, 'nullable'],
      ['answererPosition', { text: 80 }, 'nullable'],
    ],
    indices: [
      { name: 'uq_answer_page_hash', columns: ['hash'], isUnique: true },
      { name: 'ix_answer_page_ticket', columns: ['ticketId', 'issuedAt'] },
    ],
    checks: [{ name: 'ck_answer_page_mail', column: 'mail', values: ['none', 'waiting', 'sent', 'refused'] }],
  },
];

/** Units without accounts answer on a page of their own. */
export class AnswerPages1765000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
