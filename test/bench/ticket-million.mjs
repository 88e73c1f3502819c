/**
 * A million tickets as a city gathers them in years: 95 of 100 over, received evenly over four and a half years, texts of Vietnamese syllables
 * of which few are in every text and many in hardly any. Words are written in the order of their table, which is some twenty times faster than
 * ticket by ticket and leaves the same rows. Made once a run.
 */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { receivedMinute } from '../../dist/src/tickets/domain/search/search-question.js';
import { fold } from '../../dist/src/kernel/vietnamese.js';
import { listed, termsOf, wordsIn } from '../../dist/src/tickets/domain/search/search-words.js';
import { Database } from '../../dist/src/platform/database/database.js';
import { SCHEMA } from '../../dist/src/bootstrap/schema.js';
import { blankTicket } from './ticket-seed.mjs';

export const TICKETS = 1_000_000;
export const UNITS = 40;
export const OFFICERS = 3;

const OPEN_STATES = ['received', 'accepted', 'assigned', 'verifying', 'processing', 'draftingReply', 'waitingApproval'];
const DAY = 86_400_000;
const FIRST = Date.UTC(2022, 0, 1, 1);
const DAYS = 1600;
const CHECKED = 5000;
/** The newest tickets are open. */
const OPEN_FROM = 0.95;

const INITIALS = [
  '',
  'b',
  'c',
  'ch',
  'd',
  'đ',
  'g',
  'gi',
  'h',
  'kh',
  'l',
  'm',
  'n',
  'ng',
  'nh',
  'ph',
  'qu',
  's',
  't',
  'th',
  'tr',
  'v',
  'x',
];
const FINALS =
  'a ac ai am an ang anh ao at au ăn âm âu ây e em en ê ên i ia iên in inh iu o oa oan oc oi on ông ơ ơi ơn u ua uôi ươn ưu y yên'.split(
    ' ',
  );
const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'];
const MIDDLES = ['Thị', 'Văn', 'Đức', 'Minh', 'Hồng', 'Quang', 'Thu', 'Ngọc'];
const GIVEN = ['Hạnh', 'Hoà', 'Khải', 'Ngọc', 'Thắng', 'Lan', 'Hùng', 'Điểm', 'Hương', 'Sơn', 'Yến', 'Đạt'];
const CATEGORIES = ['fees', 'admission', 'schoolSafety', 'facilities', 'staffConduct', 'other'];

let made = null;

/** @returns {Promise<{database: Database, path: string}>} the same for every bench of a run; goes with the process */
export function millionTickets() {
  made ??= make();
  return made;
}

async function make() {
  const directory = await mkdtemp(join(tmpdir(), 'hoi-am-million-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  const path = join(directory, 'tickets.db');
  const empty = await Database.open(`sqlite:${path}`, SCHEMA);
  await empty.migrate();
  await empty.close();
  const started = process.hrtime.bigint();
  seed(path);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  console.error(`A million tickets with their words in ${seconds.toFixed(0)} s`);
  return { database: await Database.open(`sqlite:${path}`, SCHEMA), path };
}

function seed(path) {
  const sqlite = new Sqlite(path);
  for (const pragma of [
    'locking_mode = EXCLUSIVE',
    'journal_mode = DELETE',
    'journal_mode = OFF',
    'synchronous = OFF',
    'cache_size = -800000',
  ]) {
    sqlite.pragma(pragma);
  }
  const indices = withoutIndices(sqlite);
  const fields = blankTicket(sqlite);
  const insert = inserter(sqlite, 'ticket', Object.keys(fields));
  const search = inserter(sqlite, 'ticket_search', [
    'no',
    'ticketId',
    'received',
    'textWords',
    'peopleWords',
    'nameWords',
    'senderWords',
    'codeWords',
    'factWords',
  ]);
  const lists = new Map();
  const counters = new Map();
  const next = sequence(1022);
  sqlite.transaction(() => {
    for (let no = 1; no <= TICKETS; no += 1) {
      const { ticket, searchable, words } = aTicket(no, next);
      insert.run({ ...fields, ...ticket });
      const terms = termsIn(searchable, words, ticket);
      if (no % CHECKED === 0) requireSameTerms(terms, termsOf(searchable));
      search.run({ no, ticketId: ticket.id, received: minuteOf(no), ...columnsOf(terms) });
      for (const { kind, word } of listed(terms)) {
        const name = `${kind}${word}`;
        const list = lists.get(name);
        if (list) list.push(no);
        else lists.set(name, [no]);
      }
      const counter = `${ticket.leadUnitId} ${ticket.officerId} ${ticket.state}`;
      counters.set(counter, (counters.get(counter) ?? 0) + 1);
    }
  })();
  const list = sqlite.prepare(
    'INSERT INTO ticket_word SELECT ?, ?, s.received, s.no FROM json_each(?) AS e JOIN ticket_search s ON s.no = e.value',
  );
  sqlite.transaction(() => {
    for (const name of [...lists.keys()].sort()) {
      const [kind, text] = [name.slice(0, 1), name.slice(1)];
      list.run(kind, text, JSON.stringify(lists.get(name)));
    }
  })();
  const held = inserter(sqlite, 'ticket_counter', ['unitId', 'officerId', 'state', 'held']);
  for (const [name, count] of counters) {
    const [unitId, officerId, state] = name.split(' ');
    held.run({ unitId, officerId, state, held: count });
  }
  for (const { sql } of indices) sqlite.exec(sql);
  sqlite.close();
}

function aTicket(no, next) {
  const open = no > TICKETS * OPEN_FROM;
  const received = receivedAt(no);
  const due = Math.floor((received + 7 * DAY) / DAY) * DAY + 10 * 3_600_000;
  const unit = no % UNITS;
  const day = new Date(received).toISOString().slice(0, 10).replaceAll('-', '');
  const code = `PAKN.${day}.${String(1 + ((no - 1) % (TICKETS / DAYS))).padStart(4, '0')}`;
  const name = `${pick(FAMILIES, next)} ${pick(MIDDLES, next)} ${pick(GIVEN, next)}`;
  const officer = no % (UNITS * OFFICERS);
  const [subject, text, place] = [sentence(7, next), sentence(16, next), sentence(2, next)];
  const ticket = {
    id: `01930000-0000-7000-8000-${String((no * 7919) % 1_000_003).padStart(12, '0')}`,
    code,
    hotlineCode: `HP1022-${String(no)}`,
    incomingDocumentId: `incoming-${String(no)}`,
    state: open ? OPEN_STATES[no % OPEN_STATES.length] : 'closed',
    open: open ? 1 : 0,
    kind: 'feedback',
    nature: 'feedback',
    level: no % 10 === 0 ? 'urgent' : 'normal',
    channel: 'Tổng đài 1022',
    category: CATEGORIES[no % CATEGORIES.length],
    subject: subject.text,
    words: text.text,
    place: place.text,
    senderName: name,
    senderPhone: `09${String(10_000_000 + no)}`,
    startedAt: instant(received),
    dueAt: instant(due),
    legalEndAt: instant(due + 7 * 3_600_000 - 1000),
    leadUnitId: `unit-${String(unit)}`,
    officerId: `officer-${String(officer)}`,
    coordinators: '[]',
    latest: 'Đã giao cho đơn vị xử lý',
    closedAt: open ? null : instant(due - DAY),
    createdAt: instant(received),
    version: 1,
  };
  const searchable = {
    codes: [code, ticket.hotlineCode],
    documentNumbers: [String(1 + (no % 200_000))],
    subject: ticket.subject,
    words: ticket.words,
    place: ticket.place,
    category: ticket.category,
    categoryWords: '',
    handlers: [
      `Phòng Giáo dục ${FAMILIES[unit % 10]} ${MIDDLES[unit % 8]}`,
      `${FAMILIES[officer % 10]} ${MIDDLES[officer % 8]} ${GIVEN[officer % 12]}`,
    ],
    sender: { senderName: name, senderPhone: ticket.senderPhone, senderEmail: '', senderAddress: '' },
    state: ticket.state,
    level: ticket.level,
    unitIds: [ticket.leadUnitId],
    complainedUnitId: null,
  };
  return { ticket, searchable, words: [...subject.words, ...place.words, ...text.words] };
}

/** What `termsOf` makes of a ticket, from words folded beforehand: ten times faster, and held against it now and then. */
function termsIn({ codes, documentNumbers, handlers, sender, state, level, category }, words, { code, leadUnitId }) {
  const names = handlers.flatMap(known);
  return {
    text: [...new Set([...[...codes, ...documentNumbers].flatMap(parts), ...names, ...words])],
    people: [],
    name: [...new Set(names)],
    sender: [...new Set([...known(sender.senderName), sender.senderPhone])],
    code: [code.toLowerCase(), code.slice(-4), codes[1].toLowerCase(), documentNumbers[0]],
    fact: [
      `state:${state.toLowerCase()}`,
      `level:${level}`,
      `category:${category.toLowerCase()}`,
      `unit:${leadUnitId}`,
    ],
  };
}

const KNOWN = new Map();

function known(text) {
  const words = KNOWN.get(text) ?? wordsIn(text);
  KNOWN.set(text, words);
  return words;
}

function parts(code) {
  return code.toLowerCase().split(/[.-]/u);
}

/** Words that happen to look like people are counted like the rest here: there are few. */
function requireSameTerms(ours, found) {
  const theirs = { ...found, text: [...found.text, ...found.people], people: [] };
  const sorted = (terms) =>
    JSON.stringify(
      Object.entries(terms)
        .map(([kind, words]) => [kind, words.toSorted()])
        .sort(),
    );
  if (sorted(ours) !== sorted(theirs)) throw new Error(`Seeded words differ: ${sorted(ours)} ${sorted(theirs)}`);
}

/** Syllables by Zipf's law: the most frequent one stands in most texts, half of the thousand in one of a hundred. */
function sentence(length, next) {
  const ranks = Array.from({ length }, () => Math.floor(Math.exp(next() * LOG_SYLLABLES)) - 1);
  return { text: ranks.map((rank) => SYLLABLES[rank]).join(' '), words: ranks.map((rank) => FOLDED[rank]) };
}

const SYLLABLES = shuffled(INITIALS.flatMap((initial) => FINALS.map((final) => initial + final)));
const FOLDED = SYLLABLES.map(fold);
const LOG_SYLLABLES = Math.log(SYLLABLES.length + 1);

function shuffled(list) {
  const next = sequence(7);
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
  return list;
}

/** Indices are made at the end, each in one go. @returns what makes them */
function withoutIndices(sqlite) {
  const indices = sqlite
    .prepare(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name IN ('ticket', 'ticket_search') AND sql IS NOT NULL`,
    )
    .all();
  for (const { name } of indices) sqlite.exec(`DROP INDEX "${name}"`);
  return indices;
}

function inserter(sqlite, table, names) {
  const columns = names.map((name) => `"${name}"`).join(', ');
  return sqlite.prepare(`INSERT INTO "${table}" (${columns}) VALUES (${names.map((name) => `@${name}`).join(', ')})`);
}

function columnsOf({ text, people, name, sender, code, fact }) {
  const spaced = (words) => ` ${words.join(' ')} `;
  return {
    textWords: spaced(text),
    peopleWords: spaced(people),
    nameWords: spaced(name),
    senderWords: spaced(sender),
    codeWords: spaced(code),
    factWords: spaced(fact),
  };
}

function receivedAt(no) {
  return FIRST + Math.floor((no / TICKETS) * DAYS * DAY);
}

function minuteOf(no) {
  return receivedMinute(new Date(receivedAt(no)));
}

function pick(list, next) {
  return list[Math.floor(next() * list.length)];
}

/** The same numbers in every run (mulberry32). */
function sequence(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function instant(milliseconds) {
  return new Date(milliseconds).toISOString().replace('T', ' ').replace('Z', '');
}
