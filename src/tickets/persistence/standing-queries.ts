import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { instantText, readInstant, sql, toStatement, type Sql } from '../../platform/database/sql.js';
import type { Entry, Outcome } from '../domain/standing.js';

/** A matter, or something that happened to one, with where its ticket stood then. */
export interface StandingRow {
  readonly ticketId: string;
  readonly code: string;
  readonly cycle: number;
  readonly state: string;
  readonly entry: Entry;
  readonly openedAt: Date;
  readonly sinceAt: Date;
  readonly outcome: Outcome | null;
  readonly leadUnitId: string | null;
  readonly category: string;
  readonly level: string;
  readonly channel: string;
  readonly answerMode: 'letter' | 'direct' | null;
  readonly legalEndAt: Date;
  readonly policyVersion: number;
  /** When the matter ended, or when it happened; null of a matter that was open at the end. */
  readonly at: Date | null;
  /** Code of the ground of a refusal; null of anything else. */
  readonly ground: string | null;
  readonly stars: number | null;
}

type Instants = 'openedAt' | 'sinceAt' | 'legalEndAt' | 'at';

type RawRow = Omit<StandingRow, Instants> & {
  readonly openedAt: string | Date;
  readonly sinceAt: string | Date;
  readonly legalEndAt: string | Date;
  readonly at: string | Date | null;
};

/** From an instant up to another one, which is not in it. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** What happens to matters that are over, each in a table of its own. */
export type AfterEvent = 'rating' | 'publication' | 'extension';

const STOOD = sql`s."ticketId", t."code", s."cycle", s."state", s."entry", s."openedAt", s."sinceAt", s."outcome", s."leadUnitId", s."category", s."level", s."channel", s."answerMode", s."legalEndAt", s."policyVersion"`;

/** Where each event is written, and when it happened. */
const EVENTS: Readonly<Record<AfterEvent, { readonly table: Sql; readonly at: Sql; readonly stars: Sql }>> = {
  rating: { table: sql`"ticket_rating" e`, at: sql`e."ratedAt"`, stars: sql`e."stars"` },
  publication: {
    table: sql`(SELECT * FROM "ticket_publication" WHERE "approved" = 1) e`,
    at: sql`e."decidedAt"`,
    stars: sql`NULL`,
  },
  extension: {
    table: sql`(SELECT * FROM "ticket_extension" WHERE "granted" = 1) e`,
    at: sql`e."decidedAt"`,
    stars: sql`NULL`,
  },
};

/** Asks where tickets stood at moments of the past. The past does not change, so that the same question has the same answer at any time. */
@Injectable()
export class StandingQueries {
  constructor(private readonly database: Database) {}

  /** Matters that somebody waited for within the span: those that ended in it, and those that were open when it ended. In no order. */
  async matters({ from, until }: Span): Promise<readonly StandingRow[]> {
    const [begin, end] = [instantText(from), instantText(until)];
    const ground = sql`(SELECT MAX(r."reason") FROM "ticket_refusal" r WHERE r."ticketId" = s."ticketId" AND r."cycle" = s."cycle" AND r."kind" = 'rejected')`;
    const joined = sql`FROM "ticket_standing" s JOIN "ticket" t ON t."id" = s."ticketId"`;
    const open = sql`SELECT ${STOOD}, NULL AS "at", NULL AS "ground", NULL AS "stars" ${joined} WHERE s."outcome" IS NULL AND s."at" < ${end}`;
    return this.read(
      sql`SELECT ${STOOD}, s."at", CASE WHEN s."outcome" = 'rejected' THEN ${ground} ELSE NULL END AS "ground", NULL AS "stars" ${joined} WHERE s."outcome" IS NOT NULL AND s."at" >= ${begin} AND s."at" < ${end} UNION ALL ${open} AND s."until" IS NULL UNION ALL ${open} AND s."until" >= ${end}`,
    );
  }

  /** What happened within the span to tickets as they stood then. In no order. */
  async events(event: AfterEvent, { from, until }: Span): Promise<readonly StandingRow[]> {
    const { table, at, stars } = EVENTS[event];
    return this.read(
      sql`SELECT ${STOOD}, ${at} AS "at", NULL AS "ground", ${stars} AS "stars" FROM ${table} JOIN "ticket_standing" s ON s."ticketId" = e."ticketId" AND s."at" <= ${at} AND (s."until" IS NULL OR s."until" > ${at}) JOIN "ticket" t ON t."id" = s."ticketId" WHERE ${at} >= ${instantText(from)} AND ${at} < ${instantText(until)}`,
    );
  }

  /** When the history begins; null while there is none. */
  async begins(): Promise<Date | null> {
    const [row] = await this.database.reader.query<{ readonly at: string | Date | null }[]>(
      `SELECT MIN("at") AS "at" FROM "ticket_standing"`,
    );
    return row?.at === null || row === undefined ? null : readInstant(row.at);
  }

  private async read(statement: Sql): Promise<readonly StandingRow[]> {
    const rows = await this.database.reader.query<RawRow[]>(...toStatement(statement, this.database.dialect));
    return rows.map((row) => ({
      ...row,
      openedAt: readInstant(row.openedAt),
      sinceAt: readInstant(row.sinceAt),
      legalEndAt: readInstant(row.legalEndAt),
      at: row.at === null ? null : readInstant(row.at),
    }));
  }
}
