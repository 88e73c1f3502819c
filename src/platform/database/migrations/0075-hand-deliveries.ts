import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'hand_delivery',
    key: 'pk_hand_delivery',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['outgoingDocumentId', { text: 36 }],
      ['incomingDocumentId', { text: 36 }],
      ['receiver', { text: 300 }],
      ['owedSince', 'instant'],
      ['way', { text: 20 }, 'nullable'],
      ['sentOn', 'day', 'nullable'],
      ['note', { text: 200 }, 'nullable'],
      ['doneAt', 'instant', 'nullable'],
      ['doneByName', { text: 100 }, 'nullable'],
    ],
    indices: [
      { name: 'uq_hand_delivery_letter', columns: ['outgoingDocumentId', 'incomingDocumentId'], isUnique: true },
      { name: 'ix_hand_delivery_done', columns: ['doneAt', 'owedSince'] },
    ],
    checks: [{ name: 'ck_hand_delivery_way', column: 'way', values: ['post', 'inPerson', 'email', 'unreachable'] }],
  },
];

/** Letters to people whom no code of the exchange leads to: how and when each left. */
export class HandDeliveries1764000000075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
