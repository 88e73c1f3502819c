import type { Actor } from '../../kernel/actor.js';
import type { Category } from '../../law/index.js';
import type { Dialect } from '../../platform/database/columns.js';
import { instantText, joinSql, limitSql, readInstant, sql, type Sql } from '../../platform/database/sql.js';
import { visibleUnits } from '../domain/deadlines/policy.js';
import { isWatchedNow } from '../domain/deadlines/watched.js';
import { isOpen, TICKET_STATES, type TicketState } from '../domain/ticket-state.js';
import { heldStatement, type CountedIn } from './ticket-counters.js';
import { waitsFor, type Waiting } from './ticket-waiting.js';
import { isWatched, watchStatement, type WatchWish } from './ticket-watch.js';

/** What a list shows of a ticket: no sender, no words. */
export interface TicketRow {
  readonly id: string;
  readonly code: string;
  readonly subject: string;
  readonly channel: string;
  readonly place: string;
  readonly state: TicketState;
  readonly dueAt: Date;
  readonly legalEndAt: Date;
  readonly closedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly pausedAt: Date | null;
  readonly latest: string;
  readonly leadUnitId: string | null;
  readonly officerId: string | null;
}

export interface TicketFilter {
  /** Left out: the closed ones too. */
  readonly open?: boolean;
  readonly ids?: readonly string[];
  /** Null: those that no unit leads yet. */
  readonly unitId?: string | null;
  readonly category?: Category;
  readonly states?: readonly TicketState[];
  readonly dueBefore?: Date;
  readonly dueFrom?: Date;
  readonly officerId?: string;
  readonly waitsFor?: Waiting;
  /** Something was sent about it after it had ended, and the desk has not said what becomes of that. */
  readonly furtherOwed?: true;
  /** The unit that was asked to help with an open ticket and has not replied; others lead those, and its people see them nevertheless. */
  readonly owesReply?: string;
  readonly watched?: WatchWish;
}

/** The last row of the page before; rows after it follow. */
export interface TicketCursor {
  readonly dueAt: Date;
  readonly id: string;
}

/** A row of the list as the driver gives it. */
export type RawTicketRow = Omit<TicketRow, 'dueAt' | 'legalEndAt' | 'closedAt' | 'answeredAt' | 'pausedAt'> & {
  readonly dueAt: string | Date;
  readonly legalEndAt: string | Date;
  readonly closedAt: string | Date | null;
  readonly answeredAt: string | Date | null;
  readonly pausedAt: string | Date | null;
};

/** What a list reads of a ticket. */
export const LIST_COLUMNS = sql`"id", "code", "subject", "channel", "place", "state", "dueAt", "legalEndAt", "closedAt", "answeredAt", "pausedAt", "latest", "leadUnitId", "officerId"`;

export function rowsOf(raw: readonly RawTicketRow[]): TicketRow[] {
  return raw.map((row) => ({
    id: row.id,
    code: row.code,
    subject: row.subject,
    channel: row.channel,
    place: row.place,
    state: row.state,
    dueAt: readInstant(row.dueAt),
    legalEndAt: readInstant(row.legalEndAt),
    closedAt: readOrNull(row.closedAt),
    answeredAt: readOrNull(row.answeredAt),
    pausedAt: readOrNull(row.pausedAt),
    latest: row.latest,
    leadUnitId: row.leadUnitId,
    officerId: row.officerId,
  }));
}

function readOrNull(value: string | Date | null): Date | null {
  return value === null ? null : readInstant(value);
}

export interface PageWish {
  readonly after: TicketCursor | null;
  readonly size: number;
}

/**
 * The page of a list, soonest deadline first. Every index of tickets begins with whether they are open, so a list of both kinds is two walks
 * along an index that the database merges, instead of all tickets sorted.
 */
export function pageStatement(actor: Actor, filter: TicketFilter, { after, size }: PageWish, dialect: Dialect): Sql {
  const wanted = after ? { ...filter, dueFrom: later(filter.dueFrom, after.dueAt) } : filter;
  const first = sql`ORDER BY "dueAt", "id" ${limitSql(size, dialect)}`;
  const walks = kindsOf(filter).map((kind) => {
    const where = allOf([...conditionsOf(actor, { ...wanted, ...kind }), ...given(after, follows)]);
    // The answers of a period lie by their day: they are put in order from their index alone, and only the page itself is read.
    const found = isOfAnswers(filter) ? sql`"id" IN (SELECT "id" FROM "ticket" WHERE ${where} ${first})` : where;
    return sql`SELECT ${LIST_COLUMNS} FROM "ticket" WHERE ${found}`;
  });
  return sql`${joinSql(walks, ' UNION ALL ')} ${first}`;
}

function isOfAnswers({ watched }: TicketFilter): boolean {
  return watched !== undefined && !isWatchedNow(watched.what);
}

/** A list of few tickets, named ones for instance, has an index of its own, for which it does not matter whether they are open. */
function kindsOf(filter: TicketFilter): readonly Pick<TicketFilter, 'open'>[] {
  const { open, ids, waitsFor: what, furtherOwed, owesReply: asked, watched } = filter;
  if (open !== undefined) return [{ open }];
  const few = [ids, what, furtherOwed, asked, watched].some((one) => one !== undefined);
  return few ? [{}] : [{ open: true }, { open: false }];
}

/**
 * How many tickets a list holds, those before a place in it alone when one is given, as `held`. To tell people a number, no more than
 * 10,000 entries of an index are read.
 */
export function countStatement(
  actor: Actor,
  filter: TicketFilter,
  { before, dialect }: { readonly before: TicketCursor | null; readonly dialect: Dialect },
): Sql {
  const where = allOf([...conditionsOf(actor, before ? until(filter, before) : filter), ...given(before, precedes)]);
  const first = dialect === 'mssql' ? sql`TOP (10000)` : sql``;
  // In its own order a list of few is walked along the index that holds these alone, and not along that of all that were ever answered.
  const order = filter.waitsFor === undefined ? sql`` : sql`ORDER BY "dueAt"`;
  const last = dialect === 'mssql' ? order : sql`${order} LIMIT 10000`;
  return sql`SELECT COUNT(*) AS "held" FROM (SELECT ${first} 1 AS "one" FROM "ticket" WHERE ${where} ${last}) AS c`;
}

/** How many tickets a list holds, as `held`: from the counters, where they know. */
export function heldOf(actor: Actor, filter: TicketFilter, dialect: Dialect): Sql {
  const counters = countersOf(actor, filter);
  return counters === null ? countStatement(actor, filter, { before: null, dialect }) : heldStatement(counters);
}

/** The counters that know how many tickets a list holds; null when a list asks for more than unit, officer and state. */
function countersOf(actor: Actor, filter: TicketFilter): CountedIn | null {
  const { open, unitId, states, officerId, ...more } = filter;
  if (Object.keys(more).length > 0 || unitId === null) return null;
  const visible = visibleUnits(actor);
  const units = unitId === undefined ? visible : [unitId].filter((id) => visible === 'every' || visible.includes(id));
  const ofKind = (state: TicketState): boolean => open === undefined || isOpen(state) === open;
  return {
    ...(units === 'every' ? {} : { unitIds: units }),
    ...(officerId === undefined ? {} : { officerId }),
    ...(open === undefined && states === undefined ? {} : { states: (states ?? TICKET_STATES).filter(ofKind) }),
  };
}

/** The ids of a list, in their own order, which nothing that happens changes. */
export function idsStatement(actor: Actor, filter: TicketFilter, atMost: number, dialect: Dialect): Sql {
  const where = allOf(conditionsOf(actor, filter));
  return sql`SELECT "id" FROM "ticket" WHERE ${where} ORDER BY "id" ${limitSql(atMost, dialect)}`;
}

/** How many tickets of each sort lie with whom, in one statement. */
export function watchedStatement(actor: Actor, filter: TicketFilter, wishes: readonly WatchWish[]): Sql {
  return watchStatement(wishes, allOf(conditionsOf(actor, filter)));
}

/** The last ticket of a list before a place in it; as `id`. */
export function previousStatement(actor: Actor, filter: TicketFilter, place: TicketCursor, dialect: Dialect): Sql {
  const where = allOf([...conditionsOf(actor, until(filter, place)), ...precedes(place)]);
  return sql`SELECT "id" FROM "ticket" WHERE ${where} ORDER BY "dueAt" DESC, "id" DESC ${limitSql(1, dialect)}`;
}

/** What every ticket of a list fulfils: above all, that the actor may see it. */
function conditionsOf(actor: Actor, filter: TicketFilter): readonly Sql[] {
  return [
    ...withinSight(actor, filter),
    ...given(filter.open, (open) => [open ? sql`"open" = 1` : sql`"open" = 0`]),
    ...given(filter.ids, (ids) => [isOneOf(sql`"id"`, ids)]),
    ...(filter.unitId === null ? [sql`"leadUnitId" IS NULL`] : []),
    ...given(filter.unitId, (unitId) => [sql`"leadUnitId" = ${unitId}`]),
    ...given(filter.category, (category) => [sql`"category" = ${category}`]),
    ...given(filter.states, (states) => [isOneOf(sql`"state"`, states)]),
    ...given(filter.officerId, (officerId) => [sql`"officerId" = ${officerId}`]),
    ...given(filter.waitsFor, (what) => [waitsFor(what, actor)]),
    ...given(filter.furtherOwed, () => [FURTHER_OWED]),
    ...given(filter.owesReply, (unitId) => [owesReply(unitId)]),
    ...given(filter.watched, (wish) => [isWatched(wish)]),
    ...given(filter.dueFrom, (from) => [sql`"dueAt" >= ${instantText(from)}`]),
    ...given(filter.dueBefore, (before) => [sql`"dueAt" < ${instantText(before)}`]),
  ];
}

function withinSight(actor: Actor, { owesReply: asked }: TicketFilter): readonly Sql[] {
  const units = visibleUnits(actor);
  if (units === 'every' || (asked !== undefined && units.includes(asked))) return [];
  return [isOneOf(sql`"leadUnitId"`, units)];
}

/** Written so that no database walks all open tickets instead of looking up the few. */
function owesReply(unitId: string): Sql {
  return sql`"open" <> 0 AND "id" IN (SELECT "ticketId" FROM "ticket_coordination" WHERE "unitId" = ${unitId} AND "endedAt" IS NULL)`;
}

const FURTHER_OWED = sql`"id" IN (SELECT "ticketId" FROM "further_document" WHERE "decision" IS NULL)`;

/** The bound itself stands in `dueFrom`, where an index can use it. */
function follows({ dueAt, id }: TicketCursor): readonly Sql[] {
  return [sql`("dueAt" > ${instantText(dueAt)} OR "id" > ${id})`];
}

function precedes({ dueAt, id }: TicketCursor): readonly Sql[] {
  const at = instantText(dueAt);
  return [sql`"dueAt" <= ${at}`, sql`("dueAt" < ${at} OR "id" < ${id})`];
}

function isOneOf(column: Sql, values: readonly string[]): Sql {
  if (values.length === 0) return sql`1 = 0`;
  const places = values.map((value) => sql`${value}`);
  return sql`${column} IN (${joinSql(places, ', ')})`;
}

function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`1 = 1` : joinSql(conditions, ' AND ');
}

function given<T>(value: T | null | undefined, conditions: (value: T) => readonly Sql[]): readonly Sql[] {
  return value === null || value === undefined ? [] : conditions(value);
}

/** The list up to a place in it. SQLite takes one end of an index alone, and it must be the nearer one. */
function until(filter: TicketFilter, { dueAt }: TicketCursor): TicketFilter {
  const { dueBefore, ...rest } = filter;
  return dueBefore === undefined || dueAt < dueBefore ? rest : filter;
}

function later(one: Date | undefined, other: Date): Date {
  return one && one > other ? one : other;
}
