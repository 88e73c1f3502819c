import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const LEFT: TablePlan = {
  name: 'first_day_left',
  key: 'pk_first_day_left',
  columns: [
    ['staffId', { text: 36 }, 'key'],
    ['leftAt', 'instant'],
  ],
};

/** Who needs the steps of the first day no more; those who have signed in before do not. */
export class FirstDays1765000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, [LEFT]);
    await runner.query(
      `INSERT INTO "first_day_left" ("staffId", "leftAt")
       SELECT "staffId", MAX("lastSeenAt") FROM "known_device" AS "device"
       WHERE NOT EXISTS (SELECT 1 FROM "first_day_left" AS "known" WHERE "known"."staffId" = "device"."staffId")
       GROUP BY "staffId"`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [LEFT]);
  }
}
