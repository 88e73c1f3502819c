import type { QueryRunner } from 'typeorm';

const OVER = ['answered', 'published', 'closed', 'withdrawn', 'returned', 'rejected', 'merged'];
const AFTER_ANSWER = ['published', 'closed'];
/** Facts that a line of the journal gives a new value, where the act changed them. */
const FACTS = ['cycle', 'leadUnitId', 'category', 'level', 'answerMode', 'legalEndAt', 'policyVersion'] as const;

type Value = string | number | null;
type Facts = Record<(typeof FACTS)[number], Value>;

interface TicketRow extends Facts {
  readonly id: string;
  readonly createdAt: string | Date;
  readonly startedAt: string | Date;
  readonly splitFromId: string | null;
  readonly channel: string;
  readonly state: string;
}

interface FirstPeriod {
  readonly ticketId: string;
  readonly legalEndAt: string | Date;
}

interface Line {
  readonly objectId: string;
  readonly at: string | Date;
  readonly detail: string;
}

interface Move {
  readonly at: string | Date;
  readonly to: string;
  readonly change: Readonly<Partial<Facts>>;
}

interface Row extends Facts {
  ticketId: string;
  at: string;
  until: string | null;
  entry: string;
  openedAt: string;
  sinceAt: string;
  outcome: string | null;
  state: string;
  channel: string;
}

/**
 * Writes where the tickets of an older house stood, from the moves in the journal. What the journal did not say of a fact's first value is taken from the
 * next line that names it, else from the ticket as it is.
 */
export async function standingsFromJournal(runner: QueryRunner): Promise<void> {
  const tickets = (await runner.query(
    `SELECT "id", "createdAt", "startedAt", "splitFromId", "channel", "state", ${FACTS.map((fact) => `"${fact}"`).join(', ')} FROM "ticket"`,
  )) as readonly TicketRow[];
  if (tickets.length === 0) return;
  const lines = (await runner.query(
    `SELECT "objectId", "at", "detail" FROM "journal_entry" WHERE "objectKind" = 'ticket' ORDER BY "seq"`,
  )) as readonly Line[];
  const moves = new Map<string, Move[]>();
  for (const line of lines) {
    const move = moveOf(line);
    if (move === null) continue;
    moves.set(line.objectId, [...(moves.get(line.objectId) ?? []), move]);
  }
  const firstEnds = new Map((await firstPeriods(runner)).map(({ ticketId, legalEndAt }) => [ticketId, legalEndAt]));
  for (const ticket of tickets) {
    const rows = rowsOf(ticket, moves.get(ticket.id) ?? [], firstEnds.get(ticket.id));
    for (const row of rows) await insert(runner, row);
  }
}

/** The end of the legal period as it was counted at receipt. */
async function firstPeriods(runner: QueryRunner): Promise<readonly FirstPeriod[]> {
  return (await runner.query(
    `SELECT "ticketId", "legalEndAt" FROM "ticket_deadline" WHERE "duty" = 'process' AND "cycle" = 1 AND "revision" = 1`,
  )) as readonly FirstPeriod[];
}

function moveOf({ at, detail }: Line): Move | null {
  const { to, ...said } = JSON.parse(detail) as { readonly to?: unknown } & Readonly<Record<string, Value>>;
  if (typeof to !== 'string') return null;
  return { at, to, change: Object.fromEntries(FACTS.filter((fact) => fact in said).map((fact) => [fact, said[fact]])) };
}

/** The rows of one ticket; where the journal holds no move of it, it stands as it is since it was written. */
function rowsOf(ticket: TicketRow, moves: readonly Move[], firstEnd: string | Date | undefined): Row[] {
  const rows: Row[] = [];
  const facts = firstFacts(ticket, moves);
  if (firstEnd !== undefined) facts.legalEndAt = textOf(firstEnd);
  const first = moves.length === 0 ? ticket.state : 'received';
  add(rows, ticket, { at: textOf(ticket.createdAt), state: first, facts });
  for (const { at, to, change } of moves) {
    Object.assign(facts, change);
    add(rows, ticket, { at: textOf(at), state: to, facts });
  }
  return rows;
}

function firstFacts(ticket: TicketRow, moves: readonly Move[]): Facts {
  const facts = Object.fromEntries(
    FACTS.map((fact) => {
      const named = moves.find(({ change }) => fact in change);
      return [fact, named === undefined ? ticket[fact] : (named.change[fact] ?? null)];
    }),
  ) as Facts;
  return { ...facts, cycle: 1, leadUnitId: moves.length === 0 ? ticket.leadUnitId : null };
}

interface Step {
  readonly at: string;
  readonly state: string;
  readonly facts: Facts;
}

function add(rows: Row[], ticket: TicketRow, { at: moved, state, facts }: Step): void {
  const last = rows.at(-1);
  const over = OVER.includes(state);
  if (last !== undefined && last.outcome !== null && over) return;
  const at = last !== undefined && last.at > moved ? last.at : moved;
  if (last !== undefined) last.until = at;
  rows.push({
    ...{ ticketId: ticket.id, at, until: null, state, channel: ticket.channel },
    ...matterAt(last, ticket, { at, state }),
    ...facts,
    outcome: over ? outcomeOf(state) : null,
    answerMode: over ? facts.answerMode : null,
    legalEndAt: textOf(facts.legalEndAt),
  });
}

function outcomeOf(state: string): string {
  return AFTER_ANSWER.includes(state) ? 'answered' : state;
}

/** The matter goes on, or begins: with the ticket itself, or because it is open once more. */
function matterAt(
  last: Row | undefined,
  { splitFromId, startedAt }: TicketRow,
  { at, state }: Pick<Step, 'at' | 'state'>,
): Pick<Row, 'entry' | 'openedAt' | 'sinceAt'> {
  if (last === undefined)
    return { entry: splitFromId === null ? 'new' : 'split', openedAt: at, sinceAt: textOf(startedAt) };
  const { entry, openedAt, sinceAt, outcome } = last;
  if (outcome === null) return { entry, openedAt, sinceAt };
  return { entry: state === 'reopened' ? 'reopened' : 'separated', openedAt: at, sinceAt: at };
}

/** An instant as both databases take it: `2026-03-20 10:30:00.000`. */
function textOf(instant: Value | Date): string {
  if (typeof instant === 'string' && !instant.includes('T')) return instant;
  return new Date(instant ?? 0).toISOString().replace('T', ' ').replace('Z', '');
}

async function insert(runner: QueryRunner, row: Row): Promise<void> {
  const names = Object.keys(row);
  const server = runner.dataSource.options.type === 'mssql';
  const places = names.map((_, index) => (server ? `@${index}` : '?')).join(', ');
  await runner.query(
    `INSERT INTO "ticket_standing" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${places})`,
    Object.values(row) as unknown[],
  );
}
