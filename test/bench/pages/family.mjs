/** Which rows belong to a ticket: found by the ids that stand in them, from the ticket outwards. */

/** Tables that do not grow with the tickets: how the department is set up, and what the platform notes of itself. */
const STANDING = new Set(
  `access_change calendar_version circuit decision_authority e_office_event exchange_trace function_holder heard_message job_slot journal_head key_fingerprint
   numbering_hold officer_term proposal_model proposal_watch register_book routing_import routing_line schema_migration session signing_authority sqlite_sequence staff ticket_counter ticket_day ticket_day_count
   trust_certificate trust_revocation_list unit webhook_watch`.split(/\s+/u),
);
/** Tables that no page reads: a seventh of the database is seals. */
const UNREAD = new Set(['record_seal']);
/** Rows that name their parent by a number. */
const BY_NUMBER = { outbox_attempt: ['outbox', 'seq'], ticket_word: ['ticket_search', 'no'] };
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

/** @param {object} sqlite @returns {{table: string, row: object}[]} rows in the order of their tables */
function growingRows(sqlite) {
  return sqlite
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all()
    .filter(({ name }) => !STANDING.has(name) && !UNREAD.has(name))
    .flatMap(({ name }) =>
      sqlite
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .map((row) => ({ table: name, row })),
    );
}

const uuidsIn = (row) =>
  Object.values(row).flatMap((value) => (typeof value === 'string' ? (value.match(UUID) ?? []) : []));

/** @returns {Map<string, {table: string, row: object}[]>} rows of each ticket, by its id */
export function familiesOf(sqlite, ticketIds) {
  const standing = new Set(
    [...STANDING]
      .filter((table) => sqlite.pragma(`table_info("${table}")`).length > 0)
      .flatMap((table) => sqlite.prepare(`SELECT * FROM "${table}"`).all())
      .flatMap(uuidsIn),
  );
  const rows = growingRows(sqlite).map((each) => ({
    ...each,
    ids: uuidsIn(each.row).filter((id) => !standing.has(id)),
  }));
  return new Map(ticketIds.map((id) => [id, familyOf(rows, id, new Set(ticketIds))]));
}

function familyOf(rows, ticketId, tickets) {
  const known = new Set([ticketId]);
  const isOurs = ({ ids }) => ids.some((id) => known.has(id));
  const isOthers = ({ ids }) => ids.some((id) => tickets.has(id) && id !== ticketId);
  const found = new Set();
  for (let size = -1; size < found.size;) {
    size = found.size;
    for (const row of rows) {
      if (found.has(row) || !isOurs(row) || isOthers(row)) continue;
      found.add(row);
      for (const id of row.ids) known.add(id);
    }
  }
  const numbered = rows.filter(({ table, row }) => {
    const [parent, column] = BY_NUMBER[table] ?? [];
    return parent && [...found].some((one) => one.table === parent && one.row[column] === row[column]);
  });
  return rows.filter((row) => found.has(row) || numbered.includes(row));
}
