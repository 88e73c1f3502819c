import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'calendar_version',
    key: 'pk_calendar_version',
    columns: [
      ['version', 'integer', 'key'],
      ['name', { text: 200 }],
      ['body', 'json'],
      ['proposalId', { text: 36 }],
      ['reason', { text: 500 }],
      ['source', { text: 500 }],
      ['createdBy', { text: 36 }],
      ['createdByName', { text: 100 }],
      ['createdAt', 'instant'],
    ],
  },
  {
    name: 'calendar_proposal',
    key: 'pk_calendar_proposal',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['state', { text: 20 }],
      ['change', 'json'],
      ['reason', { text: 500 }],
      ['source', { text: 500 }],
      ['proposedBy', { text: 36 }],
      ['proposedByName', { text: 100 }],
      ['proposedAt', 'instant'],
      ['decidedByName', { text: 100 }, 'nullable'],
      ['decidedAt', 'instant', 'nullable'],
      ['version', 'integer', 'nullable'],
    ],
    indices: [{ name: 'ix_calendar_proposal_state', columns: ['state', 'proposedAt'] }],
    checks: [{ name: 'ck_calendar_proposal_state', column: 'state', values: ['waiting', 'confirmed', 'dropped'] }],
  },
];

/** Versions of the working calendar, and the changes that were proposed. */
export class Calendar1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
