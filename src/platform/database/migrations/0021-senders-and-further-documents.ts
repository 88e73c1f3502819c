import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTables,
  dropTables,
  extendTable,
  reduceTable,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const OWN_END: TableAddition = { table: 'ticket', columns: [['ownEnd', { text: 20 }, 'nullable']] };

const CAPPED: TableAddition = {
  table: 'ticket_deadline',
  columns: [
    ['cappedById', { text: 36 }, 'nullable'],
    ['own', 'json', 'nullable'],
  ],
};

const REFUSED_ONCE: TableAddition = {
  table: 'ticket_refusal',
  indices: [{ name: 'uq_ticket_refusal_cycle', columns: ['ticketId', 'cycle'], isUnique: true }],
};

const REFUSED: TableAddition = {
  table: 'ticket_refusal',
  indices: [{ name: 'ix_ticket_refusal_cycle', columns: ['ticketId', 'cycle'] }],
};

const TABLES: readonly TablePlan[] = [
  {
    name: 'further_document',
    key: 'pk_further_document',
    columns: [
      ['documentId', { text: 36 }, 'key'],
      ['ticketId', { text: 36 }],
      ['inboxId', { text: 36 }],
      ['arrivedAt', 'instant'],
      ['words', 'longText'],
      ['decision', { text: 10 }, 'nullable'],
      ['reason', 'longText', 'nullable'],
      ['decidedById', { text: 36 }, 'nullable'],
      ['decidedAt', 'instant', 'nullable'],
    ],
    indices: [
      { name: 'ix_further_document_ticket', columns: ['ticketId', 'decision'] },
      { name: 'ix_further_document_waiting', columns: ['decision', 'arrivedAt'] },
    ],
    checks: [{ name: 'ck_further_document_decision', column: 'decision', values: ['attached', 'reopened', 'opened'] }],
  },
];

/**
 * A ticket keeps how the matter of its own sender ended while it goes on for the senders of tickets merged into it; a deadline, by which of these it was
 * counted; and a further document about a ticket, what was made of it.
 */
export class SendersAndFurtherDocuments1764000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, OWN_END);
    await extendTable(runner, CAPPED);
    await createTables(runner, TABLES);
    await reduceTable(runner, REFUSED_ONCE);
    await extendTable(runner, REFUSED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, REFUSED);
    await extendTable(runner, REFUSED_ONCE);
    await dropTables(runner, TABLES);
    await reduceTable(runner, CAPPED);
    await reduceTable(runner, OWN_END);
  }
}
