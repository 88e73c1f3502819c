import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { termsOf, type SearchableTicket } from '../../src/tickets/domain/search/search-words.js';
import { TicketSearchEntity, TicketWordEntity } from '../../src/tickets/persistence/search.entities.js';
import { TicketWords } from '../../src/tickets/persistence/search/ticket-words.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { aTicket } from '../support/a-ticket.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const FACTS: SearchableTicket = {
  codes: ['PAKN.20260312.0042'],
  documentNumbers: [],
  subject: 'Dạy thêm',
  words: 'Thu học phí',
  place: '',
  category: 'fees',
  categoryWords: '',
  handlers: [],
  sender: { senderName: 'Nguyễn Thị Hạnh', senderPhone: '', senderEmail: '', senderAddress: '' },
  state: 'received',
  level: 'normal',
  unitIds: [],
  complainedUnitId: null,
};
const RECEIVED = new Date('2026-03-12T02:00:30.000Z');

describe('the words of a ticket', () => {
  let test: TestDatabase;
  let uow: UnitOfWork;
  let words: TicketWords;

  beforeEach(async () => {
    test = await openTestDatabase();
    uow = new UnitOfWork(test.database);
    words = new TicketWords(test.database);
  });
  afterEach(() => test.close());

  const write = (change: Partial<SearchableTicket>, receivedAt = RECEIVED): Promise<void> =>
    uow.run((tx) => words.write(tx, 'ticket-1', { receivedAt, terms: termsOf({ ...FACTS, ...change }) }));

  async function kept(): Promise<string[]> {
    const rows = await test.database.reader.getRepository(TicketWordEntity).find();
    return rows.map(({ kind, word, received }) => `${kind} ${word} ${String(received)}`).sort();
  }

  const wanted = (change: Partial<SearchableTicket>, receivedAt = RECEIVED): string[] => {
    const minute = String(Math.floor(receivedAt.getTime() / 60_000));
    const { text, people, name, sender, code, fact } = termsOf({ ...FACTS, ...change });
    return [
      ...text.map((word) => `t ${word} ${minute}`),
      ...people.map((word) => `p ${word} ${minute}`),
      ...name.map((word) => `n ${word} ${minute}`),
      ...sender.map((word) => `s ${word} ${minute}`),
      ...code.map((word) => `c ${word} ${minute}`),
      ...fact.map((word) => `f ${word} ${minute}`),
    ].sort();
  };

  it.each<[string, Partial<SearchableTicket>]>([
    ['a new state', { state: 'closed' }],
    ['a unit and an officer', { unitIds: ['unit-1'], handlers: ['Phòng Giáo dục Mầm non', 'Trần Đức Hoà'] }],
    ['a document number', { documentNumbers: ['1284'] }],
    ['another text', { words: 'Cơ sở vật chất xuống cấp', subject: 'Trường học' }],
    [
      'a text of more words than one statement takes',
      { words: Array.from({ length: 900 }, (_, at) => `tu${String(at)}`).join(' ') },
    ],
    [
      'words that usual collations of SQL Server take for one',
      {
        words: `１２ 12 ② 2 ß ss ﬁ fi Æ ae ø o þ th ſ ĳ ij ı i 学 學 𠀀𠀁 𠀁𠀀`,
        codes: ['A-ß', 'A-ss', 'A-æ', 'A-ae'],
      },
    ],
    ['people in a text', { words: 'Con tôi là Phạm Bảo Ngọc, lớp 11A5, nhà 142 Lạch Tray.' }],
    ['nothing new', {}],
  ])('follow %s, and are written once', async (_what, change) => {
    await write({});
    expect(await kept()).toEqual(wanted({}));
    await write(change);
    expect(await kept()).toEqual(wanted(change));
    await write({});
    expect(await kept()).toEqual(wanted({}));
    expect(await test.database.reader.getRepository(TicketSearchEntity).count()).toBe(1);
  });

  it('follow a day of receipt that was put right', async () => {
    const earlier = new Date('2026-03-01T00:00:00.000Z');
    await write({});
    await write({ state: 'closed' }, earlier);
    expect(await kept()).toEqual(wanted({ state: 'closed' }, earlier));
  });

  it('vanish with the transaction that wrote them', async () => {
    const refused = uow.run(async (tx) => {
      await words.write(tx, 'ticket-1', { receivedAt: RECEIVED, terms: termsOf(FACTS) });
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await kept()).toEqual([]);
  });

  it('are read from the ticket and the names around it', async () => {
    const ticket = aTicket({ id: 'ticket-1', code: 'PAKN.20260312.0042', subject: 'Bếp ăn bán trú' });
    await uow.run(async (tx) => {
      await tx.insert(TicketEntity, ticket);
      await words.renew(tx, 'ticket-1');
    });
    expect(await kept()).toEqual(
      expect.arrayContaining(
        ['t bep', 't 0042', 'c pakn.20260312.0042', 's hanh', 's 0912345678', 'f state:received'].map(
          (term) => `${term} ${String(Math.floor(ticket.startedAt.getTime() / 60_000))}`,
        ),
      ),
    );
  });
});
