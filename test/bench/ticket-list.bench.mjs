/**
 * A page of 50 tickets out of 100,000: the whole agency's, a unit's and an officer's list, the first page and one from the
 * place. The limit is a prepared statement of better-sqlite3 for the same rows and columns, left as text.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Database } from '../../dist/src/platform/database/database.js';
import { SCHEMA } from '../../dist/src/bootstrap/schema.js';
import { TicketCounters } from '../../dist/src/tickets/index.js';
import { TicketQueries } from '../../dist/src/tickets/persistence/ticket-queries.js';
import { measure } from './measure.mjs';
import { OFFICER, seedTickets, UNIT } from './ticket-seed.mjs';

const TICKETS = 100_000;
const PAGE = 50;
const COLUMNS =
  'id, code, subject, channel, place, state, startedAt, dueAt, legalEndAt, closedAt, answeredAt, pausedAt, latest, leadUnitId, officerId';

const LEADER = { id: 'leader', name: 'Lãnh đạo', unitId: null, roles: ['leader'] };
const HEAD = { id: 'head', name: 'Trưởng phòng', unitId: UNIT, roles: ['unitHead'] };
const LISTS = [
  { actor: LEADER, filter: { open: true }, where: 'open = 1', values: [] },
  { actor: HEAD, filter: { open: true }, where: 'leadUnitId = ? AND open = 1', values: [UNIT] },
  { actor: LEADER, filter: { open: true, officerId: OFFICER }, where: 'officerId = ? AND open = 1', values: [OFFICER] },
];

export const name = 'ticket-list-50';

export async function run({ rounds }) {
  const directory = await mkdtemp(join(tmpdir(), 'hoi-am-bench-'));
  const path = join(directory, 'tickets.db');
  const database = await Database.open(`sqlite:${path}`, SCHEMA);
  try {
    await database.migrate();
    seedTickets(path, TICKETS);
    const limit = new Sqlite(path, { readonly: true });
    const pages = LISTS.flatMap((list) => [firstPage(limit, list), laterPage(limit, list)]);
    const queries = new TicketQueries(database, new TicketCounters(database));
    const ours = ({ actor, filter, cursor }) => queries.page(actor, filter, cursor, PAGE);
    for (const page of pages) requireSameRows(await ours(page), page.read());

    const taken = await measure(
      [
        { name: 'ours', run: (times) => each(pages, times, ours) },
        { name: 'limit', run: (times) => each(pages, times, (page) => page.read()) },
      ],
      rounds,
    );
    limit.close();
    return {
      ours: taken.cpuMs('ours') / pages.length,
      limit: taken.cpuMs('limit') / pages.length,
      ratio: taken.ratio('ours', 'limit'),
      detail: { tickets: TICKETS, lists: LISTS.length, pagesOfEachList: 2 },
    };
  } finally {
    await database.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** One operation is all the pages, so that both sides read the same mixture. */
async function each(pages, times, read) {
  for (let at = 0; at < times; at += 1) for (const page of pages) await read(page);
}

function firstPage(limit, { actor, filter, where, values }) {
  const statement = limit.prepare(`SELECT ${COLUMNS} FROM ticket WHERE ${where} ORDER BY dueAt, id LIMIT ${PAGE}`);
  return { actor, filter, cursor: null, read: () => statement.all(...values) };
}

function laterPage(limit, { actor, filter, where, values }) {
  const { held } = limit.prepare(`SELECT COUNT(*) AS held FROM ticket WHERE ${where}`).get(...values);
  const place = limit
    .prepare(`SELECT dueAt, id FROM ticket WHERE ${where} ORDER BY dueAt, id LIMIT 1 OFFSET ?`)
    .get(...values, Math.floor(held / 3));
  const statement = limit.prepare(
    `SELECT ${COLUMNS} FROM ticket WHERE ${where} AND (dueAt, id) > (?, ?) ORDER BY dueAt, id LIMIT ${PAGE}`,
  );
  return {
    actor,
    filter,
    cursor: { at: new Date(`${place.dueAt}Z`), id: place.id },
    read: () => statement.all(...values, place.dueAt, place.id),
  };
}

function requireSameRows(ours, raw) {
  const same =
    ours.length === PAGE &&
    raw.length === PAGE &&
    Object.keys(raw[0]).toSorted().join() === Object.keys(ours[0]).toSorted().join() &&
    raw.every(({ id, dueAt }, at) => ours[at].id === id && ours[at].dueAt.getTime() === Date.parse(`${dueAt}Z`));
  if (!same) throw new Error('Our page and the limit hold different tickets, or say different things of them');
}
