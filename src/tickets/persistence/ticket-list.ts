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
  readonly startedAt: Date;
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
  /** Left out: soonest deadline first. */
  readonly order?: TicketOrder;
}

/** By which moment a list is put in order, and whether the last of them comes first. */
export interface TicketOrder {
  readonly by: 'due' | 'received';
  readonly lastFirst: boolean;
}

const BY_DEADLINE: TicketOrder = { by: 'due', lastFirst: false };

/** A place in a list: the moment by which it is put in order, and the ticket. Of a page it is the last row of the one before. */
export interface TicketCursor {
  readonly at: Date;
  readonly id: string;
}

/** Where a ticket stands in a list of that order. */
export function placeOf(
  { order = BY_DEADLINE }: Pick<TicketFilter, 'order'>,
  { id, dueAt, startedAt }: Pick<TicketRow, 'id' | 'dueAt' | 'startedAt'>,
): TicketCursor {
  return { at: order.by === 'due' ? dueAt : startedAt, id };
}

/** What a list may ask and still be walked by day of receipt along an index that grows with the open tickets alone. */
const WALKED_BY_RECEIPT: ReadonlySet<string> = new Set(['open', 'unitId', 'officerId', 'states', 'order']);

/** Whether a list may be put in order by receipt: no other index holds what it asks in that order, and sorting would read the whole list for one page. */
export function mayBeByReceipt(filter: TicketFilter): boolean {
  return (
    filter.open === true && filter.unitId !== null && Object.keys(filter).every((key) => WALKED_BY_RECEIPT.has(key))
  );
}

/** A row of the list as the driver gives it. */
export type RawTicketRow = Omit<
  TicketRow,
  'startedAt' | 'dueAt' | 'legalEndAt' | 'closedAt' | 'answeredAt' | 'pausedAt'
> & {
  readonly startedAt: string | Date;
  readonly dueAt: string | Date;
  readonly legalEndAt: string | Date;
  readonly closedAt: string | Date | null;
  readonly answeredAt: string | Date | null;
  readonly pausedAt: string | Date | null;
};

/** What a list reads of a ticket. */
export const LIST_COLUMNS = sql`"id", "code", "subject", "channel", "place", "state", "startedAt", "dueAt", "legalEndAt", "closedAt", "answeredAt", "pausedAt", "latest", "leadUnitId", "officerId"`;

export function rowsOf(raw: readonly RawTicketRow[]): TicketRow[] {
  return raw.map((row) => ({
    id: row.id,
    code: row.code,
    subject: row.subject,
    channel: row.channel,
    place: row.place,
    state: row.state,
    startedAt: readInstant(row.startedAt),
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
 * The page of a list in its order. Every index of tickets begins with whether they are open, so a list of both kinds is two walks
 * along an index that the database merges, instead of all tickets sorted.
 */
export function pageStatement(actor: Actor, filter: TicketFilter, { after, size }: PageWish, dialect: Dialect): Sql {
  const { within, beyond } = after ? beyondPlace(filter, after, 'after') : { within: filter, beyond: [] };
  const first = sql`ORDER BY ${orderOf(filter, 'after')} ${limitSql(size, dialect)}`;
  const walks = kindsOf(filter).map((kind) => {
    const where = allOf([...conditionsOf(actor, { ...within, ...kind }), ...beyond]);
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
  const { within, beyond } = before ? beyondPlace(filter, before, 'before') : { within: filter, beyond: [] };
  const where = allOf([...conditionsOf(actor, within), ...beyond]);
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

const COUNTED: ReadonlySet<string> = new Set(['open', 'unitId', 'states', 'officerId', 'order']);

/** The counters that know how many tickets a list holds; null when a list asks for more than unit, officer and state. */
function countersOf(actor: Actor, filter: TicketFilter): CountedIn | null {
  const { open, unitId, states, officerId } = filter;
  if (unitId === null || Object.keys(filter).some((key) => !COUNTED.has(key))) return null;
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
  const { within, beyond } = beyondPlace(filter, place, 'before');
  const where = allOf([...conditionsOf(actor, within), ...beyond]);
  return sql`SELECT "id" FROM "ticket" WHERE ${where} ORDER BY ${orderOf(filter, 'before')} ${limitSql(1, dialect)}`;
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

type Side = 'before' | 'after';

/** What lies on one side of a place in a list. Of deadlines the bound joins those that the list has, for SQLite takes one end of an index alone, and it must be the nearer one. */
function beyondPlace(
  filter: TicketFilter,
  { at, id }: TicketCursor,
  side: Side,
): { readonly within: TicketFilter; readonly beyond: readonly Sql[] } {
  const { by } = filter.order ?? BY_DEADLINE;
  const [column, moment] = [COLUMN_OF[by], instantText(at)];
  if (isTowardsLater(filter, side)) {
    const further = sql`(${column} > ${moment} OR "id" > ${id})`;
    if (by === 'due') return { within: { ...filter, dueFrom: later(filter.dueFrom, at) }, beyond: [further] };
    return { within: filter, beyond: [sql`${column} >= ${moment}`, further] };
  }
  const nearer = [sql`${column} <= ${moment}`, sql`(${column} < ${moment} OR "id" < ${id})`];
  return { within: by === 'due' ? until(filter, at) : filter, beyond: nearer };
}

/** The order in which a list is walked from a place: onwards, or back. */
function orderOf(filter: TicketFilter, side: Side): Sql {
  const column = COLUMN_OF[(filter.order ?? BY_DEADLINE).by];
  return isTowardsLater(filter, side) ? sql`${column}, "id"` : sql`${column} DESC, "id" DESC`;
}

function isTowardsLater({ order = BY_DEADLINE }: TicketFilter, side: Side): boolean {
  return order.lastFirst === (side === 'before');
}

const COLUMN_OF = { due: sql`"dueAt"`, received: sql`"startedAt"` } as const;

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

function until(filter: TicketFilter, at: Date): TicketFilter {
  const { dueBefore, ...rest } = filter;
  return dueBefore === undefined || at < dueBefore ? rest : filter;
}

function later(one: Date | undefined, other: Date): Date {
  return one && one > other ? one : other;
}
