import type { Dialect } from '../../platform/database/columns.js';
import { joined, limitedTo, sql, type Sql } from '../../platform/database/sql.js';
import type { SearchPlan, TermGroup } from '../domain/search-question.js';
import { factTerm, TERM, type Term, type TermKind } from '../domain/search-words.js';
import { LIST_COLUMNS } from './ticket-list.js';

/** Where a ticket stands in every list of words: when it was received, and its number among those of that minute. */
export interface SearchPlace {
  readonly received: number;
  readonly no: number;
}

export type Direction = 'older' | 'newer';

/** One step along a list of tickets: from a place on, so many of them. */
export interface Step {
  readonly from: SearchPlace | null;
  readonly direction: Direction;
  readonly size: number;
}

/** What a ticket on the way must have, besides being in the list that is walked. */
export interface Checks {
  readonly groups: readonly TermGroup[];
  readonly beginning: string | null;
}

/** A ticket on the way, and whether it is one that was asked for. */
export interface Passed extends SearchPlace {
  readonly hit: number | boolean;
}

type Bounds = Pick<SearchPlan, 'from' | 'before'>;

/** The tickets of a list that the step passes, each with `hit`; the list of a group, or of every ticket. */
export function stepStatement(
  plan: SearchPlan,
  walked: TermGroup | 'every',
  checks: Checks,
  { step, dialect }: { readonly step: Step; readonly dialect: Dialect },
): Sql {
  const order = step.direction === 'older' ? sql`"received" DESC, "no" DESC` : sql`"received", "no"`;
  const ending = sql`ORDER BY ${order} ${limitedTo(step.size, dialect)}`;
  const within = allOf([...bounds(plan), ...beyond(step)]);
  const list =
    walked === 'every'
      ? sql`SELECT "received", "no" FROM "ticket_search" WHERE ${within} ${ending}`
      : merged(
          walked.map(
            (term) => sql`SELECT "received", "no" FROM "ticket_word" WHERE ${isTerm(term)} AND ${within} ${ending}`,
          ),
          ending,
        );
  const wanted = allOf([
    ...checks.groups.map((group) => hasOneOf(plan, group)),
    ...(checks.beginning === null ? [] : [hasBeginning(plan, checks.beginning)]),
  ]);
  return sql`SELECT w."received", w."no", CASE WHEN ${wanted} THEN 1 ELSE 0 END AS "hit" FROM (${list}) AS w ORDER BY ${order}`;
}

/** Of each term, how many tickets its list has (`held`, up to a bound) and within how many minutes those came (`span`); as `at` = its place in the given order. */
export function rarityStatement(terms: readonly Term[], plan: Bounds, bound: number, dialect: Dialect): Sql {
  const probes = terms.map((term, at) => {
    const where = allOf([isTerm(term), ...bounds(plan)]);
    const newest = sql`SELECT "received" FROM "ticket_word" WHERE ${where} ORDER BY "received" DESC, "no" DESC ${limitedTo(bound, dialect)}`;
    return sql`SELECT ${at} AS "at", COUNT(*) AS "held", MAX("received") - MIN("received") AS "span" FROM (${newest}) AS p`;
  });
  return joined(probes, ' UNION ALL ');
}

/** The first word of a kind that begins so, or the first after another one that does; as `word`, null when there is none. */
export function nextWordStatement(kind: TermKind, beginning: string, after: string | null): Sql {
  const start = after === null ? sql`"word" >= ${beginning}` : sql`"word" > ${after}`;
  return sql`SELECT MIN("word") AS "word" FROM "ticket_word" WHERE "kind" = ${kind} AND ${start} AND "word" < ${behind(beginning)}`;
}

/** The first text behind all those that begin so, in the order of code points. */
function behind(beginning: string): string {
  const last = beginning.codePointAt(beginning.length - 1) ?? 0;
  return beginning.slice(0, -1) + String.fromCodePoint(last + 1);
}

/** What lists show of the tickets with those numbers, with `no`. */
export function foundStatement(numbers: readonly number[]): Sql {
  const places = joined(
    numbers.map((no) => sql`${no}`),
    ', ',
  );
  return sql`SELECT "no", ${LIST_COLUMNS} FROM "ticket_search" JOIN "ticket" ON "id" = "ticketId" WHERE "no" IN (${places})`;
}

/** Lists of several words as one, each ticket once. Every list gives as many as the whole may have, so that none is sorted whole. */
function merged(lists: readonly Sql[], ending: Sql): Sql {
  const [only] = lists;
  if (only === undefined) return sql`SELECT "received", "no" FROM "ticket_search" WHERE 1 = 0`;
  if (lists.length === 1) return only;
  const parts = lists.map((list) => sql`SELECT "received", "no" FROM (${list}) AS l`);
  return sql`${joined(parts, ' UNION ')} ${ending}`;
}

/**
 * Whether a ticket has one of the terms. A sender counts only where the ticket is not about the seeker's own unit: that unit must not learn who
 * wrote, whatever offices its people hold (rule 21).
 */
function hasOneOf({ senders }: SearchPlan, group: TermGroup): Sql {
  const ofSender = group.filter(({ kind }) => kind === TERM.sender);
  const others = group.filter(({ kind }) => kind !== TERM.sender);
  const ways = [
    ...(others.length > 0 ? [isThere(others)] : []),
    ...(ofSender.length > 0 ? [allOf([isThere(ofSender), ...notAbout(senders.neverOfUnit)])] : []),
  ];
  return ways.length === 0 ? sql`1 = 0` : sql`(${joined(ways, ' OR ')})`;
}

function isThere(terms: TermGroup): Sql {
  const any = joined(terms.map(isTerm), ' OR ');
  return sql`EXISTS (SELECT 1 FROM "ticket_word" AS t WHERE (${any}) AND t."received" = w."received" AND t."no" = w."no")`;
}

function notAbout(unitId: string | null): readonly Sql[] {
  if (unitId === null) return [];
  return [sql`NOT ${isThere([{ kind: TERM.fact, word: factTerm('complained', unitId) }])}`];
}

/** A beginning is letters and digits alone, so that LIKE has no wildcard but ours. */
function hasBeginning({ senders }: SearchPlan, beginning: string): Sql {
  const pattern = `% ${beginning}%`;
  const ofSender = senders.counted
    ? [allOf([sql`s."senderWords" LIKE ${pattern}`, ...notAbout(senders.neverOfUnit)])]
    : [];
  const ways = joined([sql`s."textWords" LIKE ${pattern}`, ...ofSender], ' OR ');
  return sql`EXISTS (SELECT 1 FROM "ticket_search" AS s WHERE s."no" = w."no" AND (${ways}))`;
}

function isTerm({ kind, word }: Term): Sql {
  return sql`"kind" = ${kind} AND "word" = ${word}`;
}

function bounds({ from, before }: Bounds): readonly Sql[] {
  return [
    ...(from === null ? [] : [sql`"received" >= ${from}`]),
    ...(before === null ? [] : [sql`"received" < ${before}`]),
  ];
}

function beyond({ from, direction }: Step): readonly Sql[] {
  if (from === null) return [];
  const { received, no } = from;
  return direction === 'older'
    ? [sql`"received" <= ${received}`, sql`("received" < ${received} OR "no" < ${no})`]
    : [sql`"received" >= ${received}`, sql`("received" > ${received} OR "no" > ${no})`];
}

function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`1 = 1` : joined(conditions, ' AND ');
}
