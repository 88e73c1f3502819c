/**
 * The first 50 tickets, newest first, that a search in a million finds: words of every frequency, alone and together, of the agency and of a unit,
 * with facts and days. The limit is one prepared statement for each question, written by hand over the same table: the list of the rarest
 * word or fact walked and the others looked up, the rarer first, until 50 are found.
 */
import Sqlite from 'better-sqlite3';
import { NO_QUESTION } from '../../dist/src/tickets/domain/search/search-question.js';
import { TicketSearch } from '../../dist/src/tickets/persistence/search/ticket-search.js';
import { measure } from './measure.mjs';
import { millionTickets, TICKETS } from './ticket-million.mjs';

const PAGE = 50;
/** What each question costs alone stands beside, from one round. */
const ALONE_WARM_UP_MS = 600;
const LEADER = { id: 'leader', name: 'Lãnh đạo', unitId: null, roles: ['leader'] };
const HEAD = { id: 'head', name: 'Trưởng phòng', unitId: 'unit-3', roles: ['unitHead'] };

/** Nobody's sender is hidden. */
const OPEN = { read: async (rows) => rows, hiddenAmong: async () => new Set() };

export const name = 'ticket-search-1m';

export async function run({ rounds }) {
  const { database, path } = await millionTickets();
  const search = new TicketSearch(database);
  const sqlite = new Sqlite(path, { readonly: true });
  const questions = questionsFrom(sqlite);
  const ours = ({ actor, question }) =>
    search.page(actor, { ...NO_QUESTION, ...question }, { from: null, direction: 'older', size: PAGE }, OPEN);
  const beside = {};
  for (const one of questions) {
    const found = await ours(one);
    const raw = one.read();
    if (raw.length === 0 || raw.length !== found.rows.length || !raw.every(({ id }, at) => found.rows[at].id === id)) {
      throw new Error(`Our page and the limit hold different tickets: ${one.name}`);
    }
  }
  /** One operation is all the questions: else the cheaper side would be asked another mixture of them. */
  const each = (read) => async (times) => {
    for (let at = 0; at < times; at += 1) for (const question of questions) await read(question);
  };
  for (const one of questions) {
    const alone = await measure(
      [
        { name: 'ours', run: (times) => repeated(times, () => ours(one)), warmUpMs: ALONE_WARM_UP_MS },
        { name: 'limit', run: (times) => repeated(times, one.read), warmUpMs: ALONE_WARM_UP_MS },
      ],
      1,
    );
    beside[one.name] = { cpuMs: alone.cpuMs('ours'), ratio: alone.ratio('ours', 'limit') };
  }
  const taken = await measure(
    [
      { name: 'ours', run: each(ours) },
      { name: 'limit', run: each(({ read }) => read()) },
    ],
    rounds,
  );
  sqlite.close();
  return {
    ours: taken.cpuMs('ours') / questions.length,
    limit: taken.cpuMs('limit') / questions.length,
    ratio: taken.ratio('ours', 'limit'),
    beside,
    detail: { tickets: TICKETS, questions: questions.length },
  };
}

async function repeated(times, read) {
  for (let at = 0; at < times; at += 1) await read();
}

/** Words by how many tickets have them, as the table says. */
function questionsFrom(sqlite) {
  const counted = sqlite
    .prepare(
      `SELECT word, COUNT(*) AS held FROM ticket_word WHERE kind = 't' AND length(word) < 5 AND word NOT GLOB '*[0-9]*' GROUP BY word HAVING COUNT(*) > 200`,
    )
    .all();
  const near = (share) =>
    counted.toSorted((a, b) => Math.abs(a.held - TICKETS * share) - Math.abs(b.held - TICKETS * share))[0].word;
  const [everywhere, common, some, rare] = [near(0.5), near(0.05), near(0.01), near(0.001)];
  const ask = (name, words, { actor = LEADER, more = {}, facts = [] } = {}) => ({
    name,
    actor,
    question: { words: `${words.join(' ')} `, ...more },
    read: limitOf(sqlite, [...words.map((word) => ['t', word]), ...facts.map((word) => ['f', word])]),
  });
  return [
    ask('a word in every other text', [everywhere]),
    ask('a rare word', [rare]),
    ask('two words, 5 % and 1 %', [some, common]),
    ask('three words', [rare, everywhere, common]),
    ask('two words of a unit', [common, everywhere], { actor: HEAD, facts: ['unit:unit-3'] }),
    ask('a word, closed and urgent', [some], {
      more: { states: ['closed'], level: 'urgent' },
      facts: ['state:closed', 'level:urgent'],
    }),
  ];
}

/** The rarest is walked, the next is looked up first: it counts beforehand, which no search can. */
function limitOf(sqlite, terms) {
  const count = sqlite.prepare('SELECT COUNT(*) FROM ticket_word WHERE kind = ? AND word = ?').pluck();
  const [first, ...checks] = terms.toSorted((one, other) => count.get(...one) - count.get(...other));
  const exists = checks.map(
    () =>
      'AND EXISTS (SELECT 1 FROM ticket_word t WHERE t.kind = ? AND t.word = ? AND t.received = w.received AND t.no = w.no)',
  );
  const statement = sqlite.prepare(
    `SELECT t.id, t.code, t.subject, t.channel, t.place, t.state, t.dueAt, t.legalEndAt, t.closedAt, t.latest, t.leadUnitId, t.officerId
     FROM (SELECT received, no FROM ticket_word w WHERE kind = ? AND word = ? ${exists.join(' ')}
           ORDER BY received DESC, no DESC LIMIT ${PAGE}) AS found
     JOIN ticket_search s ON s.no = found.no JOIN ticket t ON t.id = s.ticketId
     ORDER BY found.received DESC, found.no DESC`,
  );
  const values = [...first, ...checks.flat()];
  return () => statement.all(...values);
}
