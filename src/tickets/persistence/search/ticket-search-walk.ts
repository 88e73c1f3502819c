import type { Dialect } from '../../../platform/database/columns.js';
import { instantText, joinSql, limitSql, sql, type Sql } from '../../../platform/database/sql.js';
import type { RowWish, SearchPlan, TermGroup } from '../../domain/search/search-question.js';
import { TERM, type Term, type TermKind } from '../../domain/search/search-words.js';
import { LIST_COLUMNS } from '../ticket-list.js';

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

/** What a ticket must have to be one that was asked for. */
export interface Checks {
  readonly groups: readonly TermGroup[];
  readonly beginning: string | null;
}

/** One walk along a list: of the tickets of a group, or of every ticket. */
export interface Walk {
  readonly list: TermGroup | 'every';
  /** Besides being in the list. */
  readonly checks: Checks;
  /** What a ticket must have by words that lead to nobody, to be found where its sender is hidden. */
  readonly plain: Checks;
}

/** What a ticket on the way is to the question: none that was asked for, one whatever is known of people, or one by words that lead to people alone. */
export const HIT = { none: 0, plain: 1, leading: 2 } as const;

export interface Passed extends SearchPlace {
  readonly hit: number;
}

type Bounds = Pick<SearchPlan, 'from' | 'before'>;

/** The tickets of a list that the step passes, each with `hit`. */
export function stepStatement(
  plan: SearchPlan,
  { list: walked, checks, plain }: Walk,
  { step, dialect }: { readonly step: Step; readonly dialect: Dialect },
): Sql {
  const order = step.direction === 'older' ? sql`"received" DESC, "no" DESC` : sql`"received", "no"`;
  const ending = sql`ORDER BY ${order} ${limitSql(step.size, dialect)}`;
  const within = allOf(stretch(plan, step));
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
    fulfils(checks, [TERM.text, ...plan.leading]),
    ...(plan.row === null ? [] : [isRow(plan.row)]),
  ]);
  const found = sql`CASE WHEN ${fulfils(plain, [TERM.text])} THEN ${HIT.plain} ELSE ${HIT.leading} END`;
  return sql`SELECT w."received", w."no", CASE WHEN ${wanted} THEN ${found} ELSE ${HIT.none} END AS "hit" FROM (${list}) AS w ORDER BY ${order}`;
}

/** The part of what is asked that words leading to people may answer, to be answered without them. */
export function withoutLeading({ leading }: SearchPlan, { groups, beginning }: Checks): Checks {
  const isLeading = ({ kind }: Term): boolean => leading.includes(kind);
  return {
    groups: groups.filter((group) => group.some(isLeading)).map((group) => group.filter((term) => !isLeading(term))),
    beginning,
  };
}

/** Of each term, how many tickets its list has (`held`, up to a bound) and within how many minutes those came (`span`); as `at` = its place in the given order. */
export function rarityStatement(terms: readonly Term[], plan: Bounds, bound: number, dialect: Dialect): Sql {
  const probes = terms.map((term, at) => {
    const where = allOf([isTerm(term), ...bounds(plan)]);
    const newest = sql`SELECT "received" FROM "ticket_word" WHERE ${where} ORDER BY "received" DESC, "no" DESC ${limitSql(bound, dialect)}`;
    return sql`SELECT ${at} AS "at", COUNT(*) AS "held", MAX("received") - MIN("received") AS "span" FROM (${newest}) AS p`;
  });
  return joinSql(probes, ' UNION ALL ');
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
  return sql`SELECT "no", ${LIST_COLUMNS} FROM "ticket_search" JOIN "ticket" ON "id" = "ticketId" WHERE ${isNumbered(numbers)}`;
}

/** When the tickets with those numbers are due, as `no`, `id` and `dueAt`. */
export function duesStatement(numbers: readonly number[]): Sql {
  return sql`SELECT "no", "id", "dueAt" FROM "ticket_search" JOIN "ticket" ON "id" = "ticketId" WHERE ${isNumbered(numbers)}`;
}

/** The tickets with those numbers, as `no` and `ticketId`. */
export function ticketsStatement(numbers: readonly number[]): Sql {
  return sql`SELECT "no", "ticketId" FROM "ticket_search" WHERE ${isNumbered(numbers)}`;
}

function isNumbered(numbers: readonly number[]): Sql {
  const places = joinSql(
    numbers.map((no) => sql`${no}`),
    ', ',
  );
  return sql`"no" IN (${places})`;
}

/** Lists of several words as one, each ticket once. Every list gives as many as the whole may have, so that none is sorted whole. */
function merged(lists: readonly Sql[], ending: Sql): Sql {
  const [only] = lists;
  if (only === undefined) return sql`SELECT "received", "no" FROM "ticket_search" WHERE 1 = 0`;
  if (lists.length === 1) return only;
  const parts = lists.map((list) => sql`SELECT "received", "no" FROM (${list}) AS l`);
  return sql`${joinSql(parts, ' UNION ')} ${ending}`;
}

function fulfils({ groups, beginning }: Checks, kinds: readonly TermKind[]): Sql {
  return allOf([...groups.map(hasOneOf), ...(beginning === null ? [] : [hasBeginning(beginning, kinds)])]);
}

function hasOneOf(terms: TermGroup): Sql {
  if (terms.length === 0) return sql`1 = 0`;
  const any = joinSql(terms.map(isTerm), ' OR ');
  return sql`EXISTS (SELECT 1 FROM "ticket_word" AS t WHERE (${any}) AND t."received" = w."received" AND t."no" = w."no")`;
}

const WORDS_OF: Readonly<Partial<Record<TermKind, Sql>>> = {
  [TERM.text]: sql`s."textWords"`,
  [TERM.people]: sql`s."peopleWords"`,
  [TERM.sender]: sql`s."senderWords"`,
};

/** A beginning is letters and digits alone, so that LIKE has no wildcard but ours. */
function hasBeginning(beginning: string, kinds: readonly TermKind[]): Sql {
  const ways = kinds.flatMap((kind) => WORDS_OF[kind] ?? []).map((words) => sql`${words} LIKE ${`% ${beginning}%`}`);
  return sql`EXISTS (SELECT 1 FROM "ticket_search" AS s WHERE s."no" = w."no" AND (${joinSql(ways, ' OR ')}))`;
}

/** Only the few tickets that a step has reached are looked up. */
function isRow({ channels, dueFrom, dueBefore }: RowWish): Sql {
  const asked = allOf([
    ...(channels === null
      ? []
      : [
          sql`LOWER(r."channel") IN (${joinSql(
            channels.map((code) => sql`${code}`),
            ', ',
          )})`,
        ]),
    ...(dueFrom === null ? [] : [sql`r."dueAt" >= ${instantText(dueFrom)}`]),
    ...(dueBefore === null ? [] : [sql`r."dueAt" < ${instantText(dueBefore)}`]),
  ]);
  return sql`EXISTS (SELECT 1 FROM "ticket_search" AS k JOIN "ticket" AS r ON r."id" = k."ticketId" WHERE k."no" = w."no" AND ${asked})`;
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

/** The part of a list that a step may still pass, with one bound at each end: SQLite takes one alone, and it must be the nearer. */
function stretch({ from, before }: Bounds, { from: place, direction }: Step): readonly Sql[] {
  if (place === null) return bounds({ from: from ?? 0, before });
  const { received, no } = place;
  if (direction === 'older') {
    const nearer = Math.min(before ?? received + 1, received + 1);
    return [...bounds({ from: from ?? 0, before: nearer }), sql`("received" < ${received} OR "no" < ${no})`];
  }
  return [
    ...bounds({ from: Math.max(from ?? received, received), before }),
    sql`("received" > ${received} OR "no" > ${no})`,
  ];
}

function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`1 = 1` : joinSql(conditions, ' AND ');
}
