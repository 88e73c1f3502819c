/**
 * Every statement that the work lists ask of the tickets, over a million of them, by what it costs when it has been asked before: the lists of an officer, a
 * unit head, a clerk and a leader, first pages and later ones, their counts, and the place of a ticket among its neighbours. SQLite answers in the thread that serves everybody, so the budget of
 * one statement is 5 ms; the slowest is the figure, as a share of it. Searching for words is left out: it goes in steps of its own.
 */
import { builtInCalendar } from '../../dist/src/calendar/index.js';
import { TicketCounters } from '../../dist/src/tickets/index.js';
import { placeOf } from '../../dist/src/tickets/persistence/ticket-list.js';
import { TicketQueries } from '../../dist/src/tickets/persistence/ticket-queries.js';
import { ticketLists, workLists } from '../../dist/src/web/my-work/work-lists.js';
import { NOTHING_AWAITED } from '../../dist/src/web/my-work/awaited-work.js';
import { ownCpuMs } from './measure.mjs';
import { millionTickets, TICKETS } from './ticket-million.mjs';

const BUDGET_MS = 5;
const TIMES = 15;
/** Within the time that the tickets were received, so that some are overdue, some due today, some later. */
const NOW = new Date('2026-05-19T03:00:00Z');
const PEOPLE = [
  { id: 'officer-7', name: 'Cán bộ', unitId: 'unit-7', roles: ['contactOfficer'] },
  { id: 'head', name: 'Trưởng phòng', unitId: 'unit-3', roles: ['unitHead'] },
  { id: 'clerk', name: 'Văn thư', unitId: 'office', roles: ['registryClerk'] },
  { id: 'leader', name: 'Lãnh đạo', unitId: null, roles: ['leader'] },
];

export const name = 'ticket-statements';

export async function run() {
  const { database } = await millionTickets();
  const reads = new Map();
  const timed = {
    dialect: database.dialect,
    reader: { query: (...statement) => timedQuery(database, reads, statement) },
  };
  const queries = new TicketQueries(timed, new TicketCounters(timed));
  for (let time = 0; time < TIMES; time += 1) for (const actor of PEOPLE) await hotPages(queries, actor);
  const costs = [...reads].map(([text, times]) => ({ text, cpuMs: median(times) })).sort((a, b) => b.cpuMs - a.cpuMs);
  const slowest = costs[0].cpuMs;
  return {
    ours: slowest,
    limit: BUDGET_MS,
    ratio: slowest / BUDGET_MS,
    beside: Object.fromEntries(
      costs.slice(0, 5).map(({ text, cpuMs }) => [text.slice(0, 150), { cpuMs, ratio: cpuMs / BUDGET_MS }]),
    ),
    detail: { tickets: TICKETS, statements: costs.length, timesOfEach: TIMES },
    isOnce: true,
  };
}

async function hotPages(queries, actor) {
  const today = { now: NOW, calendar: builtInCalendar() };
  for (const { filter } of ticketLists(workLists(actor, NOTHING_AWAITED, today))) {
    const rows = await queries.page(actor, filter, null, 51);
    await queries.count(actor, filter);
    const last = rows.at(-1);
    if (!last) continue;
    await queries.page(actor, filter, placeOf(filter, last), 51);
    await queries.placeIn(actor, filter, last);
  }
  await queries.openByOfficer();
}

/** Statements of one text differ in their values; the slowest values count. */
async function timedQuery(database, reads, [text, values]) {
  const key = `${text} ${JSON.stringify(values)}`;
  const before = ownCpuMs();
  const rows = await database.reader.query(text, values);
  const times = reads.get(key) ?? [];
  times.push(ownCpuMs() - before);
  reads.set(key, times);
  return rows;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
