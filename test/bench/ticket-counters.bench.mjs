/**
 * How many tickets lists hold, out of a million: the agency's, a unit's, an officer's, in some states. The limit is the sum of the same counters as a
 * prepared statement of better-sqlite3; what counting the tickets themselves would cost stands beside.
 */
import Sqlite from 'better-sqlite3';
import { OPEN_STATES } from '../../dist/src/tickets/domain/ticket-state.js';
import { TicketCounters } from '../../dist/src/tickets/index.js';
import { TicketQueries } from '../../dist/src/tickets/persistence/ticket-queries.js';
import { measure } from './measure.mjs';
import { millionTickets, TICKETS } from './ticket-million.mjs';

const LEADER = { id: 'leader', name: 'Lãnh đạo', unitId: null, roles: ['leader'] };
const open = OPEN_STATES.map((state) => `'${state}'`).join(', ');
const LISTS = [
  { filter: { open: true }, counter: `state IN (${open})`, where: 'open = 1' },
  {
    filter: { open: true, unitId: 'unit-3' },
    counter: `unitId = 'unit-3' AND state IN (${open})`,
    where: "open = 1 AND leadUnitId = 'unit-3'",
  },
  {
    filter: { open: true, officerId: 'officer-7' },
    counter: `officerId = 'officer-7' AND state IN (${open})`,
    where: "open = 1 AND officerId = 'officer-7'",
  },
  {
    filter: { open: true, states: ['waitingApproval'] },
    counter: "state = 'waitingApproval'",
    where: "open = 1 AND state = 'waitingApproval'",
  },
];

export const name = 'ticket-counters';

export async function run({ rounds }) {
  const { database, path } = await millionTickets();
  const queries = new TicketQueries(database, new TicketCounters(database));
  const sqlite = new Sqlite(path, { readonly: true });
  const sums = LISTS.map(({ counter }) =>
    sqlite.prepare(`SELECT SUM(held) AS held FROM ticket_counter WHERE ${counter}`),
  );
  const counts = LISTS.map(({ where }) => sqlite.prepare(`SELECT COUNT(*) AS held FROM ticket WHERE ${where}`));
  for (const [at, { filter }] of LISTS.entries()) {
    const held = await queries.count(LEADER, filter);
    if (held !== sums[at].get().held || held !== counts[at].get().held) throw new Error('A counter differs');
  }
  /** One operation is all the lists, so that every side counts the same mixture. */
  const each = (read) => async (times) => {
    for (let time = 0; time < times; time += 1) for (const at of LISTS.keys()) await read(at);
  };
  const taken = await measure(
    [
      { name: 'ours', run: each((at) => queries.count(LEADER, LISTS[at].filter)) },
      { name: 'limit', run: each((at) => sums[at].get()) },
      { name: 'counting', run: each((at) => counts[at].get()) },
    ],
    rounds,
  );
  sqlite.close();
  return {
    ours: taken.cpuMs('ours') / LISTS.length,
    limit: taken.cpuMs('limit') / LISTS.length,
    ratio: taken.ratio('ours', 'limit'),
    beside: { counting: { cpuMs: taken.cpuMs('counting') / LISTS.length, ratio: taken.ratio('counting', 'limit') } },
    detail: { tickets: TICKETS },
  };
}
