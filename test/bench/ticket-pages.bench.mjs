/**
 * A page of 50 of a million tickets at depth 900,000, against the first page of the same list: open and closed tickets together, as the app
 * and as a unit sees them. Keyset paging must not feel the depth.
 */
import Sqlite from 'better-sqlite3';
import { TicketCounters } from '../../dist/src/tickets/index.js';
import { TicketQueries } from '../../dist/src/tickets/persistence/ticket-queries.js';
import { measure } from './measure.mjs';
import { millionTickets, TICKETS, UNITS } from './ticket-million.mjs';

const PAGE = 50;
const LEADER = { id: 'leader', name: 'Lãnh đạo', unitId: null, roles: ['leader'] };
const HEAD = { id: 'head', name: 'Trưởng phòng', unitId: 'unit-3', roles: ['unitHead'] };
const DEPTH = 0.9;
const LISTS = [
  { actor: LEADER, filter: {}, where: '1 = 1', held: TICKETS },
  { actor: LEADER, filter: { open: false }, where: 'open = 0', held: TICKETS * 0.95 },
  { actor: HEAD, filter: {}, where: "leadUnitId = 'unit-3'", held: TICKETS / UNITS },
];

export const name = 'ticket-page-900k';

export async function run({ rounds }) {
  const { database, path } = await millionTickets();
  const queries = new TicketQueries(database, new TicketCounters(database));
  const cursors = placesIn(path);
  const page = ({ actor, filter }, cursor) => queries.page(actor, filter, cursor, PAGE);
  const each = (cursorOf) => async (times) => {
    for (let at = 0; at < times; at += 1) await page(LISTS[at % LISTS.length], cursorOf(at % LISTS.length));
  };
  for (const at of LISTS.keys()) {
    if ((await page(LISTS[at], cursors[at])).length !== PAGE) throw new Error('The deep page is not full');
  }
  const taken = await measure(
    [
      { name: 'deep', run: each((at) => cursors[at]) },
      { name: 'first', run: each(() => null) },
    ],
    rounds,
  );
  return {
    ours: taken.cpuMs('deep'),
    limit: taken.cpuMs('first'),
    ratio: taken.ratio('deep', 'first'),
    detail: { tickets: TICKETS, depth: TICKETS * DEPTH },
  };
}

/** Where nine tenths of each list have passed. */
function placesIn(path) {
  const sqlite = new Sqlite(path, { readonly: true });
  const places = LISTS.map(({ where, held }) => {
    const { dueAt, id } = sqlite
      .prepare(`SELECT dueAt, id FROM ticket WHERE ${where} ORDER BY dueAt, id LIMIT 1 OFFSET ?`)
      .get(Math.floor(held * DEPTH));
    return { dueAt: new Date(`${dueAt}Z`), id };
  });
  sqlite.close();
  return places;
}
