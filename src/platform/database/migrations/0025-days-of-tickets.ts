import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'ticket_day_count',
    key: 'pk_ticket_day_count',
    keyIsTable: true,
    columns: [
      ['day', 'day', 'key'],
      ['unitId', { text: 36 }, 'key'],
      ['category', { text: 20 }, 'key'],
      ['received', 'integer'],
      ['stillOpen', 'integer'],
      ['answered', 'integer'],
    ],
    indices: [{ name: 'ix_ticket_day_count_open', columns: ['day'], where: '"stillOpen" > 0' }],
  },
];

/** How many tickets came, wait and were answered by day: charts would have to count all tickets of twelve weeks. Tickets that are there are counted once. */
export class DaysOfTickets1765000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    const day =
      runner.dataSource.options.type === 'mssql'
        ? (column: string) => `CONVERT(nvarchar(10), DATEADD(hour, 7, "${column}"), 23)`
        : (column: string) => `date("${column}", '+7 hours')`;
    await runner.query(`INSERT INTO "ticket_day_count" ("day", "unitId", "category", "received", "stillOpen", "answered")
      SELECT "day", "unitId", "category", SUM("received"), SUM("stillOpen"), SUM("answered") FROM (
        SELECT ${day('startedAt')} AS "day", COALESCE("leadUnitId", '') AS "unitId", "category", 1 AS "received", CASE WHEN "open" = 1 THEN 1 ELSE 0 END AS "stillOpen", 0 AS "answered" FROM "ticket"
        UNION ALL
        SELECT ${day('answeredAt')}, COALESCE("leadUnitId", ''), "category", 0, 0, 1 FROM "ticket" WHERE "answeredAt" IS NOT NULL
      ) AS t GROUP BY "day", "unitId", "category"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
