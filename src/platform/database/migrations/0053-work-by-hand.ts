import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTables,
  dropTables,
  extendTable,
  reduceTable,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'letter_recipient',
    key: 'pk_letter_recipient',
    columns: [
      ['draftId', { text: 36 }, 'key'],
      ['code', { exact: 60 }, 'key'],
      ['name', { text: 300 }],
      ['addedAt', 'instant'],
      ['addedByName', { text: 100 }],
    ],
  },
  {
    name: 'entry_by_hand',
    key: 'pk_entry_by_hand',
    columns: [
      ['incomingDocumentId', { text: 36 }, 'key'],
      ['owedSince', 'instant'],
      ['number', 'integer', 'nullable'],
      ['enteredOn', 'day', 'nullable'],
      ['tickedAt', 'instant', 'nullable'],
      ['tickedByName', { text: 100 }, 'nullable'],
    ],
    indices: [{ name: 'ix_entry_by_hand_ticked', columns: ['tickedAt', 'owedSince'] }],
  },
];

const RECEIVERS: TableAddition = {
  table: 'dispatch',
  columns: [
    ['receiverCode', { exact: 60 }, 'nullable'],
    ['receiverName', { text: 300 }, 'nullable'],
    ['alsoTo', 'json', 'nullable'],
  ],
};

/** A letter goes to several agencies; what an e-office is not told over the wire, a clerk writes there and ticks off here. */
export class WorkByHand1764000000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    await extendTable(runner, RECEIVERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, RECEIVERS);
    await dropTables(runner, TABLES);
  }
}
