import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'outage',
    key: 'pk_outage',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['summary', { text: 200 }],
      ['affected', 'longText'],
      ['reason', { text: 500 }],
      ['startsAt', 'instant'],
      ['endsAt', 'instant'],
      ['urgentReason', { text: 500 }, 'nullable'],
      ['announcedAt', 'instant'],
      ['announcedById', { text: 36 }],
      ['announcedByName', { text: 100 }],
      ['cancelledAt', 'instant', 'nullable'],
      ['cancelledByName', { text: 100 }, 'nullable'],
      ['letterSha256', { text: 64 }, 'nullable'],
      ['letterProblem', { text: 500 }, 'nullable'],
    ],
    indices: [{ name: 'ix_outage_ends', columns: ['endsAt'] }],
  },
];

/** Announced interruptions of the service. */
export class Outages1764000000067 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
