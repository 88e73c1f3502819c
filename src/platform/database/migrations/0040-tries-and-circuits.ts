import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTables,
  dropTables,
  extendTable,
  reduceTable,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const CHANNELS = ['exchange', 'mail', 'signing'];

const TABLES: readonly TablePlan[] = [
  {
    name: 'outbox_attempt',
    key: 'pk_outbox_attempt',
    columns: [
      ['id', 'counter'],
      ['seq', 'integer'],
      ['channel', { text: 20 }],
      ['startedAt', 'instant'],
      ['endedAt', 'instant', 'nullable'],
      ['outcome', { text: 20 }, 'nullable'],
      ['code', { text: 60 }, 'nullable'],
      ['reason', { text: 1000 }, 'nullable'],
    ],
    indices: [
      { name: 'ix_outbox_attempt_promise', columns: ['seq', 'id'] },
      { name: 'ix_outbox_attempt_ended', columns: ['endedAt'] },
    ],
    checks: [
      {
        name: 'ck_outbox_attempt_outcome',
        column: 'outcome',
        values: ['kept', 'unavailable', 'refused', 'failed', 'cutOff'],
      },
    ],
  },
  {
    name: 'circuit',
    key: 'pk_circuit',
    columns: [
      ['channel', { text: 20 }, 'key'],
      ['state', { text: 10 }],
      ['outages', 'integer'],
      ['failingSince', 'instant', 'nullable'],
      ['probes', 'integer'],
      ['nextProbeAt', 'instant', 'nullable'],
      ['reason', { text: 1000 }, 'nullable'],
      ['version', 'integer'],
    ],
    checks: [{ name: 'ck_circuit_state', column: 'state', values: ['closed', 'open', 'probing'] }],
  },
];

const LANES: TableAddition = { table: 'outbox', columns: [['holdsLane', 'boolean', 'nullable']] };

/** Each try of a promise to the outside, whether its peer is worth calling, and what holds back the rest of its lane. */
export class TriesAndCircuits1764000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    for (const channel of CHANNELS) {
      await runner.query(
        `INSERT INTO "circuit" ("channel", "state", "outages", "probes", "version") VALUES ('${channel}', 'closed', 0, 0, 0)`,
      );
    }
    await extendTable(runner, LANES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, LANES);
    await dropTables(runner, TABLES);
  }
}
