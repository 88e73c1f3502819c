import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const HEARD: readonly TablePlan[] = [
  {
    name: 'heard_message',
    key: 'pk_heard_message',
    columns: [
      ['keyHash', { text: 64 }, 'key'],
      ['until', 'instant'],
    ],
    indices: [{ name: 'ix_heard_message_until', columns: ['until'] }],
  },
];

/** Replays at the callback are known in every process. */
export class HeardMessages1764000000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, HEARD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, HEARD);
  }
}
