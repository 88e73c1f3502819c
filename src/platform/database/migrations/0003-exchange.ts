import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'inbox_message',
    key: 'pk_inbox_message',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['remoteId', { text: 100 }],
      ['fromAgency', { text: 60 }],
      ['sha256', { text: 64 }],
      ['size', 'integer'],
      ['queuedAt', 'instant'],
      ['receivedAt', 'instant'],
      ['state', { text: 20 }],
      ['documentId', { text: 200 }, 'nullable'],
      ['reason', { text: 1000 }, 'nullable'],
      ['warnings', 'json'],
      ['acknowledgedAt', 'instant', 'nullable'],
    ],
    indices: [
      { name: 'uq_inbox_message_remote', columns: ['remoteId'], isUnique: true },
      { name: 'ix_inbox_message_document', columns: ['documentId'] },
    ],
    checks: [
      {
        name: 'ck_inbox_message_state',
        column: 'state',
        values: ['stored', 'registered', 'noted', 'duplicate', 'refused', 'changed', 'task'],
      },
    ],
  },
  {
    name: 'dispatch',
    key: 'pk_dispatch',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['consignmentId', { text: 100 }],
      ['kind', { text: 10 }],
      ['aboutDocumentId', { text: 36 }],
      ['outgoingDocumentId', { text: 36 }, 'nullable'],
      ['status', { text: 2 }, 'nullable'],
      ['description', 'longText', 'nullable'],
      ['sha256', { text: 64 }, 'nullable'],
      ['createdAt', 'instant'],
      ['sentAt', 'instant', 'nullable'],
      ['receiptId', { text: 100 }, 'nullable'],
      ['failure', { text: 1000 }, 'nullable'],
    ],
    indices: [
      { name: 'uq_dispatch_consignment', columns: ['consignmentId'], isUnique: true },
      { name: 'ix_dispatch_about', columns: ['aboutDocumentId', 'createdAt'] },
    ],
  },
  {
    name: 'e_office_event',
    key: 'pk_e_office_event',
    columns: [
      ['eventId', { text: 100 }, 'key'],
      ['receivedAt', 'instant'],
      ['sha256', { text: 64 }],
      ['receiptId', { text: 36 }],
    ],
  },
  {
    name: 'refused_call',
    key: 'pk_refused_call',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['at', 'instant'],
      ['door', { text: 40 }],
      ['code', { text: 60 }],
      ['reason', { text: 1000 }],
      ['rawSha256', { text: 64 }, 'nullable'],
    ],
    indices: [{ name: 'ix_refused_call_at', columns: ['at'] }],
  },
];

/** Messages with other agencies. */
export class Exchange1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
