import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { instantText, joinSql, limitSql, sql, toStatement, type Sql } from '../../platform/database/sql.js';
import { receivedMinute } from '../domain/search/search-question.js';
import { factTerm, TERM, wordsIn, type TermKind } from '../domain/search/search-words.js';
import type { ComparableTicket } from '../domain/intake/duplicates.js';
import type { TicketEntity } from './tickets.entities.js';

/** A ticket to be compared, with what is said about it. */
export type Candidate = Pick<TicketEntity, keyof ComparableTicket | 'code' | 'state' | 'open' | 'legalEndAt'>;

/** The columns of those. */
export const CANDIDATE = {
  id: true,
  code: true,
  subject: true,
  words: true,
  phoneKey: true,
  complainedUnitId: true,
  incomingDocumentId: true,
  startedAt: true,
  state: true,
  open: true,
  legalEndAt: true,
};

export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** Words of a text that are looked up; the longest, which are the rarest. */
const WORDS_LOOKED_UP = 40;
/** A word with more tickets in the time says nothing about any of them. */
const COMMON = 200;
const RARE_WORDS = 8;
/** Tickets that share at least so many rare words are read. */
const SHARED_WORDS = 2;
const OF_A_KIND = 20;
/** A word of a text is of one of these kinds, never of both. */
const WRITTEN: readonly TermKind[] = [TERM.text, TERM.people];

/**
 * Tickets that may tell the same matter as another: those of the same telephone number, those about the same unit, and those that share rare words.
 * Each read walks an index within the time and is bounded, however many tickets there are.
 */
@Injectable()
export class DuplicateQueries {
  constructor(private readonly database: Database) {}

  /** @returns ids, in no order; bounded */
  async candidates(ticket: ComparableTicket, period: Period): Promise<readonly string[]> {
    const limit = limitSql(OF_A_KIND, this.database.dialect);
    const walks = [
      ...ofPhone(ticket, period, limit),
      ...ofUnit(ticket, period, limit).map(ticketsOf),
      ...(await this.ofWords(ticket, period, limit)).map(ticketsOf),
    ];
    if (walks.length === 0) return [];
    const found = await this.read<{ readonly id: string }>(joinSql(walks, ' UNION '));
    return found.flatMap(({ id }) => (id === ticket.id ? [] : [id]));
  }

  private async ofWords({ subject, words }: ComparableTicket, period: Period, limit: Sql): Promise<readonly Sql[]> {
    const looked = wordsIn(`${subject}\n${words}`).toSorted((one, other) => other.length - one.length);
    const rare = await this.rareOf(looked.slice(0, WORDS_LOOKED_UP), period);
    if (rare.length < SHARED_WORDS) return [];
    const walks = rare.map((word) => sql`SELECT "no" FROM ${listOf(WRITTEN, word, period)}`);
    return [
      sql`SELECT "no" FROM (${joinSql(walks, ' UNION ALL ')}) w
        GROUP BY "no" HAVING COUNT(*) >= ${SHARED_WORDS} ORDER BY COUNT(*) DESC, "no" DESC ${limit}`,
    ];
  }

  /** Words that more than one ticket of the time has, but few; the rarest first. */
  private async rareOf(words: readonly string[], period: Period): Promise<readonly string[]> {
    if (words.length === 0) return [];
    const first = this.database.dialect === 'mssql' ? sql`TOP (${COMMON})` : sql``;
    const last = this.database.dialect === 'mssql' ? sql`` : sql`LIMIT ${COMMON}`;
    const counts = words.map(
      (word) => sql`SELECT ${word} AS "word", COUNT(*) AS "held" FROM (
        SELECT ${first} 1 AS "one" FROM ${listOf(WRITTEN, word, period)} ${last}) c`,
    );
    const rows = await this.read<{ readonly word: string; readonly held: number }>(joinSql(counts, ' UNION ALL '));
    return rows
      .filter(({ held }) => held > 1 && held < COMMON)
      .toSorted((one, other) => one.held - other.held || one.word.localeCompare(other.word))
      .slice(0, RARE_WORDS)
      .map(({ word }) => word);
  }

  private read<Row>(statement: Sql): Promise<Row[]> {
    return this.database.reader.query<Row[]>(...toStatement(statement, this.database.dialect));
  }
}

function ofPhone({ phoneKey }: ComparableTicket, { from, to }: Period, limit: Sql): readonly Sql[] {
  if (phoneKey === '') return [];
  return [
    sql`SELECT "id" FROM (SELECT "id" FROM "ticket" WHERE "phoneKey" = ${phoneKey}
      AND "startedAt" BETWEEN ${instantText(from)} AND ${instantText(to)} ORDER BY "startedAt" DESC, "id" ${limit}) called`,
  ];
}

function ofUnit({ complainedUnitId }: ComparableTicket, period: Period, limit: Sql): readonly Sql[] {
  if (complainedUnitId === null) return [];
  const walk = listOf([TERM.fact], factTerm('complained', complainedUnitId), period);
  return [sql`SELECT "no" FROM ${walk} ORDER BY "received" DESC, "no" DESC ${limit}`];
}

/** @param numbers of tickets in the search, few */
function ticketsOf(numbers: Sql): Sql {
  return sql`SELECT "ticketId" AS "id" FROM "ticket_search" WHERE "no" IN (SELECT "no" FROM (${numbers}) listed)`;
}

/** The list of a word within a time, as a table with its condition. */
function listOf(kinds: readonly TermKind[], word: string, { from, to }: Period): Sql {
  const [first, last] = [receivedMinute(from), receivedMinute(to)];
  const ofKinds = joinSql(
    kinds.map((kind) => sql`${kind}`),
    ', ',
  );
  return sql`"ticket_word" WHERE "kind" IN (${ofKinds}) AND "word" = ${word} AND "received" BETWEEN ${first} AND ${last}`;
}
