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
    name: 'sign_in_attempt',
    key: 'pk_sign_in_attempt',
    columns: [
      ['id', { text: 64 }, 'key'],
      ['failures', 'integer'],
      ['lastAt', 'instant'],
    ],
    indices: [{ name: 'ix_sign_in_attempt_last', columns: ['lastAt'] }],
  },
  {
    name: 'known_device',
    key: 'pk_known_device',
    columns: [
      ['id', { text: 64 }, 'key'],
      ['staffId', { text: 36 }, 'key'],
      ['lastSeenAt', 'instant'],
    ],
    indices: [{ name: 'ix_known_device_seen', columns: ['lastSeenAt'] }],
  },
  {
    name: 'second_factor',
    key: 'pk_second_factor',
    columns: [
      ['staffId', { text: 36 }, 'key'],
      ['secret', { text: 200 }],
      ['confirmedAt', 'instant'],
      ['lastStep', 'integer'],
    ],
  },
  {
    name: 'recovery_code',
    key: 'pk_recovery_code',
    columns: [
      ['id', { text: 64 }, 'key'],
      ['staffId', { text: 36 }],
    ],
    indices: [{ name: 'ix_recovery_code_staff', columns: ['staffId'] }],
  },
];

/** Whose a session is, since when and from where: so that people see where they are signed in, and end it. */
const SESSIONS: TableAddition = {
  table: 'session',
  columns: [
    ['staffId', { text: 36 }, 'nullable'],
    ['createdAt', 'instant', 'nullable'],
    ['lastSeenAt', 'instant', 'nullable'],
    ['address', { text: 45 }, 'nullable'],
    ['agent', { text: 80 }, 'nullable'],
  ],
  indices: [{ name: 'ix_session_staff', columns: ['staffId'] }],
};

export class AccountsAndSessions1764000000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    await extendTable(runner, SESSIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, SESSIONS);
    await dropTables(runner, TABLES);
  }
}
