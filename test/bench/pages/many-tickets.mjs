/**
 * Multiplies the tickets of a model department to as many as a department gathers in years: each copy has every row that the model's ticket has
 * beside it (document, message, course, deadlines, letter, signatures, dispatches, journal, notices, words), under ids, numbers and days of its own.
 *
 * Nineteen of twenty copies are over. One officer has a tenth of everything, up to 5,000 open ones; the others share the rest unevenly.
 */
import Sqlite from 'better-sqlite3';
import { Copier, Numbers } from './copier.mjs';
import { familiesOf } from './family.mjs';

const CLOSED_SHARE = 0.95;
const DAYS = 1600;
/** Open tickets came within these last days; closed ones before. */
const OPEN_DAYS = 20;
const BIG_OFFICER_OPEN = 5000;

/**
 * @param {string} path database of the model department; nothing else may have it open
 * @param {readonly {id: string, life: string}[]} models its tickets
 * @param {number} count how many tickets there are to be
 */
export function multiplyTickets(path, models, count) {
  const sqlite = new Sqlite(path);
  for (const pragma of [
    ...['locking_mode = EXCLUSIVE', 'journal_mode = DELETE', 'journal_mode = OFF'],
    ...['synchronous = OFF', 'cache_size = -800000'],
  ]) {
    sqlite.pragma(pragma);
  }
  const officers = sqlite
    .prepare('SELECT t.staffId AS id, t.unitId FROM officer_term t WHERE t.validTo IS NULL ORDER BY t.id')
    .all();
  const first = sqlite.prepare("SELECT id, unitId FROM staff WHERE username = 'chuyenvien'").get();
  const rows = familiesOf(
    sqlite,
    models.map(({ id }) => id),
  );
  const numbers = new Numbers(sqlite);
  const copierOf = ({ id }) => new Copier(sqlite, rows.get(id), first, numbers);
  const open = models.filter(({ life }) => life !== 'closed').map(copierOf);
  const over = models.filter(({ life }) => life === 'closed').map(copierOf);
  const indices = withoutIndices(sqlite, new Set([...rows.values()].flat().map(({ table }) => table)));
  let openOfFirst = 0;
  sqlite.transaction(() => {
    const copies = count - models.length;
    for (let no = 1; no <= copies; no += 1) {
      const isOpen = no > copies * CLOSED_SHARE;
      const among = isOpen ? open : over;
      let officer = officerOf(no, officers, first);
      if (isOpen && officer === first && (openOfFirst += 1) > BIG_OFFICER_OPEN)
        officer = officers[no % officers.length];
      among[no % among.length].copy({ no, officer, daysBack: daysBack(no, copies) });
    }
  })();
  for (const { sql } of indices) sqlite.exec(sql);
  recount(sqlite);
  sqlite.close();
}

/** A tenth is one officer's; of the rest the first unit in the list has most. */
function officerOf(no, officers, first) {
  const share = ((no * 7919) % 1000) / 1000;
  if (share < 0.1) return first;
  return officers[Math.floor(officers.length * ((share - 0.1) / 0.9) ** 2)];
}

function daysBack(no, copies) {
  const place = no / copies;
  return place > CLOSED_SHARE
    ? Math.floor(((1 - place) / (1 - CLOSED_SHARE)) * OPEN_DAYS)
    : OPEN_DAYS + Math.floor((1 - place / CLOSED_SHARE) * DAYS);
}

/** Indices that only serve reading are made at the end, each in one go. @returns what makes them */
function withoutIndices(sqlite, tables) {
  const indices = sqlite
    .prepare(`SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`)
    .all()
    .filter(({ tbl_name: table }) => tables.has(table));
  for (const { name } of indices) sqlite.exec(`DROP INDEX "${name}"`);
  return indices;
}

/** What the writing transactions would have counted. */
function recount(sqlite) {
  sqlite.exec(`
    DELETE FROM ticket_counter;
    INSERT INTO ticket_counter (unitId, officerId, state, held)
      SELECT coalesce(leadUnitId, ''), coalesce(officerId, ''), state, count(*) FROM ticket GROUP BY 1, 2, 3;
    DELETE FROM ticket_day_count;
    INSERT INTO ticket_day_count (day, unitId, category, received, stillOpen, answered)
      SELECT day, unitId, category, sum(received), sum(stillOpen), sum(answered) FROM (
        SELECT date(startedAt, '+7 hours') AS day, coalesce(leadUnitId, '') AS unitId, category, 1 AS received, open AS stillOpen, 0 AS answered FROM ticket
        UNION ALL SELECT date(answeredAt, '+7 hours'), coalesce(leadUnitId, ''), category, 0, 0, 1 FROM ticket WHERE answeredAt IS NOT NULL
      ) GROUP BY 1, 2, 3;
    UPDATE register_book SET last = (SELECT coalesce(max(seq), 0) FROM register_entry e WHERE e.book = register_book.book AND e.year = register_book.year);
    UPDATE webhook_watch SET seq = (SELECT max(seq) FROM ticket_entry);
    UPDATE record_watch SET seq = (SELECT max(seq) FROM ticket_entry);
    UPDATE journal_head SET seq = (SELECT max(seq) FROM journal_entry) WHERE id = 1;
    UPDATE journal_head SET seq = (SELECT max(seq) FROM record_seal) WHERE id = 2;
    UPDATE ticket_reminder_watch SET nextAt = '2100-01-01 00:00:00.000';
    INSERT INTO petition_year (year, last) VALUES (2026, 1);
    INSERT INTO petition (id, year, number, kind, state, receivedOn, ticketId, ticketCode, anonymous, petitionerName, petitionerContact, summary,
        competentAgency, wayReason, takenById, takenByName, resultText, createdAt, version)
      SELECT 'don-1', 2026, 1, 'complaint', 'received', '2026-03-18', id, code, 0, senderName, senderPhone, subject, '', '',
        (SELECT id FROM staff WHERE username = 'vanthu'), 'Văn thư', '', createdAt, 1 FROM ticket WHERE state = 'closed' LIMIT 1;
  `);
}
