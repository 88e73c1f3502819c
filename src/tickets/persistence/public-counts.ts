import { Injectable } from '@nestjs/common';
import type { Category } from '../../law/index.js';
import { Database } from '../../platform/database/database.js';
import { joinSql, sql, toStatement } from '../../platform/database/sql.js';
import { codesOfMonth } from '../domain/intake/ticket-code.js';
import { SPOKEN_OF } from '../domain/reply/told-outside.js';

/** What became of the tickets of one month and one category. */
export interface CategoryCounts {
  readonly category: Category;
  readonly received: number;
  readonly answered: number;
  /** Answered not after the legal end of their latest cycle. */
  readonly onTime: number;
  readonly open: number;
  readonly rated: number;
  /** Sum of the stars. */
  readonly stars: number;
}

/** Counts of tickets that name nobody, for the public; of what may be spoken of at all. */
@Injectable()
export class PublicCounts {
  constructor(private readonly database: Database) {}

  /** Read along the codes of that month, so that the tickets of other years cost nothing. @param month `2026-03` */
  async ofMonth(month: string): Promise<readonly CategoryCounts[]> {
    const { from, before } = codesOfMonth(month);
    const spokenOf = joinSql(
      SPOKEN_OF.map((nature) => sql`${nature}`),
      ', ',
    );
    const statement = sql`SELECT "category", COUNT(*) AS "received",
      SUM(CASE WHEN "answeredAt" IS NOT NULL THEN 1 ELSE 0 END) AS "answered",
      SUM(CASE WHEN "answeredAt" <= "legalEndAt" THEN 1 ELSE 0 END) AS "onTime",
      SUM(CASE WHEN "open" = 1 THEN 1 ELSE 0 END) AS "open",
      SUM(CASE WHEN "rating" IS NOT NULL THEN 1 ELSE 0 END) AS "rated",
      SUM(COALESCE("rating", 0)) AS "stars"
      FROM "ticket" WHERE "code" >= ${from} AND "code" < ${before} AND "state" <> 'merged' AND "nature" IN (${spokenOf}) GROUP BY "category"`;
    return this.database.reader.query<CategoryCounts[]>(...toStatement(statement, this.database.dialect));
  }
}
