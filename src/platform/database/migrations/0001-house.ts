import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'outbox',
    key: 'pk_outbox',
    columns: [
      ['seq', 'counter'],
      ['key', { text: 200 }],
      ['kind', { text: 60 }],
      ['lane', { text: 200 }, 'nullable'],
      ['payload', 'json'],
      ['createdAt', 'instant'],
      ['dueAt', 'instant'],
      ['attempts', 'integer'],
      ['leasedBy', { text: 60 }, 'nullable'],
      ['leasedUntil', 'instant', 'nullable'],
      ['finishedAt', 'instant', 'nullable'],
      ['outcome', { text: 10 }, 'nullable'],
      ['lastError', { text: 1000 }, 'nullable'],
    ],
    indices: [
      { name: 'ix_outbox_open', columns: ['finishedAt', 'dueAt'] },
      { name: 'ix_outbox_lane', columns: ['lane', 'finishedAt'] },
      { name: 'uq_outbox_key', columns: ['key'], isUnique: true },
    ],
  },
  {
    name: 'job_slot',
    key: 'pk_job_slot',
    columns: [
      ['job', { text: 60 }, 'key'],
      ['slot', { text: 30 }, 'key'],
      ['claimedAt', 'instant'],
    ],
  },
  {
    name: 'session',
    key: 'pk_session',
    columns: [
      ['id', { text: 64 }, 'key'],
      ['content', 'longText'],
      ['expiresAt', 'instant'],
    ],
    indices: [{ name: 'ix_session_expires', columns: ['expiresAt'] }],
  },
  {
    name: 'journal_entry',
    key: 'pk_journal_entry',
    columns: [
      ['seq', 'integer', 'key'],
      ['at', 'instant'],
      ['actorId', { text: 36 }],
      ['actorName', { text: 100 }],
      ['action', { text: 60 }],
      ['objectKind', { text: 40 }],
      ['objectId', { text: 100 }],
      ['detail', 'json'],
      ['previousHash', { text: 64 }],
      ['hash', { text: 64 }],
    ],
    indices: [{ name: 'ix_journal_entry_object', columns: ['objectKind', 'objectId'] }],
  },
  {
    name: 'journal_head',
    key: 'pk_journal_head',
    columns: [
      ['id', 'integer', 'key'],
      ['seq', 'integer'],
      ['hash', { text: 64 }],
    ],
  },
];

/** The house itself: promises, job slots, sessions, the journal. */
export class House1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
