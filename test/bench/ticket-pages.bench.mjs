/**
 * A page of 50 after nine tenths of a list, against the first page of the same list: of a million tickets open and closed, of the 950,000 closed, of the
 * 25,000 of a unit. The limit is our own first page: what is measured is that keyset paging does not feel the depth.
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
  /** One operation is a page of each list, so that both sides read the same mixture. */
  const each = (cursorOf) => async (times) => {
    for (let time = 0; time < times; time += 1) for (const at of LISTS.keys()) await page(LISTS[at], cursorOf(at));
  };
  for (const at of LISTS.keys()) {
    const [deep, first] = [await page(LISTS[at], cursors[at].cursor), await page(LISTS[at], null)];
    if (deep.length !== PAGE || first.length !== PAGE) throw new Error('A page is not full');
    if (deep[0].id !== cursors[at].nextId)
      throw new Error('The deep page does not begin where nine tenths have passed');
  }
  const taken = await measure(
    [
      { name: 'deep', run: each((at) => cursors[at].cursor) },
      { name: 'first', run: each(() => null) },
    ],
    rounds,
  );
  return {
    ours: taken.cpuMs('deep') / LISTS.length,
    limit: taken.cpuMs('first') / LISTS.length,
    ratio: taken.ratio('deep', 'first'),
    detail: { tickets: TICKETS, depth: TICKETS * DEPTH },
  };
}

/** Where nine tenths of each list have passed. */
function placesIn(path) {
  const sqlite = new Sqlite(path, { readonly: true });
  const places = LISTS.map(({ where, held }) => {
    const [{ dueAt, id }, next] = sqlite
      .prepare(`SELECT dueAt, id FROM ticket WHERE ${where} ORDER BY dueAt, id LIMIT 2 OFFSET ?`)
      .all(Math.floor(held * DEPTH));
    return { cursor: { at: new Date(`${dueAt}Z`), id }, nextId: next.id };
  });
  sqlite.close();
  return places;
}
