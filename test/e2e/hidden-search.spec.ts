import { AssignTicket, ClassifyTicket, MergeTicket, SplitTicket, WorkOnTicket } from '../../src/tickets/index.js';
import type { Actor, Role } from '../../src/kernel/actor.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { readXlsxTable } from '../../src/files/index.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { TestProgram } from '../support/test-program.js';

const person = (id: string, unitId: string, ...roles: Role[]): Actor => ({ id, name: id, unitId, roles });
const CLERK = person('vanthu', 'van-phong', 'registryClerk');
const SCHOOL = person('luc', 'nui-voi', 'contactOfficer');

const FEEDBACK = {
  subject: 'Thu tiền học thêm, công khai chưa đủ: con tôi là Vũ Bảo Châu, nhà 142 Lạch Tray',
  place: 'Trường THPT Núi Voi, gần nhà 142 Lạch Tray',
  category: 'Dạy thêm, học thêm',
  text: 'Tôi là Khải, ĐT 0912 345 678, nhà 142 Lạch Tray, con tôi là Vũ Bảo Châu, lớp 11A5 Trường THPT Núi Voi, CCCD 031085001234, thư khai.bv@example.com. Nhà trường triển khai thu 450.000 đồng.',
  sender: {
    name: 'Bùi Văn Khải',
    phone: '0912 345 678',
    email: 'khai.bv@example.com',
    address: '142 Lạch Tray',
    keepSecret: true,
  },
};

/** What somebody would type who wants to know whether it was Khải. */
const GUESSES: readonly (readonly [string, string])[] = [
  ['the name', 'Bùi Văn Khải'],
  ['the name as it is typed in haste', 'bui van khai '],
  ['the surname', 'bùi'],
  ['the child', 'Bảo Châu'],
  ['the child, half of the name', 'chau'],
  ['the telephone', '0912345678'],
  ['the telephone in groups', '0912 345 678'],
  ['the end of the telephone', '678'],
  ['the telephone from abroad', '+84 912 345 678'],
  ['the papers', '031085001234'],
  ['the app', '142 Lạch Tray'],
  ['the street', 'lach tray'],
  ['the class', '11A5'],
  ['the mail', 'khai.bv@example.com'],
  ['the box of the mail', 'bv'],
];

describe('rule 21: a guess at who wrote', () => {
  let app: TestApp;
  let ticket: TicketEntity;
  let codes: readonly string[];
  let school: TestBrowser;
  let program: TestProgram;

  beforeAll(async () => {
    app = await TestApp.open();
    const get = app.nest.get.bind(app.nest);
    ticket = await app.receive(FEEDBACK);
    const perhaps = await app.receive({ ...FEEDBACK, subject: `Lần hai. ${FEEDBACK.subject}` });
    const merged = await app.receive({ ...FEEDBACK, subject: `Lần ba. ${FEEDBACK.subject}` });
    const about = { nature: 'feedback', kind: 'feedback', level: 'normal' } as const;
    const said = { ...about, category: 'fees', complainedUnitId: 'nui-voi' } as const;
    for (const { id } of [ticket, merged]) await get(ClassifyTicket).classify(CLERK, id, said);
    await get(ClassifyTicket).classify(CLERK, perhaps.id, {
      ...about,
      category: 'staffConduct',
      complainedUnitId: null,
    });
    const further = [
      { subject: 'Bếp ăn của em Vũ Bảo Châu', words: FEEDBACK.text, category: 'facilities', level: 'normal' },
    ] as const;
    const [part] = await get(SplitTicket).split(CLERK, { ticketId: ticket.id, further: [...further] });
    for (const { id } of [ticket, perhaps, part ?? ticket]) {
      await get(AssignTicket).assign(CLERK, { ticketId: id, unitId: 'nui-voi', officerId: 'luc' });
      await get(WorkOnTicket).accept(SCHOOL, id);
    }
    await get(MergeTicket).merge(CLERK, { ticketId: merged.id, into: ticket.code, reason: 'Cùng một việc.' });
    codes = [ticket.code, perhaps.code, merged.code, part?.code ?? ''];
    school = await app.browserOf('luc');
    program = await TestProgram.of(app, 'luc');
  });
  afterAll(() => app.close());

  /** Whatever a person may ask words of: pages, searches that were kept, programs. */
  const doors: readonly (readonly [string, (asked: string) => Promise<string>])[] = [
    ['the search', async (asked) => (await school.get(`/tim-kiem?tim=${encodeURIComponent(asked)}`)).body],
    [
      'the search of whole words',
      async (asked) => (await school.get(`/tim-kiem?tim=${encodeURIComponent(`${asked} `)}`)).body,
    ],
    ['the search for people', async (asked) => (await school.get(`/tim-kiem?nguoi=${encodeURIComponent(asked)}`)).body],
    ['the search for codes', async (asked) => (await school.get(`/tim-kiem?ma=${encodeURIComponent(asked)}`)).body],
    [
      'the search by deadline',
      async (asked) => (await school.get(`/tim-kiem?tim=${encodeURIComponent(asked)}&xep=han-gan`)).body,
    ],
    ['the workbook of a search', async (asked) => cellsOf(`/tim-kiem.xlsx?tim=${encodeURIComponent(asked)}`)],
    [
      'a search that was kept',
      async (asked) => {
        await school.get(`/tim-kiem?tim=${encodeURIComponent(asked)}`);
        const cau = `tim=${encodeURIComponent(asked)}`;
        return (await school.follow(await school.post('/tim-kiem/da-luu', { ten: asked, cau }))).body;
      },
    ],
    ...['words', 'person', 'code'].map(
      (field) =>
        [
          `the search of programs by ${field}`,
          async (asked: string) =>
            JSON.stringify((await program.get(`search?${field}=${encodeURIComponent(asked)}`)).body),
        ] as const,
    ),
  ];

  async function cellsOf(path: string): Promise<string> {
    const { rawPayload, statusCode } = await school.get(path);
    expect(statusCode).toBe(200);
    return JSON.stringify(await readXlsxTable(rawPayload, 100));
  }

  it('rule 21: counts nothing for searches that were kept', async () => {
    for (const [, words] of GUESSES.slice(0, 3)) {
      await school.get('/tim-kiem?tim=hoc');
      await school.post('/tim-kiem/da-luu', { ten: `0 ${words}`, cau: `tim=${encodeURIComponent(words)}` });
    }
    const counts = [...(await school.get('/tim-kiem/da-luu')).body.matchAll(/class="ha-num">([^<]+)/gu)];
    expect(counts.map(([, count]) => count)).toEqual(counts.map(() => '0'));
    expect(counts.length).toBeGreaterThan(2);
  });

  it('rule 21: is taken out as a workbook without who wrote', async () => {
    for (const path of ['/viec-cua-toi.xlsx?danh-sach=don-vi', '/tim-kiem.xlsx?tim=hoc+them']) {
      const cells = await cellsOf(path);
      expect(cells).toContain(ticket.code);
      expect(cells).not.toMatch(/Bùi Văn Khải|Bảo Châu|142 Lạch Tray|0912 345 678/u);
    }
  });

  it.each(doors)('rule 21: finds nothing by %s', async (_door, ask) => {
    const told: string[] = [];
    for (const [guess, words] of GUESSES) {
      const answer = await ask(words);
      told.push(...codes.filter((code) => answer.includes(code)).map((code) => `${guess}: ${code}`));
    }
    expect(told).toEqual([]);
  });

  it('rule 21: finds it by what the matter is', async () => {
    for (const words of ['hoc them', 'thu tien', '450.000']) {
      expect((await school.get(`/tim-kiem?tim=${encodeURIComponent(words)}`)).body).toContain(ticket.code);
    }
  });

  it('rule 21: is the same whether the words are in its subject or not, where it is found', async () => {
    const typed = 'Trích yếu có đúng các chữ đã gõ';
    const asked = encodeURIComponent('Khải ');
    expect((await school.get(`/tim-kiem?tim=${asked}`)).body).not.toContain(typed);
  });

  it.each([
    ['the desk', 'vanthu'],
    ['supervision', 'giamsat'],
  ])('finds it for %s', async (_who, username) => {
    const browser = await app.browserOf(username);
    for (const [guess, words] of GUESSES.filter(([what]) => !/end of|from abroad/u.test(what))) {
      const { body } = await browser.get(`/tim-kiem?tim=${encodeURIComponent(words)}`);
      expect([guess, body.includes(ticket.code)]).toEqual([guess, true]);
    }
  });
});
