import type { Database } from '../../src/platform/database/database.js';
import { instantText, sql, toStatement } from '../../src/platform/database/sql.js';

export interface CountedCell {
  readonly unit: string;
  readonly category: string;
  readonly carried: number;
  readonly received: number;
  readonly closed: number;
  readonly returned: number;
  readonly rejected: number;
  readonly merged: number;
  readonly open: number;
  readonly onTime: number;
  readonly overdue: number;
}

/**
 * Counts a period in another way than reports do: from the order of a ticket's rows alone. When a matter began and until when a row held is worked out
 * here by windows, and never read from where the app wrote it down.
 */
export async function countedOtherwise(
  { reader, dialect }: Database,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<readonly CountedCell[]> {
  const [begin, end] = [instantText(from), instantText(until)];
  const sum = (condition: ReturnType<typeof sql>): ReturnType<typeof sql> =>
    sql`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
  const ended = (outcome: string): ReturnType<typeof sql> => sql`"outcome" = ${outcome}`;
  const statement = sql`
    WITH "turned" AS (
      SELECT s.*, CASE WHEN "outcome" IS NULL AND (LAG("seq") OVER (PARTITION BY "ticketId" ORDER BY "seq") IS NULL
        OR LAG("outcome") OVER (PARTITION BY "ticketId" ORDER BY "seq") IS NOT NULL) THEN 1 ELSE 0 END AS "turns"
      FROM "ticket_standing" s WHERE "at" < ${end}
    ), "numbered" AS (
      SELECT t.*, SUM("turns") OVER (PARTITION BY "ticketId" ORDER BY "seq" ROWS UNBOUNDED PRECEDING) AS "matter" FROM "turned" t
    ), "last" AS (
      SELECT n.*, ROW_NUMBER() OVER (PARTITION BY "ticketId", "matter" ORDER BY "seq" DESC) AS "place",
        MIN("at") OVER (PARTITION BY "ticketId", "matter") AS "began" FROM "numbered" n
    )
    SELECT COALESCE("leadUnitId", '') AS "unit", "category",
      ${sum(sql`"began" < ${begin}`)} AS "carried", ${sum(sql`"began" >= ${begin}`)} AS "received",
      ${sum(sql`${ended('answered')} OR ${ended('withdrawn')}`)} AS "closed", ${sum(ended('returned'))} AS "returned",
      ${sum(ended('rejected'))} AS "rejected", ${sum(ended('merged'))} AS "merged", ${sum(sql`"outcome" IS NULL`)} AS "open",
      ${sum(sql`${ended('answered')} AND "at" <= "legalEndAt"`)} AS "onTime",
      ${sum(sql`"outcome" IS NULL AND "legalEndAt" < ${end}`)} AS "overdue"
    FROM "last" WHERE "place" = 1 AND ("outcome" IS NULL OR "at" >= ${begin})
    GROUP BY COALESCE("leadUnitId", ''), "category" ORDER BY 1, 2`;
  return reader.query<CountedCell[]>(...toStatement(statement, dialect));
}
