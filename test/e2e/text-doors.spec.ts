import type { Type } from '@nestjs/common';
import PizZip from 'pizzip';
import { passwordHash, StaffEntity, UnitEntity } from '../../src/organisation/index.js';
import type { Actor, Role } from '../../src/kernel/actor.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import {
  AskCitizen,
  AssignTicket,
  BeginReply,
  RecordCitizenReply,
  ClassifyTicket,
  DecideExtension,
  MergeTicket,
  RequestExtension,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import type { TestBrowser } from '../support/test-browser.js';
import { TestApp } from '../support/test-app.js';
import { PASSWORD } from '../support/test-people.js';

const person = (id: string, unitId: string, ...roles: Role[]): Actor => ({ id, name: id, unitId, roles });
const CLERK = person('vanthu', 'van-phong', 'registryClerk');
const OFFICER = person('ngoc', 'gdtrh', 'contactOfficer');
const LEADER = person('khanh', 'lanh-dao', 'leader');

const TRACES = /Khải|Bảo Châu|0912.{0,3}345.{0,3}678|031085001234|Lạch Tray|11P5|khai\.bv/iu;
const DIRTY =
  'Tôi là Khải, ĐT 0912 345 678, nhà 142 Lạch Tray, con tôi là Vũ Bảo Châu, lớp 11P5 Trường THPT Núi Voi, CCCD 031085001234, thư khai.bv@example.com';
const FEEDBACK = {
  subject: `Thu tiền học thêm. ${DIRTY}`,
  place: 'Trường THPT Núi Voi, gần nhà 142 Lạch Tray',
  category: 'Dạy thêm, học thêm',
  text: `${DIRTY}. Nhà trường thu tiền.`,
  sender: {
    name: 'Bùi Văn Khải',
    phone: '0912 345 678',
    email: 'khai.bv@example.com',
    address: '142 Lạch Tray',
    keepSecret: true,
  },
};

/** What an answer holds of the ticket: words that lead to people, words without them, or nothing at all. */
type Told = 'whole' | 'without' | 'nothing';

const READERS = ['complained', 'other', 'lead', 'desk', 'supervision'] as const;
const USERS: Readonly<Record<(typeof READERS)[number], string>> = {
  complained: 'luc',
  other: 'khac',
  lead: 'ngoc',
  desk: 'vanthu',
  supervision: 'giamsat',
};

describe('rule 21: every door hands words out as this person may read them', () => {
  let app: TestApp;
  let id: string;
  let code: string;
  let draftId: string;
  const browsers = new Map<string, TestBrowser>();

  const get = <Part>(useCase: Type<Part>): Part => app.nest.get(useCase, { strict: false });

  beforeAll(async () => {
    app = await TestApp.open();
    await settleAnotherSchool(app);
    ({ id, code } = await app.receive(FEEDBACK));
    const merged = await app.receive({ ...FEEDBACK, subject: `Lần hai. ${DIRTY}` });
    const about = { nature: 'feedback', kind: 'feedback', level: 'normal', category: 'fees' } as const;
    await get(ClassifyTicket).classify(CLERK, id, { ...about, complainedUnitId: 'nui-voi' });
    const coordinators = [{ unitId: 'nui-voi', question: `Đề nghị cho ý kiến về việc gia đình nêu. ${DIRTY}` }];
    const assignment = { unitId: 'gdtrh', officerId: 'ngoc', directive: `Gọi lại. ${DIRTY}`, coordinators };
    await get(AssignTicket).assign(CLERK, { ticketId: id, ...assignment });
    await get(MergeTicket).merge(CLERK, { ticketId: merged.id, into: code, reason: `Cùng việc. ${DIRTY}` });
    await get(WorkOnTicket).accept(OFFICER, id);
    await get(AskCitizen).ask(OFFICER, id, { text: `Đề nghị gửi bảng kê. ${DIRTY}`, verbatim: true });
    await get(RecordCitizenReply).record(CLERK, id, `Bảng kê đây. ${DIRTY}`);
    const wish = { workingDays: 2, reason: `Chờ gia đình. ${DIRTY}`, progress: `Đã gọi. ${DIRTY}`, verbatim: true };
    await get(DecideExtension).grant(LEADER, id, await get(RequestExtension).request(OFFICER, id, wish));
    await get(WorkOnTicket).note(OFFICER, id, { field: 'progress', audience: 'internal', text: `Đã gặp. ${DIRTY}` });
    draftId = await get(BeginReply).begin(OFFICER, id);
    await app.work();
    for (const username of Object.values(USERS)) browsers.set(username, await app.browserOf(username));
  });
  afterAll(() => app.close());

  async function told(username: string, path: string): Promise<Told> {
    const answer = await browsers.get(username)?.get(path.replace(':id', id).replace(':draft', draftId));
    const text = answer === undefined || answer.statusCode !== 200 ? '' : textOf(answer.rawPayload);
    if (TRACES.test(text)) return 'whole';
    return [code, 'học thêm', 'Bảng kê đây.'].some((words) => text.includes(words)) ? 'without' : 'nothing';
  }

  it.each<[string, Told, Told, Told, Told, Told]>([
    ['/phieu/:id', 'without', 'nothing', 'whole', 'whole', 'whole'],
    ['/?phieu=:id', 'without', 'nothing', 'whole', 'whole', 'whole'],
    ['/tim-kiem?tim=hoc+them', 'without', 'nothing', 'whole', 'whole', 'whole'],
    ['/api/v1/tickets', 'nothing', 'nothing', 'whole', 'whole', 'whole'],
    ['/api/v1/search?words=hoc%20them', 'without', 'nothing', 'whole', 'whole', 'whole'],
    ['/api/v1/tickets/:id', 'without', 'nothing', 'whole', 'whole', 'whole'],
    ['/api/v1/tickets/:id/course', 'without', 'nothing', 'whole', 'whole', 'whole'],
    ['/api/v1/tickets/:id/life', 'without', 'nothing', 'whole', 'whole', 'whole'],
    ['/api/v1/tickets/:id/deadlines', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing'],
    ['/api/v1/tickets/:id/proof', 'without', 'nothing', 'without', 'without', 'without'],
    ['/phieu/:id/han.json', 'without', 'nothing', 'without', 'without', 'without'],
    ['/du-thao/:draft', 'nothing', 'nothing', 'whole', 'whole', 'whole'],
    ['/so-van-ban/den', 'without', 'without', 'without', 'without', 'without'],
    ['/so-van-ban/den.xlsx?nam=2026', 'without', 'without', 'without', 'without', 'without'],
    ['/so-van-ban/theo-doi', 'without', 'without', 'without', 'without', 'without'],
    ['/so-van-ban/theo-doi.xlsx?nam=2026', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing'],
    ['/so-tiep-nhan', 'nothing', 'nothing', 'nothing', 'without', 'without'],
    ['/so-tiep-nhan.xlsx', 'nothing', 'nothing', 'nothing', 'without', 'without'],
    ['/thong-bao', 'without', 'nothing', 'whole', 'nothing', 'whole'],
  ])('rule 21: %s', async (path, ...expected) => {
    const answers = await Promise.all(READERS.map((reader) => told(USERS[reader], path)));
    expect(Object.fromEntries(READERS.map((reader, at) => [reader, answers[at]]))).toEqual(
      Object.fromEntries(READERS.map((reader, at) => [reader, expected[at]])),
    );
  });

  it('rule 21: the unit complained about reads of the life what was done, and of whom nothing', async () => {
    const { body } = (await browsers.get('luc')?.get(`/api/v1/tickets/${id}/life`)) ?? { body: '' };
    for (const words of ['Đề nghị gửi bảng kê.', 'Bảng kê đây.', 'Chờ gia đình.', 'Đã gọi.', 'Đề nghị cho ý kiến']) {
      expect(body).toContain(words);
    }
  });
});

/** A school that has nothing to do with the ticket. */
async function settleAnotherSchool(app: TestApp): Promise<void> {
  const hash = await passwordHash(PASSWORD);
  await app.nest.get(UnitOfWork).run(async (tx) => {
    const school = {
      id: 'kien-an',
      code: 'kien-an',
      name: 'Trường THPT Kiến An',
      symbol: 'KA',
      kind: 'school',
    } as const;
    await tx.insert(UnitEntity, { ...school, parentId: null });
    await tx.insert(StaffEntity, {
      ...{ id: 'khac', username: 'khac', fullName: 'Tạ Thị Xuân', position: 'Thư ký', unitId: 'kien-an' },
      ...{ roles: ['contactOfficer'], honorific: 'Bà', passwordHash: hash, active: true },
      ...{ eOfficeCode: null, email: null, phone: null },
    });
  });
}

/** The words of an answer: those of a sheet unpacked. */
function textOf(payload: Buffer): string {
  if (!payload.subarray(0, 2).equals(Buffer.from('PK'))) return payload.toString();
  return Object.values(new PizZip(payload).files)
    .filter(({ name }) => name.endsWith('.xml'))
    .map((file) => file.asText().replace(/<[^>]+>/gu, ''))
    .join('\n');
}
