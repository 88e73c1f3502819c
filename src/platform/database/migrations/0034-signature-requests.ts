import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTables,
  dropTables,
  extendTable,
  reduceTable,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const ADDITIONS: readonly TableAddition[] = [
  {
    table: 'signature_request',
    columns: [
      ['nextLookAt', 'instant', 'nullable'],
      ['failedLooks', 'integer', 'nullable'],
      ['lookFailure', { text: 500 }, 'nullable'],
      ['withdrawal', { text: 20 }, 'nullable'],
      ['withdrawalRefusal', { text: 500 }, 'nullable'],
      ['lateSha256', { text: 64 }, 'nullable'],
    ],
  },
  {
    table: 'signature_step',
    columns: [
      ['source', { text: 20 }, 'nullable'],
      ['remoteRevision', 'integer', 'nullable'],
      ['comment', { text: 1000 }, 'nullable'],
    ],
  },
];

const TABLES: readonly TablePlan[] = [
  {
    name: 'signature_route_step',
    key: 'pk_signature_route_step',
    columns: [
      ['requestId', { text: 36 }, 'key'],
      ['position', 'integer', 'key'],
      ['action', { text: 20 }],
      ['personId', { text: 36 }, 'nullable'],
      ['personName', { text: 200 }],
      ['personPosition', { text: 200 }, 'nullable'],
      ['personCode', { text: 60 }, 'nullable'],
      ['insteadOf', { text: 300 }, 'nullable'],
      ['status', { text: 20 }],
      ['at', 'instant', 'nullable'],
      ['comment', { text: 1000 }, 'nullable'],
    ],
    checks: [
      {
        name: 'ck_signature_route_step_action',
        column: 'action',
        values: ['initial', 'sign', 'seal'],
      },
      {
        name: 'ck_signature_route_step_status',
        column: 'status',
        values: ['waiting', 'done', 'returned', 'cancelled'],
      },
    ],
  },
];

/** A signature request with its route, the history of its states, its looks at the e-office, and what became of its withdrawal. */
export class SignatureRequests1764000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const addition of ADDITIONS) await extendTable(runner, addition);
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
    for (const addition of ADDITIONS.toReversed()) await reduceTable(runner, addition);
  }
}
