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
    name: 'exchange_trace',
    key: 'pk_exchange_trace',
    columns: [
      ['id', 'counter'],
      ['at', 'instant'],
      ['direction', { text: 10 }],
      ['channel', { text: 40 }],
      ['operation', { text: 100 }],
      ['status', { text: 60 }],
      ['ms', 'integer'],
      ['requestSha256', { text: 64 }],
      ['responseSha256', { text: 64 }, 'nullable'],
      ['requestSize', 'integer'],
      ['responseSize', 'integer'],
      ['bundle', { text: 64 }],
      ['seq', 'integer', 'nullable'],
      ['messageId', { exact: 100 }, 'nullable'],
      ['sameBefore', 'integer'],
      ['missedBefore', 'integer'],
    ],
    indices: [
      { name: 'ix_exchange_trace_at', columns: ['at'] },
      { name: 'ix_exchange_trace_promise', columns: ['seq', 'id'] },
      { name: 'ix_exchange_trace_message', columns: ['messageId', 'id'] },
      { name: 'ix_exchange_trace_bundle', columns: ['bundle'] },
    ],
    checks: [{ name: 'ck_exchange_trace_direction', column: 'direction', values: ['toThem', 'toUs'] }],
  },
  {
    name: 'refused_call_day',
    key: 'pk_refused_call_day',
    columns: [
      ['day', 'day', 'key'],
      ['door', { text: 40 }, 'key'],
      ['kept', 'integer'],
      ['bytes', 'integer'],
      ['beyond', 'integer'],
    ],
  },
];

/** Where the bytes of a refused call are kept; null for none, and for those that lie among the files of the house from before. */
const BUNDLES: TableAddition = { table: 'refused_call', columns: [['bundle', { text: 64 }, 'nullable']] };

/** What went over the wire, kept for a time, and how many refused calls a day are kept. */
export class ExchangeEvidence1764000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    await extendTable(runner, BUNDLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, BUNDLES);
    await dropTables(runner, TABLES);
  }
}
