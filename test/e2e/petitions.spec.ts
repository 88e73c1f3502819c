import PizZip from 'pizzip';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { readXlsxTable } from '../../src/files/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { NumberingHold } from '../../src/documents/index.js';
import type { Actor } from '../../src/kernel/actor.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { EnterPetition, RemindOfPetitions, PetitionQueries, ReadPetition } from '../../src/petitions/index.js';
import { PetitionEntity } from '../../src/petitions/persistence/petition.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { PositionSources } from '../../src/platform/position/position-sources.js';
import { ClassifyTicket, ReturnTicket, SplitTicket, TicketListReader, TicketReader } from '../../src/tickets/index.js';
import { NO_QUESTION } from '../../src/tickets/domain/search/search-question.js';
import { NATURES } from '../../src/tickets/domain/ticket-state.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { FEEDBACK, TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';
import { tracesOf } from '../support/traces.js';

const { clerk, officer, head, leader, supervisor } = PARTIES;
const OTHER_CLERK: Actor = { ...clerk, id: 'vanthu-hai', name: 'Trần Thị Mai' };
const WHO = [FEEDBACK.sender.name, 'Khải', '0900 000 142'];
const DENOUNCED = 'Tôi là Bùi Văn Khải, tôi tố cáo ông hiệu trưởng nhận tiền của phụ huynh để xếp lớp.';

let app: TestApp;
let desk: TestBrowser;
beforeAll(async () => {
  app = await TestApp.open();
  desk = await app.browserOf('vanthu');
});
afterAll(() => app.close());

const judged = (nature: (typeof NATURES)[number]) =>
  ({ level: 'normal', category: 'staffConduct', nature, kind: 'feedback', complainedUnitId: null }) as const;
const classify = (id: string, nature: (typeof NATURES)[number]) =>
  app.nest.get(ClassifyTicket).classify(clerk, id, judged(nature));
const ofTicket = async (id: string): Promise<PetitionEntity> => {
  const found = await app.nest.get(PetitionQueries).ofTicket(id);
  if (found === null) throw new Error('The ticket is in no register of petitions');
  return found;
};
const rows = () => app.nest.get(Database).reader.manager;
const readBy = (actor: Actor, id: string) =>
  app.nest
    .get(ReadPetition)
    .read(actor, id)
    .then(
      () => true,
      () => false,
    );
const press = async (browser: TestBrowser, path: string, fields: Record<string, string> = {}) => {
  await browser.get(path.replace(/\/[^/]+$/u, ''));
  return textOf((await browser.follow(await browser.post(path, fields))).body);
};

const SCREENED = {
  ...{ kind: 'complaint', competence: 'own', competentAgency: '', way: 'accept', leaderId: 'khanh' },
  reason: 'Quyết định bị khiếu nại do Giám đốc Sở ký.',
};

describe('a ticket that is a petition', () => {
  it('rule 67: enters the register once, in the transaction that judged it, with its own number and clocks', async () => {
    const { id } = await app.receive({
      text: 'Con tôi bị buộc thôi học, mong xem lại.',
      subject: 'Khiếu nại của ông Bùi Văn Khải về kỷ luật học sinh',
    });
    await classify(id, 'complaint');
    const petition = await ofTicket(id);
    expect(petition).toMatchObject({
      year: 2026,
      number: 1,
      kind: 'complaint',
      state: 'received',
      takenById: 'vanthu',
    });
    expect(tracesOf(petition.summary, WHO)).toEqual([]);
    await classify(id, 'complaint');
    await classify(id, 'denunciation');
    expect(await ofTicket(id)).toMatchObject({ id: petition.id, number: 1, kind: 'denunciation' });
    await classify(id, 'feedback');
    expect(await ofTicket(id)).toMatchObject({ state: 'struck', dueAt: null });
    await classify(id, 'complaint');
    expect(await ofTicket(id)).toMatchObject({ state: 'received', kind: 'complaint', number: 1 });
    const duties = await app.nest.get(PetitionQueries).dutiesOf(petition.id);
    expect(duties.filter(({ metAt }) => metAt === null).map(({ duty }) => duty)).toEqual(['accept', 'screen']);
  });

  it('rule 67: goes into the register with each part that is split from it', async () => {
    const { id } = await app.receive({ text: DENOUNCED });
    await classify(id, 'denunciation');
    const matter = { subject: 'Việc xếp lớp', words: DENOUNCED, category: 'fees', level: 'normal' } as const;
    const [part] = await app.nest.get(SplitTicket).split(clerk, { ticketId: id, further: [matter] });
    expect(await ofTicket(part?.id ?? '')).toMatchObject({ kind: 'denunciation', state: 'received' });
  });

  it('rule 68: is led by the clerk’s proposal and a leader’s decision to its end, and each notice is true', async () => {
    const { id, incomingDocumentId: aboutDocumentId } = await app.receive({
      text: 'Tôi khiếu nại quyết định kỷ luật con tôi.',
      subject: 'Kỷ luật học sinh',
    });
    await classify(id, 'complaint');
    const led = await ofTicket(id);
    const path = `/don/${led.id}`;
    expect((await desk.get(`/phieu/${id}`)).body).toContain(`/don/cua-phieu/${id}`);
    expect((await desk.get(`/don/cua-phieu/${id}`)).headers.location).toBe(path);
    expect(await press(desk, `${path}/de-xuat`, { ...SCREENED, anonymous: '1' })).toContain(
      'không rõ người đứng đơn thì không thụ lý',
    );
    expect(await press(desk, `${path}/de-xuat`, SCREENED)).toContain('Chờ lãnh đạo quyết định');
    expect((await desk.post(`${path}/quyet-dinh`, { way: 'accept', chargedId: 'ngoc' })).statusCode).toBe(303);
    expect((await ofTicket(id)).state).toBe('screened');

    const director = await app.browserOf('khanh');
    expect(await press(director, `${path}/quyet-dinh`, { way: 'accept', chargedId: 'ngoc' })).toContain(
      'Đã quyết định',
    );
    expect(await press(desk, `${path}/thu-ly`)).toContain('thụ lý đơn từ ngày 18/3/2026');
    expect(await press(director, `${path}/keo-dai`, { reason: 'Cần xác minh ở nhiều trường.' })).toContain('45 ngày');
    const settled = { result: 'partlyRight', text: 'Quyết định số 12/QĐ-SGDĐT ngày 18/3/2026: giảm mức kỷ luật.' };
    expect(await press(director, `${path}/ket-qua`, settled)).toContain('đúng một phần');
    const notice = await desk.get(`${path}/thong-bao.docx`);
    const said = textOf(new PizZip(notice.rawPayload).file('word/document.xml')?.asText() ?? '');
    expect(said).toContain('Nội dung đơn: đúng một phần');
    expect(await press(desk, `${path}/ket-thuc`)).toContain('Đã kết thúc');
    await app.nest
      .get(ReturnTicket)
      .return(clerk, id, { agency: 'Sở Giáo dục và Đào tạo', text: 'Đã vào sổ tiếp nhận đơn.' });
    const [heard] = await rows().findBy(DispatchEntity, { aboutDocumentId, status: '02' });
    expect(JSON.stringify(heard)).toContain('được giải quyết theo Luật Khiếu nại');
  });

  it('rule 69: of somebody else’s competence is handed on with a slip that names nobody', async () => {
    const { id } = await app.receive({ text: DENOUNCED });
    await classify(id, 'denunciation');
    const led = await ofTicket(id);
    const path = `/don/${led.id}`;
    const agency = 'Ủy ban nhân dân phường Lê Chân';
    const proposed = {
      ...SCREENED,
      kind: 'denunciation',
      competence: 'commune',
      competentAgency: agency,
      way: 'forward',
    };
    await press(desk, `${path}/de-xuat`, proposed);
    const director = await app.browserOf('khanh');
    await press(director, `${path}/quyet-dinh`, { way: 'forward', chargedId: '' });
    const slip = await desk.get(`${path}/phieu-chuyen.docx`);
    const said = textOf(new PizZip(slip.rawPayload).file('word/document.xml')?.asText() ?? '');
    expect(said).toContain(agency);
    expect(tracesOf(said, WHO)).toEqual([]);
    expect(await press(desk, `${path}/da-lam`, { note: 'Phiếu chuyển số 15/PC-SGDĐT.' })).toContain('Đã kết thúc');
  });
});

describe('who denounced', () => {
  let ticket: { readonly id: string; readonly code: string };
  let petition: PetitionEntity;
  beforeAll(async () => {
    ticket = await app.receive({ text: DENOUNCED, subject: 'Tố cáo nhận tiền xếp lớp' });
    await classify(ticket.id, 'denunciation');
    petition = await ofTicket(ticket.id);
  });

  it('rule 68: is known to the clerk who took it and to leaders until one is named, and then to that one and who is charged', async () => {
    const who = async () => {
      const read = await Promise.all(
        [clerk, OTHER_CLERK, leader, officer, head, supervisor].map((one) => readBy(one, petition.id)),
      );
      return read.join(' ');
    };
    expect(await who()).toBe('true false true false false false');
    const reader = app.nest.get(TicketReader);
    expect(await reader.find(clerk, ticket.id)).not.toBeNull();
    for (const one of [OTHER_CLERK, supervisor, head, officer])
      expect([one.id, await reader.find(one, ticket.id)]).toEqual([one.id, null]);
  });

  it('rule 68: is found by no word, and stands in lists and registers without one', async () => {
    const lists = app.nest.get(TicketListReader);
    for (const words of ['xếp lớp', 'Khải', '0900 000 142']) {
      const {
        exact,
        typed,
        rows: found,
      } = await lists.search(supervisor, { ...NO_QUESTION, words }, { from: null, direction: 'older', size: 50 });
      expect([...exact, ...typed, ...found].map(({ code }) => code)).not.toContain(ticket.code);
    }
    const page = await lists.page(supervisor, {}, null, 50);
    expect(page.find(({ id }) => id === ticket.id)?.subject).toBe('Nội dung được giữ bí mật');
    for (const path of ['/so-tiep-nhan', '/so-tiep-nhan-don?tat-ca=1']) {
      const { body } = await (await app.browserOf('khanh')).get(path);
      expect([path, tracesOf(path === '/so-tiep-nhan' ? body : '', ['nhận tiền xếp lớp'])]).toEqual([path, []]);
    }
    const sheet = await readXlsxTable((await desk.get('/so-tiep-nhan-don.xlsx?nam=2026')).rawPayload, 100);
    const said = JSON.stringify(sheet);
    expect(tracesOf(said, ['xếp lớp', ...WHO])).toEqual([]);
    expect(said).toContain('Đơn được giữ bí mật');
    expect((await (await app.browserOf('giamsat')).get('/so-tiep-nhan-don')).statusCode).toBe(403);
    expect((await (await app.browserOf('thang')).get(`/don/${petition.id}`)).statusCode).toBe(404);
  });

  it('rule 68: leaves no name and no word in the journal, nor in notices, and those who handle it alone are reminded', async () => {
    app.clock.advance(9 * 24 * 60 * 60_000);
    expect(await app.nest.get(RemindOfPetitions).run()).toBeGreaterThan(0);
    expect(await app.nest.get(RemindOfPetitions).run()).toBe(0);
    const told = (await rows().find(NoticeEntity)).filter(({ key }) => key.startsWith('petition'));
    expect([...new Set(told.map(({ staffId }) => staffId))].sort()).toEqual(['khanh', 'ngoc', 'vanthu']);
    const lines = (await rows().find(JournalEntryEntity)).filter(({ objectKind }) => objectKind === 'petition');
    expect(tracesOf(JSON.stringify([told, lines]), ['xếp lớp', 'tố cáo', ...WHO])).toEqual([]);
  });
});

it('rule 67: a paper is entered by hand, without names in its summary, and by the registry alone', async () => {
  const paper = {
    key: '5f0c2f3e-7a57-4a0f-9d57-0e6c4a1b2c03',
    kind: 'denunciation',
    petitionerName: 'Lưu Thị Bích Ngà',
    petitionerContact: '0900 000 311',
    receivedOn: '',
  };
  const summary = 'Bà Lưu Thị Bích Ngà tố cáo kế toán trường lập khống danh sách bán trú.';
  const registry = await app.browserOf('vanthu');
  await registry.get('/so-tiep-nhan-don');
  const page = textOf((await registry.follow(await registry.post('/so-tiep-nhan-don', { ...paper, summary }))).body);
  expect(page).toContain('Đơn giấy');
  expect(page).toContain('lập khống danh sách bán trú');
  const before = await rows().count(PetitionEntity);
  await registry.post('/so-tiep-nhan-don', { ...paper, summary });
  expect(await rows().count(PetitionEntity)).toBe(before);
  const others = { ...paper, summary: 'Tố cáo hiệu trưởng nhận học sinh trái tuyến.' };
  const refused = await registry.follow(await registry.post('/so-tiep-nhan-don', others));
  expect(textOf(refused.body)).toContain('Mở lại trang Sổ tiếp nhận đơn rồi ghi lại.');
  expect(await rows().count(PetitionEntity)).toBe(before);
  const [entered] = await app.nest
    .get(PetitionQueries)
    .list(clerk, { year: 2026, kind: 'denunciation', open: true })
    .then((all) => all.filter(({ ticketId }) => ticketId === null));
  expect(tracesOf(entered?.summary ?? 'Ngà', ['Ngà', '0900 000 311'])).toEqual([]);
  const again = { ...paper, kind: 'denunciation', receivedOn: null, anonymous: false, summary } as const;
  await expect(app.nest.get(EnterPetition).enter(leader, again)).rejects.toMatchObject({ code: 'forbidden' });
});

it('rule 67: no number of the register is given again after a restore, and none before it is known which were given', async () => {
  const facts = {
    kind: 'complaint',
    receivedOn: null,
    anonymous: true,
    petitionerName: '',
    petitionerContact: '',
  } as const;
  const enter = (key: string) =>
    app.nest.get(EnterPetition).enter(clerk, { ...facts, key, summary: 'Không đồng ý với kết quả xét tuyển.' });
  const hold = app.nest.get(NumberingHold);
  await hold.hold('Vừa phục hồi dữ liệu.');
  await expect(enter('5f0c2f3e-7a57-4a0f-9d57-0e6c4a1b2c04')).rejects.toMatchObject({ code: 'numbering-held' });
  await app.nest.get(UnitOfWork).run((tx) => app.nest.get(PositionSources).raise(tx, { petitions: { '2026': 40 } }));
  expect((await app.nest.get(PositionSources).read())['petitions']).toEqual({ '2026': 40 });
  await app.nest.get(UnitOfWork).run((tx) => hold.release(tx, {}));
  const [id, again] = await Promise.all([
    enter('5f0c2f3e-7a57-4a0f-9d57-0e6c4a1b2c04'),
    enter('5f0c2f3e-7a57-4a0f-9d57-0e6c4a1b2c04'),
  ]);
  expect(again).toBe(id);
  expect(await rows().findOneByOrFail(PetitionEntity, { id })).toMatchObject({ number: 41 });
});
