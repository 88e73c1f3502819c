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
    name: 'hotline_call',
    key: 'pk_hotline_call',
    columns: [
      ['seq', 'counter'],
      ['id', { text: 36 }],
      ['door', { text: 10 }],
      ['sourceId', { text: 36 }],
      ['onceKey', { text: 64 }, 'nullable'],
      ['sha256', { text: 64 }],
      ['receivedAt', 'instant'],
      ['outcome', { text: 20 }],
      ['hotlineCode', { exact: 100 }, 'nullable'],
      ['saidHash', { text: 64 }, 'nullable'],
      ['ticketId', { text: 36 }, 'nullable'],
      ['ticketCode', { text: 20 }, 'nullable'],
      ['code', { text: 60 }, 'nullable'],
      ['reason', { text: 500 }, 'nullable'],
    ],
    indices: [
      { name: 'uq_hotline_call_id', columns: ['id'], isUnique: true },
      { name: 'uq_hotline_call_once', columns: ['onceKey'], isUnique: true, where: '"onceKey" IS NOT NULL' },
      { name: 'ix_hotline_call_code', columns: ['hotlineCode'], where: '"hotlineCode" IS NOT NULL' },
    ],
    checks: [
      { name: 'ck_hotline_call_door', column: 'door', values: ['open311', 'webhook'] },
      { name: 'ck_hotline_call_outcome', column: 'outcome', values: ['taken', 'known', 'refused'] },
    ],
  },
  {
    name: 'webhook_endpoint',
    key: 'pk_webhook_endpoint',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['direction', { text: 10 }],
      ['name', { text: 100 }],
      ['url', { text: 500 }, 'nullable'],
      ['secretSealed', { text: 300 }],
      ['events', 'json'],
      ['createdById', { text: 36 }],
      ['createdByName', { text: 100 }],
      ['createdAt', 'instant'],
      ['disabledAt', 'instant', 'nullable'],
      ['disabledByName', { text: 100 }, 'nullable'],
    ],
    checks: [{ name: 'ck_webhook_endpoint_direction', column: 'direction', values: ['in', 'out'] }],
  },
  {
    name: 'webhook_delivery',
    key: 'pk_webhook_delivery',
    columns: [
      ['seq', 'counter'],
      ['id', { text: 36 }],
      ['endpointId', { text: 36 }],
      ['causeId', { text: 36 }],
      ['event', { text: 40 }],
      ['ticketId', { text: 36 }],
      ['ticketCode', { text: 20 }],
      ['body', 'longText'],
      ['createdAt', 'instant'],
      ['attempts', 'integer'],
      ['resent', 'integer'],
      ['deliveredAt', 'instant', 'nullable'],
      ['givenUpAt', 'instant', 'nullable'],
      ['lastStatus', 'integer', 'nullable'],
      ['lastError', { text: 500 }, 'nullable'],
    ],
    indices: [
      { name: 'uq_webhook_delivery_id', columns: ['id'], isUnique: true },
      { name: 'uq_webhook_delivery_cause', columns: ['endpointId', 'causeId'], isUnique: true },
    ],
  },
  {
    name: 'webhook_attempt',
    key: 'pk_webhook_attempt',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['deliveryId', { text: 36 }],
      ['at', 'instant'],
      ['tookMs', 'integer'],
      ['status', 'integer', 'nullable'],
      ['error', { text: 500 }, 'nullable'],
    ],
    indices: [{ name: 'ix_webhook_attempt_delivery', columns: ['deliveryId', 'at'] }],
  },
  {
    name: 'webhook_watch',
    key: 'pk_webhook_watch',
    columns: [
      ['id', 'integer', 'key'],
      ['seq', 'integer'],
    ],
  },
];

/** What the hotline asks for: its tickets by day, and what was said to citizens by moment. */
const ADDITIONS: readonly TableAddition[] = [
  {
    table: 'ticket',
    indices: [{ name: 'ix_ticket_hotline_started', columns: ['startedAt', 'id'], where: '"hotlineCode" IS NOT NULL' }],
  },
  {
    table: 'ticket_entry',
    indices: [{ name: 'ix_ticket_entry_told', columns: ['at', 'seq'], where: '"toHotline" = 1' }],
  },
];

/** The hotline's open door: what came through it, and who is told of tickets. */
export class HotlineDoor1764000000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    for (const addition of ADDITIONS) await extendTable(runner, addition);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const addition of ADDITIONS.toReversed()) await reduceTable(runner, addition);
    await dropTables(runner, TABLES);
  }
}
