/** Writes copies of a ticket's rows, under ids, numbers and days of their own. */

const DAY_MS = 86_400_000;
const DAY_MINUTES = 1440;
const INSTANT = /^(\d{4}-\d\d-\d\d)( \d\d:\d\d:\d\d\.\d{3})$/u;
const DATE = /^\d{4}-\d\d-\d\d$/u;
/** `PAKN.20260318.0001`: the register is read by the day in it. */
const TICKET_CODE = /^(pakn\.)(\d{8})\.\d+$/iu;
/** Texts that are a ticket's alone and are no ids. */
const NAMES = {
  ticket: ['code', 'hotlineCode', 'senderPhone', 'phoneKey'],
  incoming_document: ['code', 'documentId', 'messageId'],
  record_file: ['notation'],
};
/** Numbers by which rows of one ticket name each other. */
const LINKS = { outbox: 'seq', outbox_attempt: 'seq', ticket_search: 'no', ticket_word: 'no' };

export class Copier {
  /**
   * @param {object} sqlite
   * @param {{table: string, row: object, ids: string[]}[]} family the rows of one ticket
   * @param {{id: string, unitId: string}} officer who has it in the model
   * @param {Numbers} numbers shared by all copiers of a database
   */
  constructor(sqlite, family, officer, numbers) {
    this.numbers = numbers;
    this.officer = officer;
    const names = family.flatMap(({ table, row }) => (NAMES[table] ?? []).map((column) => row[column])).filter(Boolean);
    this.names = new Map(
      names.flatMap((name) => [
        [name, name],
        [name.toLowerCase(), name.toLowerCase()],
      ]),
    );
    const own = [...new Set(family.flatMap(({ ids }) => ids)), ...this.names.keys(), officer.id, officer.unitId];
    this.pattern = new RegExp(
      own
        .toSorted((a, b) => b.length - a.length)
        .map(escaped)
        .join('|'),
      'gu',
    );
    this.rows = family.map(({ table, row }) => this.compiled(sqlite, table, row));
    // A copy's days are counted from its own; a ticket's rows of one book share a number.
    this.links = numbers.linksOf(family);
  }

  /** @param {{no: number, officer: {id: string, unitId: string}, daysBack: number}} copy */
  copy(copy) {
    const drawn = new Map();
    for (const { insert, values } of this.rows)
      insert.run(values.map((value) => (typeof value === 'function' ? value(copy, drawn) : value)));
  }

  compiled(sqlite, table, row) {
    const given = sqlite
      .pragma(`table_info("${table}")`)
      .find(({ type, pk }) => pk === 1 && type.toLowerCase() === 'integer')?.name;
    const columns = Object.keys(row).filter((column) => column !== given || LINKS[table] === column);
    const insert = this.numbers.inserter(sqlite, table, columns);
    return { insert, values: columns.map((column) => this.value(table, column, row)) };
  }

  value(table, column, row) {
    const special = SPECIAL[`${table}.${column}`] ?? (LINKS[table] === column ? link : null);
    if (special) return (copy, drawn) => special({ copy, drawn, row, numbers: this.numbers, links: this.links });
    const value = row[column];
    if (typeof value !== 'string') return value;
    const [, date, time] = INSTANT.exec(value) ?? (DATE.test(value) ? [value, value, ''] : []);
    if (date) return ({ daysBack }) => `${earlier(date, daysBack)}${time}`;
    const parts = this.partsOf(value);
    return parts.length === 1
      ? value
      : (copy) => parts.map((part) => (typeof part === 'string' ? part : part(copy))).join('');
  }

  /** A text as pieces that stay and pieces that are a copy's own. */
  partsOf(text) {
    const parts = [];
    let from = 0;
    for (const { 0: found, index } of text.matchAll(this.pattern)) {
      parts.push(text.slice(from, index), this.own(found));
      from = index + found.length;
    }
    return [...parts, text.slice(from)];
  }

  own(found) {
    if (found === this.officer.id) return ({ officer }) => officer.id;
    if (found === this.officer.unitId) return ({ officer }) => officer.unitId;
    const [, begins, day] = TICKET_CODE.exec(found) ?? [];
    if (day) return ({ no, daysBack }) => `${begins}${earlier(dashed(day), daysBack).replaceAll('-', '')}.${no}`;
    if (this.names.has(found)) return ({ no }) => `${found}${no}`;
    const rest = found.slice(8);
    return ({ no }) => `${no.toString(16).padStart(8, '0')}${rest}`;
  }
}

/** Numbers that no two copies may share. */
export class Numbers {
  inserters = new Map();
  last = new Map();
  bases = new Map();

  constructor(sqlite) {
    this.sqlite = sqlite;
    for (const { book, year, last } of sqlite
      .prepare('SELECT book, year, max(seq) AS last FROM register_entry GROUP BY book, year')
      .all()) {
      this.last.set(`${book} ${year}`, last);
      this.last.set(`${book} ${year} seq`, last);
    }
    this.bases.set('outbox', sqlite.prepare('SELECT max(seq) AS last FROM outbox').get().last + 1);
    this.bases.set('ticket_search', sqlite.prepare('SELECT max("no") AS last FROM ticket_search').get().last);
  }

  next(name) {
    const value = (this.last.get(name) ?? 0) + 1;
    this.last.set(name, value);
    return value;
  }

  inserter(sqlite, table, columns) {
    const known = this.inserters.get(table);
    if (known) return known;
    const made = sqlite.prepare(
      `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    this.inserters.set(table, made);
    return made;
  }

  /** @returns place of each job among the jobs of its ticket, by its number in the model */
  linksOf(family) {
    return new Map(family.filter(({ table }) => table === 'outbox').map(({ row }, at) => [row.seq, at]));
  }
}

const MAX_JOBS = 100;

/** Jobs and search words name each other by a number of their own. */
function link({ copy, row, numbers, links }) {
  if (row.seq !== undefined) return numbers.bases.get('outbox') + copy.no * MAX_JOBS + links.get(row.seq);
  return numbers.bases.get('ticket_search') + copy.no;
}

const yearOf = (date, { daysBack }) => Number(earlier(date, daysBack).slice(0, 4));
const drawn = (kept, name, draw) => {
  if (!kept.has(name)) kept.set(name, draw());
  return kept.get(name);
};
const bookYear = ({ copy, drawn: kept, numbers }, book, date) => {
  const year = yearOf(date, copy);
  return drawn(kept, book, () => numbers.next(`${book} ${year}`));
};

const SPECIAL = {
  'incoming_document.year': ({ copy, row }) => yearOf(row.arrivalDate, copy),
  'incoming_document.arrivalNumber': (each) => bookYear(each, 'incoming', each.row.arrivalDate),
  'outgoing_document.year': ({ copy, row }) => yearOf(row.issuedDate, copy),
  'outgoing_document.number': (each) => bookYear(each, 'outgoing', each.row.issuedDate),
  'register_entry.year': ({ copy, row }) => yearOf(row.at.slice(0, 10), copy),
  'register_entry.number': (each) => bookYear(each, each.row.book, each.row.at.slice(0, 10)),
  'register_entry.seq': ({ copy, row, numbers }) =>
    numbers.next(`${row.book} ${yearOf(row.at.slice(0, 10), copy)} seq`),
  'ticket_search.received': ({ copy, row }) => row.received - copy.daysBack * DAY_MINUTES,
  'ticket_word.received': ({ copy, row }) => row.received - copy.daysBack * DAY_MINUTES,
};

const dashed = (day) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;

const DAYS = new Map();

function earlier(date, days) {
  const name = `${date} ${days}`;
  const known = DAYS.get(name);
  if (known) return known;
  const made = new Date(Date.parse(date) - days * DAY_MS).toISOString().slice(0, 10);
  DAYS.set(name, made);
  return made;
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
