import type { Actor, Role } from '../../src/kernel/actor.js';
import { civilDate, instantOf, nextDay } from '../../src/kernel/civil-date.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { NO_QUESTION, type TicketQuestion } from '../../src/tickets/domain/search/search-question.js';
import { termsOf } from '../../src/tickets/domain/search/search-words.js';
import type { SearchPlace } from '../../src/tickets/persistence/search/ticket-search-walk.js';
import {
  TicketSearch,
  type SearchPage,
  type SearchWish,
  type Seeker,
} from '../../src/tickets/persistence/search/ticket-search.js';
import { TicketWords } from '../../src/tickets/persistence/search/ticket-words.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { aTicket } from '../support/a-ticket.js';
import { CHILD, samples, type Sample } from '../support/searched-tickets.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const MINUTE = 60_000;
const actor = (unitId: string | null, ...roles: Role[]): Actor => ({ id: 'actor', name: 'Người xem', unitId, roles });
const LEADER = actor(null, 'leader');
const CLERK = actor('office', 'registryClerk');
const OFFICER = actor('unit-1', 'contactOfficer');

type Kind = 'text' | 'people' | 'sender' | 'name';

describe('the search for tickets', () => {
  let test: TestDatabase;
  let search: TicketSearch;
  const corpus = samples();

  beforeAll(async () => {
    test = await openTestDatabase();
    search = new TicketSearch(test.database);
    const [uow, words] = [new UnitOfWork(test.database), new TicketWords(test.database)];
    await uow.run(async (tx) => {
      for (const { id, receivedAt, ...sample } of corpus) {
        await tx.insert(TicketEntity, aTicket({ id, startedAt: receivedAt, subject: sample.subject }));
        await words.write(tx, id, { receivedAt, terms: termsOf(sample) });
      }
    });
  });
  afterAll(() => test.close());

  const ask = (change: Partial<TicketQuestion>): TicketQuestion => ({ ...NO_QUESTION, ...change });
  const ids = (rows: SearchPage['rows']): string[] => rows.map(({ id }) => id);
  const newest = (wanted: readonly Sample[]): string[] =>
    wanted
      .map((sample) => ({ ...sample, no: corpus.indexOf(sample) }))
      .sort((a, b) => minuteOf(b) - minuteOf(a) || b.no - a.no)
      .map(({ id }) => id);
  const minuteOf = ({ receivedAt }: { receivedAt: Date }): number => Math.floor(receivedAt.getTime() / MINUTE);

  /** The sender of a ticket is hidden from the unit that it is about, and so is the child in its subject. */
  const isHidden = ({ unitId }: Actor, sample: Sample | undefined): boolean =>
    unitId !== null && sample?.complainedUnitId === unitId;
  const subjectFor = (who: Actor, sample: Sample): string =>
    isHidden(who, sample) ? sample.subject.replace(CHILD, '[tên học sinh]') : sample.subject;
  const byId = new Map(corpus.map((sample) => [sample.id, sample]));
  const seekerOf = (who: Actor): Seeker => ({
    read: (rows) =>
      Promise.resolve(
        rows.map((row) => {
          const sample = byId.get(row.id);
          return sample ? { ...row, subject: subjectFor(who, sample) } : row;
        }),
      ),
    hiddenAmong: (asked) => Promise.resolve(new Set(asked.filter((id) => isHidden(who, byId.get(id))))),
  });

  const page = (who: Actor, question: TicketQuestion, wish: Partial<SearchWish> = {}): Promise<SearchPage> =>
    search.page(who, question, { from: null, direction: 'older', size: 500, ...wish }, seekerOf(who));

  /** All pages, forward, and then backward from the end. */
  async function paged(
    who: Actor,
    question: TicketQuestion,
    size: number,
    patience?: number,
  ): Promise<[string[], string[]]> {
    const wish = { size, ...(patience === undefined ? {} : { patience }) };
    const forward: string[] = [];
    let last: SearchPlace | null = null;
    for (let from: SearchPlace | null = null; ;) {
      const found: SearchPage = await page(who, question, { ...wish, from });
      forward.push(...ids(found.rows));
      last = found.rows.at(-1)?.foundAt ?? last;
      from = found.more ? (found.rows.at(-1)?.foundAt ?? null) : found.stoppedAt;
      if (from === null) break;
    }
    const backward: string[] = last === null ? [] : forward.slice(-1);
    for (let from = last; from !== null;) {
      const found: SearchPage = await page(who, question, { ...wish, from, direction: 'newer' });
      backward.unshift(...ids(found.rows));
      from = found.more ? (found.rows[0]?.foundAt ?? null) : found.stoppedAt;
    }
    return [forward, backward];
  }

  const has = (sample: Sample, kind: Kind, word: string): boolean => termsOf(sample)[kind].includes(word);
  const begins = (sample: Sample, kind: Kind, word: string): boolean =>
    termsOf(sample)[kind].some((one) => one.startsWith(word));
  const seen = (sample: Sample): boolean => sample.unitIds.includes('unit-1');

  const cases: [string, Actor, Partial<TicketQuestion>, (sample: Sample) => boolean][] = [
    [
      'rule 61: words without marks',
      LEADER,
      { words: 'hoc phi ' },
      (s) => has(s, 'text', 'hoc') && has(s, 'text', 'phi'),
    ],
    [
      'rule 61: words with marks, in capitals',
      LEADER,
      { words: 'ĐƯỜNG ĐIỂM ' },
      (s) => has(s, 'text', 'duong') && has(s, 'text', 'diem'),
    ],
    ['rule 61: decomposed letters', LEADER, { words: 'Đường '.normalize('NFD') }, (s) => has(s, 'text', 'duong')],
    [
      '"tran duc hoa" for Trần Đức Hoà',
      LEADER,
      { words: 'tran duc hoa' },
      (s) => has(s, 'text', 'tran') && has(s, 'text', 'duc') && begins(s, 'text', 'hoa'),
    ],
    [
      'the beginning of the last word',
      LEADER,
      { words: 'dạy ho' },
      (s) => has(s, 'text', 'day') && begins(s, 'text', 'ho'),
    ],
    ['a beginning alone', LEADER, { words: 'hoa' }, (s) => begins(s, 'text', 'hoa') || begins(s, 'people', 'hoa')],
    ['a beginning that a word goes on from beyond z', LEADER, { words: 'lop' }, (s) => begins(s, 'text', 'lop')],
    ['one letter as a beginning', LEADER, { words: 'học d' }, (s) => has(s, 'text', 'hoc') && begins(s, 'text', 'd')],
    ['one letter alone', LEADER, { words: 'đ' }, (s) => begins(s, 'text', 'd')],
    [
      'a document by what people write before its number',
      LEADER,
      { code: 'số 8/SGDĐT-VP' },
      (s) => s.documentNumbers.includes('8/SGDĐT-VP'),
    ],
    ['a beginning that no word has', LEADER, { words: 'hoc xyz' }, () => false],
    ['a beginning of too many words to walk', LEADER, { words: '1' }, (s) => begins(s, 'text', '1')],
    ['a beginning that every ticket has', LEADER, { words: '00' }, (s) => begins(s, 'text', '00')],
    [
      'wildcards as what parts words',
      LEADER,
      { words: '%học_phí[ ' },
      (s) => has(s, 'text', 'hoc') && has(s, 'text', 'phi'),
    ],
    ['a word that no ticket has', LEADER, { words: 'khong ' }, () => false],
    ['an officer', LEADER, { person: 'Đức Hoà' }, (s) => has(s, 'name', 'duc') && has(s, 'name', 'hoa')],
    ['a unit', LEADER, { unitId: 'unit-2' }, (s) => s.unitIds.includes('unit-2')],
    ['states', LEADER, { states: ['closed', 'received'] }, (s) => s.state !== 'processing'],
    [
      'everything at once',
      LEADER,
      { words: 'học ', states: ['closed'], category: 'fees', level: 'urgent', unitId: 'unit-1' },
      (s) => has(s, 'text', 'hoc') && s.state === 'closed' && s.category === 'fees' && s.level === 'urgent' && seen(s),
    ],
    [
      'days of receipt',
      LEADER,
      { words: 'học ', from: civilDate('2026-03-05'), to: civilDate('2026-03-09') },
      (s) =>
        has(s, 'text', 'hoc') &&
        s.receivedAt >= instantOf(civilDate('2026-03-05'), 0) &&
        s.receivedAt < instantOf(nextDay(civilDate('2026-03-09')), 0),
    ],
    ['nothing asked', LEADER, {}, () => true],
    ['a code, by its end', LEADER, { code: '0007' }, (s) => s.codes[0]?.endsWith('.0007') === true],
    ['a document by number', LEADER, { code: ' 8/SGDĐT-VP' }, (s) => s.documentNumbers.includes('8/SGDĐT-VP')],
    ['only what the unit sees', OFFICER, { words: 'học ' }, (s) => has(s, 'text', 'hoc') && seen(s)],
    ['to a unit nothing of another', OFFICER, { unitId: 'unit-2' }, () => false],
    ['to nobody without unit and role', actor(null), { words: 'học ' }, () => false],
    [
      'rule 21: the sender to the clerk, except where it is about his own unit',
      CLERK,
      { words: 'nguyễn hạnh ' },
      (s) =>
        ['nguyen', 'hanh'].every(
          (word) => has(s, 'text', word) || (has(s, 'sender', word) && s.complainedUnitId !== 'office'),
        ),
    ],
    [
      'rule 21: the sender by the beginning of a name',
      CLERK,
      { words: 'ngu' },
      (s) => begins(s, 'text', 'ngu') || (begins(s, 'sender', 'ngu') && s.complainedUnitId !== 'office'),
    ],
    [
      'rule 21: no sender to the unit',
      OFFICER,
      { words: 'nguyễn hạnh ' },
      (s) => seen(s) && has(s, 'text', 'nguyen') && has(s, 'text', 'hanh'),
    ],
    [
      'rule 21: a child, by a reader who may know of whom the text is',
      LEADER,
      { words: 'bảo ngọc ' },
      (s) => (has(s, 'text', 'bao') || has(s, 'people', 'bao')) && has(s, 'people', 'ngoc'),
    ],
    [
      'rule 21: no child to the unit that it is about, by whole words',
      OFFICER,
      { words: 'bảo ngọc ' },
      (s) => seen(s) && has(s, 'people', 'ngoc') && s.complainedUnitId !== 'unit-1',
    ],
    [
      'rule 21: nor by the beginning of one',
      OFFICER,
      { words: 'ốm ngo' },
      (s) => seen(s) && has(s, 'text', 'om') && begins(s, 'people', 'ngo') && s.complainedUnitId !== 'unit-1',
    ],
    [
      'rule 21: nor by the beginning alone',
      OFFICER,
      { words: 'bao' },
      (s) => seen(s) && (begins(s, 'text', 'bao') || (begins(s, 'people', 'bao') && s.complainedUnitId !== 'unit-1')),
    ],
    [
      'rule 21: no sender to the leader',
      LEADER,
      { person: 'thị hạnh' },
      (s) => has(s, 'name', 'thi') && has(s, 'name', 'hanh'),
    ],
    [
      'a sender by telephone',
      CLERK,
      { person: '+84 912 345 607' },
      (s) => s.sender.senderPhone === '0912345607' && s.complainedUnitId !== 'office',
    ],
  ];

  it.each(cases)('finds %s', async (_what, who, question, holds) => {
    const wanted = newest(corpus.filter(holds));
    const found = await page(who, ask(question));
    const exact = new Set([...ids(found.exact), ...ids(found.typed)]);
    const rest = wanted.filter((id) => !exact.has(id));
    expect([...exact].every((id) => wanted.includes(id))).toBe(true);
    expect(ids(found.rows)).toEqual(rest);
    for (const size of [1, 7]) expect(await paged(who, ask(question), size)).toEqual([rest, rest]);
    expect(await paged(who, ask(question), 7, 20)).toEqual([rest, rest]);
  });

  it.each<[string, Actor, string, (sample: Sample) => boolean]>([
    ['a code', LEADER, 'pakn.20260317.0007', (s) => s.codes[0] === 'PAKN.20260317.0007'],
    ['the end of a code', LEADER, '0007', (s) => s.codes[0]?.endsWith('.0007') === true],
    ['a hotline code', LEADER, 'td-25', (s) => s.codes[1] === 'TD-25'],
    ['a document number', LEADER, '8/sgddt-vp', (s) => s.documentNumbers.includes('8/SGDĐT-VP')],
    [
      'a number with what people write before it',
      LEADER,
      'số 8/SGDĐT-VP',
      (s) => s.documentNumbers.includes('8/SGDĐT-VP'),
    ],
    ['a number as it is printed', LEADER, 'Công văn số: 08/SGDĐT-VP', (s) => s.documentNumbers.includes('8/SGDĐT-VP')],
    ['a number alone', LEADER, 'số đi 8', (s) => s.documentNumbers.includes('8/SGDĐT-VP')],
    [
      'a telephone',
      CLERK,
      '0912 345 607',
      (s) => s.sender.senderPhone === '0912345607' && s.complainedUnitId !== 'office',
    ],
    ['rule 21: no telephone to a unit', OFFICER, '0912 345 607', () => false],
  ])('puts %s first', async (_what, who, words, holds) => {
    const found = await page(who, ask({ words }), { size: 2 });
    const wanted = newest(corpus.filter((sample) => holds(sample)));
    expect(ids(found.exact)).toEqual(wanted.slice(0, 20));
    expect(ids(found.rows).filter((id) => wanted.includes(id))).toEqual([]);
  });

  it.each<[string, Actor, string, string[]]>([
    ['a word with its marks', LEADER, 'hoà', ['hoà']],
    ['however the tone mark is set', LEADER, 'Hòa', ['hoà']],
    ['a word that begins others', LEADER, 'học đường hoàn', ['học', 'đường', 'hoàn']],
    ['several words, of one unit', OFFICER, 'thầy bếp ', ['thầy', 'bếp']],
    ['nothing where no mark was typed', LEADER, 'hoa', []],
    ['rule 21: no name in a subject to the unit that it is about', OFFICER, 'hoà ', ['hoà']],
  ])('puts subjects with the words as typed first: %s', async (_what, who, words, typed) => {
    const found = await page(who, ask({ words }), { size: 5 });
    const wanted = corpus.filter(
      (sample) =>
        typed.length > 0 &&
        typed.every((word) => subjectFor(who, sample).toLowerCase().split(' ').includes(word)) &&
        (who !== OFFICER || seen(sample)),
    );
    expect(ids(found.typed)).toEqual(newest(wanted).slice(0, 20));
    expect(found.rows.length).toBeGreaterThan(0);
    const next = await page(who, ask({ words }), { size: 5, from: found.rows.at(-1)?.foundAt ?? null });
    expect(next.typed).toEqual([]);
    expect(ids(next.rows).filter((id) => ids(found.typed).includes(id))).toEqual([]);
  });

  it('shows of a ticket what lists show', async () => {
    const [found] = (await page(LEADER, NO_QUESTION)).rows;
    expect(found).toMatchObject({
      state: 'received',
      dueAt: new Date('2026-03-19T10:00:00.000Z'),
      foundAt: { received: expect.any(Number) as number },
    });
  });
});
