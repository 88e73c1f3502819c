import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'officer_term',
    key: 'pk_officer_term',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['unitId', { text: 36 }],
      ['staffId', { text: 36 }],
      ['validFrom', 'day', 'nullable'],
      ['validTo', 'day', 'nullable'],
      ['phone', { text: 30 }, 'nullable'],
      ['email', { text: 100 }, 'nullable'],
      ['changeId', { text: 36 }, 'nullable'],
      ['voidedAt', 'instant', 'nullable'],
    ],
    indices: [
      { name: 'ix_officer_term_unit', columns: ['unitId', 'validFrom'] },
      { name: 'ix_officer_term_staff', columns: ['staffId'] },
    ],
  },
  {
    name: 'officer_change',
    key: 'pk_officer_change',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['unitId', { text: 36 }],
      ['leavingId', { text: 36 }, 'nullable'],
      ['takingId', { text: 36 }],
      ['validFrom', 'day'],
      ['reason', { text: 500 }],
      ['phone', { text: 30 }],
      ['email', { text: 100 }],
      ['state', { text: 20 }],
      ['choices', 'json'],
      ['createdById', { text: 36 }],
      ['createdByName', { text: 100 }],
      ['createdAt', 'instant'],
      ['confirmedById', { text: 36 }, 'nullable'],
      ['confirmedByName', { text: 100 }, 'nullable'],
      ['confirmedAt', 'instant', 'nullable'],
      ['doneAt', 'instant', 'nullable'],
      ['handed', 'json', 'nullable'],
      ['gaveRole', 'boolean', 'nullable'],
      ['reversedByName', { text: 100 }, 'nullable'],
      ['reversedAt', 'instant', 'nullable'],
      ['stayed', 'json', 'nullable'],
      ['problem', { text: 500 }, 'nullable'],
      ['letterSha256', { text: 64 }, 'nullable'],
      ['letterProblem', { text: 500 }, 'nullable'],
      ['version', 'integer'],
    ],
    indices: [
      { name: 'ix_officer_change_unit', columns: ['unitId', 'createdAt'] },
      { name: 'ix_officer_change_state', columns: ['state', 'validFrom'] },
    ],
    checks: [
      {
        name: 'ck_officer_change_state',
        column: 'state',
        values: ['planned', 'waiting', 'done', 'reversed', 'withdrawn', 'failed'],
      },
    ],
  },
];

/** Contact officers with the days from which and to which they are, and their changes as one plan each. */
export class ContactOfficers1764000000059 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
