import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../src/documents/index.js';
import { ReceivePending, SyncAgencies } from '../../src/exchange/index.js';
import { REPLY } from '../../integrations/e-office/edxml/golden/messages.js';
import type { DocumentMessage } from '../../src/exchange/ports/message.js';
import { Database } from '../../src/platform/database/database.js';
import { FilePlans, PublishFilePlan } from '../../src/records/index.js';
import { SignatureQueries } from '../../src/signing/index.js';
import { SYSTEM, type Actor } from '../../src/kernel/actor.js';
import { StaffDirectory, WorkInHand } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import {
  AskCitizen,
  AssignTicket,
  DecideExtension,
  RequestExtension,
  ReturnTicket,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import { unsignedPdf } from '../support/agency-pen.js';
import { SigningApp } from '../support/signing-app.js';
import { DEPARTMENT, type TestApp } from '../support/test-app.js';
import { TestProgram } from '../support/test-program.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

const HOME = { code: 'H24.7', name: 'Sở Nội vụ thành phố Hải Phòng' };
const KEY = 'b7b1d0f2-5c57-4d7e-9a35-1f0a4a5b6c01';
const PAPER_KEY = 'b7b1d0f2-5c57-4d7e-9a35-1f0a4a5b6c02';

let signing: SigningApp;
let app: TestApp;
let officer: TestBrowser;
let head: TestBrowser;
let leader: TestBrowser;
let clerk: TestBrowser;

beforeAll(async () => {
  signing = await SigningApp.open();
  ({ app } = signing);
  app.transport.directory = [{ ...HOME, active: true }];
  await app.nest.get(SyncAgencies).runDue();
  [officer, head] = [await app.browserOf('ngoc'), await app.browserOf('thang')];
  [leader, clerk] = [await app.browserOf('khanh'), await app.browserOf('vanthu')];
});
afterAll(() => signing.close());

type Fields = Record<string, string | readonly string[]>;

async function act(who: TestBrowser, page: string, path: string, fields: Fields = {}) {
  await who.get(page);
  const { body } = await who.follow(await who.post(`${page}${path}`, fields));
  return { text: textOf(body), body };
}

const draftIn = (body: string): string => /action="(\/du-thao\/[0-9a-f-]{36})\/bo"/u.exec(body)?.[1] ?? '';
const versionOf = async (draft: string): Promise<string> =>
  /name="version" value="(\d+)"/u.exec((await officer.get(draft)).body)?.[1] ?? '';

const documents = (): readonly DocumentMessage[] =>
  app.transport.sent.flatMap(({ bytes }) => {
    const { message } = new EdxmlCodec().read(bytes);
    return message?.kind === 'document' ? [message] : [];
  });

const NOI_NHAN = ['Như trên', 'Lưu: VT, GDTrH.'];
const REASON = 'Cần làm việc thêm với các bên để đối chiếu hồ sơ trước khi kết luận.';
const DONE_SO_FAR = 'Đã làm việc với nhà trường và thu thập sổ sách có liên quan.';
const QUESTION = 'Tên trường, khối lớp và thời gian xảy ra sự việc.';

const PLAN = {
  ...{ signerId: 'khanh', ky_hieu: 'KH-SGDĐT', reason: '' },
  mo_dau: 'Thực hiện nhiệm vụ năm học, Sở Giáo dục và Đào tạo ban hành Kế hoạch như sau:',
  muc: 'Mục đích\nNâng cao chất lượng.\n\nTổ chức thực hiện\nCác phòng thực hiện theo Phụ lục.',
  nhiem_vu: 'Tập huấn cán bộ | Văn phòng Sở | Các trường | Tháng 5/2026',
  tieu_de_phu_luc: 'Phân công nhiệm vụ',
  loi_ket: 'Các đơn vị báo cáo về Sở để được hướng dẫn./.',
};

/** Written, approved by two, submitted, signed, numbered, sealed. @returns its line in the register */
async function released(
  draft: string,
  form: Record<string, string | readonly string[]>,
): Promise<OutgoingDocumentEntity> {
  const saved = await act(officer, draft, '', { ...form, version: await versionOf(draft) });
  expect(saved.text).toContain('Đã lưu bản thảo');
  await app.work();
  return sentOn(draft);
}

/** The same for one that is written. */
async function sentOn(draft: string): Promise<OutgoingDocumentEntity> {
  expect((await act(officer, draft, '/trinh')).text).toContain('Đã trình duyệt nội dung');
  expect((await act(head, draft, '/duyet-noi-dung')).text).toContain('Đã duyệt nội dung');
  expect((await act(clerk, draft, '/duyet-the-thuc')).text).toContain('Đã duyệt thể thức');
  await act(officer, draft, '/trinh-ky');
  await app.work();
  const [request] = await app.nest.get(SignatureQueries).ofDraft(draft.replace('/du-thao/', ''));
  const signed = await signing.sign(app.desk.submitted.at(-1)!.file.content);
  const { request: after } = await signing.seal(await signing.comesBack(request!, signed), signed);
  await app.work();
  const lines = app.nest.get(Database).reader.getRepository(OutgoingDocumentEntity);
  return lines.findOneByOrFail({ id: after.outgoingDocumentId ?? '' });
}

describe('a document that stands by itself', () => {
  const form = { key: KEY, template: 'ke-hoach', subject: 'Tập huấn cán bộ đầu mối', receivers: 'Các phòng (để t/h)' };

  it('is begun by who may draft, once however often the form is sent', async () => {
    expect((await leader.get('/soan-van-ban')).statusCode).toBe(403);
    const wrong = await act(officer, '/soan-van-ban', '', { ...form, template: 'cong-van-tra-loi' });
    expect(wrong.text).toContain('Chọn loại văn bản.');
    const first = draftIn((await act(officer, '/soan-van-ban', '', form)).body);
    expect(first).not.toBe('');
    expect(draftIn((await act(officer, '/soan-van-ban', '', form)).body)).toBe(first);
    expect(textOf((await officer.get(first)).body)).toContain('Còn phải viết: Mở đầu, Các mục, Nhiệm vụ');
    expect((await (await app.browserOf('luc')).get(first)).statusCode).toBe(404);
  });

  it('goes the road of every letter, and stands in the outgoing register with its receivers', async () => {
    const draft = draftIn((await act(officer, '/soan-van-ban', '', form)).body);
    const noiNhan = ['Các phòng (để t/h)', 'Lưu: VT, GDTrH.'];
    const line = await released(draft, { ...PLAN, trich_yeu: 'Tập huấn cán bộ đầu mối', noi_nhan: noiNhan });
    expect(line).toMatchObject({ state: 'released', typeName: 'Kế hoạch', recipients: ['Các phòng'], replyToId: null });
    expect(app.desk.submitted.at(-1)).toMatchObject({ documentTypeCode: 'KH', notation: 'KH-SGDĐT' });
    expect(textOf((await clerk.get('/so-van-ban/di')).body)).toMatch(/KH-SGDĐT.*Tập huấn cán bộ đầu mối/su);
    expect((await officer.get(`/tep/van-ban-di/${line.id}.pdf`)).statusCode).toBe(200);
  });
});

describe('an incoming document without a ticket', () => {
  const paper = {
    ...{ key: PAPER_KEY, senderName: HOME.name, senderCode: HOME.code, code: '41/SNV-CCHC', issuedDate: '2026-03-10' },
    ...{ typeName: 'Công văn', subject: 'xây dựng kế hoạch cải cách hành chính', priority: '0' },
  };
  let page: string;
  let incoming: IncomingDocumentEntity;

  const line = (): Promise<IncomingDocumentEntity> =>
    app.nest.get(Database).reader.getRepository(IncomingDocumentEntity).findOneByOrFail({ documentId: PAPER_KEY });

  it('is entered on paper with its scan, under the next number, once', async () => {
    const scan = { field: 'files', name: 'Bản quét.pdf', content: new Uint8Array(await unsignedPdf(7)) };
    for (let time = 0; time < 2; time += 1) {
      await clerk.get('/van-ban-den/moi');
      const entered = await clerk.follow(await clerk.postFile('/van-ban-den/moi', paper, scan));
      expect(textOf(entered.body)).toMatch(/Chờ chuyển.*41\/SNV-CCHC.*Đã vào sổ văn bản đến/su);
    }
    await app.work();
    incoming = await line();
    page = `/van-ban-den/${incoming.id}`;
    expect((await clerk.get('/so-van-ban/den')).body).toContain(`href="${page}"`);
    expect((await officer.get(page)).statusCode).toBe(404);
    const unknown = await act(clerk, '/van-ban-den/moi', '', { ...paper, key: KEY, senderCode: 'H99.1' });
    expect(unknown.text).toContain('Danh bạ cơ quan không có mã này');
  });

  it('is routed by what a leader directed, and stands in the work of its unit with its day', async () => {
    const routing = {
      ...{ version: '1', directedById: 'khanh', direction: 'Phòng GDTrH tham mưu kế hoạch.', leadUnitId: 'gdtrh' },
      ...{ directedOn: '2026-03-11', dueOn: '2026-12-31', coordinatingUnitIds: ['van-phong'] },
    };
    expect((await act(clerk, page, '/chuyen', { ...routing, directedById: 'ngoc' })).text).toContain('Chọn lãnh đạo');
    const routed = await act(clerk, page, '/chuyen', routing);
    expect(routed.text).toMatch(/Phòng GDTrH tham mưu kế hoạch\..*Đỗ Quốc Khánh.*Phạm Minh Tuệ ghi/su);
    expect((await act(clerk, page, '/chuyen', routing)).text).toContain('Chuyển lại');
    expect(textOf((await officer.get('/')).body)).toContain('Văn bản đến chờ xử lý 1');
    expect(textOf((await officer.get('/van-ban-den')).body)).toMatch(/Đơn vị tôi chủ trì.*Hạn 31\/12/su);
    await act(head, page, '/giao', { officerId: 'ngoc' });
    await act(clerk, page, '/y-kien', { opinion: 'Văn phòng thống nhất.' });
    expect(textOf((await officer.get(page)).body)).toMatch(/Nguyễn Thị Hồng Ngọc.*Văn phòng thống nhất\./su);
    expect((await line()).handler).toBe('Phòng Giáo dục Trung học');
    expect((await officer.get(`${page}/phieu-giai-quyet.docx`)).statusCode).toBe(200);
    const [, scan] = /href="(\/tep\/van-ban\/[0-9a-f-]{36})"/u.exec((await officer.get(page)).body) ?? [];
    expect((await officer.get(scan ?? '')).statusCode).toBe(200);
  });

  it('is answered by a plan with its annexes, signed and released without a ticket', async () => {
    const draft = draftIn((await act(officer, page, '/tra-loi', { template: 'ke-hoach' })).body);
    expect((await officer.get(draft)).body).toContain('Thực hiện Công văn số 41/SNV-CCHC ngày 10/3/2026');
    expect(
      (await act(officer, page, '/giai-quyet', { settlement: 'handled', result: 'Đã xong việc.' })).text,
    ).toContain('Văn bản trả lời đang soạn');
    const noiNhan = [HOME.name, 'Lưu: VT, GDTrH.'];
    const letter = await released(draft, { ...PLAN, trich_yeu: 'Cải cách hành chính năm 2026', noi_nhan: noiNhan });
    expect(letter).toMatchObject({ state: 'released', replyToId: incoming.id, typeName: 'Kế hoạch' });
    expect(documents().at(-1)).toMatchObject({
      ...{ to: [{ id: HOME.code, name: HOME.name }], typeName: 'Kế hoạch', codeNotation: 'KH-SGDĐT' },
      responseFor: [expect.objectContaining({ organId: HOME.code, code: '41/SNV-CCHC' })],
    });
    expect(await line()).toMatchObject({ outcome: 'letter' });
    const code = `${String(letter.number).padStart(2, '0')}/KH-SGDĐT`;
    expect(textOf((await officer.get(page)).body)).toMatch(/Đã trả lời bằng văn bản.*Văn bản đi số/su);
    expect(textOf((await clerk.get('/so-van-ban/theo-doi')).body)).toMatch(new RegExp(`Đã trả lời.*${code}`, 'su'));
    expect(textOf((await clerk.get('/so-van-ban/di')).body)).toContain(`Đến ${String(incoming.arrivalNumber)}`);
    expect(textOf((await officer.get('/')).body)).not.toContain('Văn bản đến chờ xử lý');

    const found = async (words: string): Promise<string> =>
      textOf((await officer.get(`/tim-kiem?tim=${encodeURIComponent(words)}`)).body);
    for (const words of ['cai cach hanh chinh 2026', code])
      expect(await found(words)).toMatch(/Văn bản tìm thấy trong sổ Kế hoạch số/u);
    expect(await found('41/SNV')).toContain('Văn bản tìm thấy trong sổ Công văn 41/SNV-CCHC');

    const program = await TestProgram.of(app, 'ngoc');
    expect((await program.get(`incoming-documents/${incoming.id}`)).body).toMatchObject({
      ...{ state: 'settled', settlement: 'letter', directedBy: 'Đỗ Quốc Khánh', dueOn: '2026-12-31' },
    });
    const { body } = await program.get(`documents/${draft.replace('/du-thao/', '')}`);
    expect(body).toMatchObject({ state: 'done', outgoing: { code, answersDocumentId: incoming.id } });
    const path = `incoming-documents/${incoming.id}/answer`;
    expect((await program.post(path, { kind: 'ke-hoach' })).status).toBe(403);
  });

  it('lies with its answer in the file of its unit, which both pages and the file itself show, and in another once chosen', async () => {
    const { body } = await officer.get(page);
    const [, file] = /href="(\/ho-so\/[0-9a-f-]{36})"/u.exec(body) ?? [];
    const [, answer] = /href="(\/van-ban-di\/[0-9a-f-]{36})"/u.exec(body) ?? [];
    expect(textOf(body)).toMatch(/Hồ sơ VB\.0001 – Văn bản đi, văn bản đến/u);
    expect((await officer.get(answer ?? '')).body).toContain(`href="${file ?? ''}"`);
    const shown = (await officer.get(file ?? '')).body;
    for (const href of [page, answer ?? '']) expect(shown).toContain(`href="${href}"`);
    expect(textOf(shown)).not.toContain('Phiếu PAKN');
    expect((await (await app.browserOf('luc')).get(file ?? '')).statusCode).toBe(404);
    expect(textOf((await officer.get('/ho-so')).body)).toContain('VB.0001');

    const { entries, version: latest } = await app.nest.get(FilePlans).of(2026);
    const heading = {
      notation: '05',
      title: 'Cải cách hành chính',
      retention: '15',
      unitId: 'gdtrh',
      forTickets: false,
    };
    const plan = { year: 2026, latest, entries: [...entries, heading], reason: 'Quyết định ban hành danh mục.' };
    const { actor: registrar } = await app.nest.get(StaffDirectory).person('vanthu');
    await app.nest.get(PublishFilePlan).publish(registrar, plan);
    expect((await act(officer, page, '/ho-so', { place: '' })).text).toContain('Chọn hồ sơ.');
    const moved = await act(officer, answer ?? '', '/ho-so', { place: 'muc:05' });
    expect(moved.text).toMatch(/Hồ sơ 05\.0001 – Cải cách hành chính, năm 2026.*Đã đưa văn bản vào hồ sơ/su);
    expect(textOf((await officer.get(page)).body)).toContain('Hồ sơ 05.0001');
    expect(textOf((await officer.get(file ?? '')).body)).toContain('Chuyển sang hồ sơ 05.0001.');
  });

  it('tells how many copies each receiver gets, as the registry enters them', async () => {
    const [, answer = ''] = /href="(\/van-ban-di\/[0-9a-f-]{36})"/u.exec((await officer.get(page)).body) ?? [];
    expect((await act(officer, answer, '/so-ban', { 'copies.0': '2' })).text).not.toContain('Đã ghi số bản');
    expect((await act(clerk, answer, '/so-ban', { 'copies.0': 'hai' })).text).toContain('Ghi số bản từ 0 đến 9999');
    expect((await act(clerk, answer, '/so-ban', { 'copies.0': '12' })).text).toMatch(/\(12 bản\).*Đã ghi số bản/su);
    expect(textOf((await clerk.get('/so-van-ban/di')).body)).toContain(`${HOME.name} (12 bản)`);
    const program = await TestProgram.of(app, 'ngoc');
    const { body } = await program.get('registers/outgoing?year=2026');
    const lines = body['lines'] as { id: string; recipients: object[] }[];
    expect(lines.find(({ id }) => answer.endsWith(id))?.recipients).toEqual([{ name: HOME.name, copies: 12 }]);
  });

  it('is handled again once its answer is recalled, goes with the work of its unit, and may end without a letter', async () => {
    const [, outgoing] = /href="(\/van-ban-di\/[0-9a-f-]{36})"/u.exec((await officer.get(page)).body) ?? [];
    await act(clerk, outgoing ?? '', '/thu-hoi', { reason: 'Ghi nhầm thời hạn ở Phụ lục.' });
    await act(leader, outgoing ?? '', '/thu-hoi/dong-y');
    await app.work();
    expect(textOf((await officer.get(page)).body)).toContain('Đang giải quyết');
    const other = draftIn((await act(officer, page, '/tra-loi', { template: 'to-trinh' })).body);
    const version = /name="version" value="(\d+)"/u.exec((await clerk.get(page)).body)?.[1] ?? '';
    const routing = { version, directedById: 'khanh', direction: 'Chuyển trường.', leadUnitId: 'nui-voi' };
    const moved = await act(clerk, page, '/chuyen', { ...routing, directedOn: '2026-03-11', dueOn: '' });
    expect(moved.text).toContain('Bỏ dự thảo đó trước khi chuyển đơn vị khác.');
    await act(officer, other, '/bo');

    const handOver = {
      from: { unitId: 'gdtrh' },
      to: { unitId: 'van-phong', officerId: null },
      because: 'Sắp xếp lại.',
    };
    await app.nest.get(UnitOfWork).run(async (tx) => app.nest.get(WorkInHand).handOver(tx, SYSTEM, handOver));
    expect((await officer.get(page)).statusCode).toBe(404);
    const settled = await act(clerk, page, '/giai-quyet', { settlement: 'noted', result: 'Đã báo cáo, lưu hồ sơ.' });
    expect(settled.text).toContain('Để biết: Đã báo cáo, lưu hồ sơ.');
    expect(await line()).toMatchObject({ outcome: 'noted' });
  });
});

describe('a letter of a person that is no feedback', () => {
  const NAME = 'Nguyễn Văn An';
  const ADDRESS = 'số 5 Lạch Tray, phường Gia Viên';
  const letter = {
    ...{ key: 'b7b1d0f2-5c57-4d7e-9a35-1f0a4a5b6c03', senderName: NAME, senderCode: '', code: '', priority: '0' },
    ...{ issuedDate: '2026-03-12', typeName: 'Đơn', subject: 'xin sao lục bằng tốt nghiệp' },
  };

  it('is answered to the person at their address, with the way by which it came, and sent by post', async () => {
    const unaddressed = await act(clerk, '/van-ban-den/moi', '', { ...letter, wroteBy: 'post', address: '' });
    expect(unaddressed.text).toContain('Ghi địa chỉ để gửi văn bản trả lời.');
    await act(clerk, '/van-ban-den/moi', '', { ...letter, wroteBy: 'post', address: ADDRESS });
    const lines = app.nest.get(Database).reader.getRepository(IncomingDocumentEntity);
    const { id, arrivalNumber } = await lines.findOneByOrFail({ documentId: letter.key });
    const page = `/van-ban-den/${id}`;
    await app.work();
    const routing = {
      directedById: 'khanh',
      direction: 'GDTrH trả lời.',
      directedOn: '2026-03-13',
      leadUnitId: 'gdtrh',
    };
    await act(clerk, page, '/chuyen', { ...routing, version: '1', dueOn: '' });
    const shown = textOf((await officer.get(page)).body);
    for (const words of [`Người viết ${NAME}`, `Địa chỉ ${ADDRESS}`, 'bản giấy, gửi qua bưu điện'])
      expect(shown).toContain(words);

    const draft = draftIn((await act(officer, page, '/tra-loi', { template: 'cong-van-trien-khai' })).body);
    const { body } = await officer.get(draft);
    expect(body).toContain(`Ông/Bà ${NAME}, địa chỉ: ${ADDRESS}`);
    const named = `Đơn ngày 12/3/2026 của Ông/Bà ${NAME}, gửi qua bưu điện, về việc xin sao lục bằng tốt nghiệp`;
    expect(body).toContain(`Phúc đáp ${named}, Sở Giáo dục và Đào tạo có ý kiến như sau:`);
    const saved = {
      ...{
        signerId: 'khanh',
        ky_hieu: 'SGDĐT-GDTrH',
        reason: '',
        trich_yeu: 'phúc đáp đơn xin sao lục bằng tốt nghiệp',
      },
      ...{ kinh_gui: `Ông/Bà ${NAME}, địa chỉ: ${ADDRESS}`, mo_dau: `Phúc đáp ${named}:`, noi_nhan: NOI_NHAN },
      ...{ muc: 'Kết quả\nĐề nghị Ông/Bà nhận bản sao tại Văn phòng Sở.', loi_ket: 'Trân trọng./.' },
    };
    const line = await released(draft, saved);
    expect(line).toMatchObject({ state: 'sealed', recipients: [`Ông/Bà ${NAME}`] });
    const outgoing = `/van-ban-di/${line.id}`;
    const [, owed = ''] =
      /action="\/van-ban-di\/[^"]+(\/gui\/[0-9a-f-]{36})"/u.exec((await clerk.get(outgoing)).body) ?? [];
    await act(clerk, outgoing, owed, {
      way: 'post',
      sentOn: '2026-03-18',
      envelopes: '1',
      note: 'RR1',
      receivedOn: '',
    });
    await app.work();
    expect(textOf((await officer.get(page)).body)).toContain('Đã trả lời bằng văn bản');
    const book = textOf((await clerk.get('/so-van-ban/buu-dien')).body);
    expect(book).toContain(`${NAME}, văn bản đến số ${String(arrivalNumber)}`);
    for (const open of ['/so-van-ban/di', '/so-van-ban/den', '/so-van-ban/buu-dien'])
      expect((await clerk.get(open)).body).not.toContain(ADDRESS);
  });
});

describe('a document that another agency sends by the e-office', () => {
  const statuses = (): readonly string[] =>
    app.transport.sent.flatMap(({ bytes }) => {
      const { message } = new EdxmlCodec().read(bytes);
      return message?.kind === 'status' ? [`${message.status} ${message.responseFor.documentId}`] : [];
    });

  it('waits to be routed, and its sender hears that it is assigned and settled', async () => {
    const documentId = 'NV,2026/03/18,57/SNV';
    const letter = {
      ...REPLY,
      from: { id: HOME.code, name: HOME.name },
      to: [DEPARTMENT],
      documentId,
      attachments: [],
    };
    app.transport.put('m-57', new EdxmlCodec().write(letter), app.clock.now(), HOME.code);
    await app.nest.get(ReceivePending).receive();
    await app.work();
    expect(textOf((await leader.get('/van-ban-den')).body)).toContain('Chờ chuyển');
    const lines = app.nest.get(Database).reader.getRepository(IncomingDocumentEntity);
    const page = `/van-ban-den/${(await lines.findOneByOrFail({ documentId })).id}`;
    const routing = {
      version: '1',
      direction: 'GDTrH xử lý.',
      directedOn: '2026-03-11',
      leadUnitId: 'gdtrh',
      dueOn: '',
    };
    expect((await act(leader, page, '/chuyen', routing)).text).toContain('Đỗ Quốc Khánh');
    await act(officer, page, '/giai-quyet', { settlement: 'handled', result: 'Đã cung cấp số liệu.' });
    await app.work();
    const about = statuses().filter((status) => status.endsWith(documentId));
    expect(about.map((status) => status.slice(0, 2))).toEqual(['01', '03', '04', '06']);
  });
});

describe('a document about a ticket, besides its reply', () => {
  let page: string;

  const actor = async (id: string): Promise<Actor> => (await app.nest.get(StaffDirectory).person(id)).actor;
  const begun = async (
    who: TestBrowser,
    template: string,
  ): Promise<{ readonly draft: string; readonly body: string }> => {
    const { body } = await act(who, page, '/soan-van-ban', { template });
    await app.work();
    return { draft: draftIn(body), body };
  };
  const inHand = async (): Promise<string> => {
    const { id } = await app.receive();
    const given = { ticketId: id, unitId: 'gdtrh', officerId: 'ngoc' };
    await app.nest.get(AssignTicket).assign(await actor('vanthu'), given);
    await app.nest.get(WorkOnTicket).accept(await actor('ngoc'), id);
    return id;
  };

  it('tells the sender of more time from the extension, and leaves the ticket where it is', async () => {
    const id = await inHand();
    page = `/phieu/${id}`;
    expect((await begun(officer, 'cong-van-gia-han')).draft).toBe('');
    expect((await begun(officer, 'bien-ban')).body).toContain('Làm việc về kiến nghị');
    const wish = { workingDays: 2, reason: REASON, progress: DONE_SO_FAR, verbatim: false };
    const extension = await app.nest.get(RequestExtension).request(await actor('ngoc'), id, wish);
    await app.nest.get(DecideExtension).grant(await actor('giamsat'), id, extension);

    const { draft, body } = await begun(officer, 'cong-van-gia-han');
    const told = /Tổ chức, cá nhân có phản ánh số 1022-\d/u;
    for (const words of [REASON, DONE_SO_FAR, 'gia hạn trả lời kiến nghị']) expect(body).toContain(words);
    expect(body).toMatch(told);
    const line = await sentOn(draft);
    expect(line).toMatchObject({ state: 'released', typeName: 'Công văn', replyToId: null });
    const after = textOf((await officer.get(page)).body);
    expect(after).toMatch(/Đang xác minh.*Văn bản khác về phiếu.*Công văn thông báo gia hạn trả lời/su);
  });

  it('asks for what is missing from the question to the citizen', async () => {
    await app.nest.get(AskCitizen).ask(await actor('ngoc'), page.replace('/phieu/', ''), { text: QUESTION });
    const { draft, body } = await begun(officer, 'cong-van-de-nghi-bo-sung');
    expect(body).toContain(QUESTION);
    expect(textOf((await officer.get(draft)).body)).not.toContain('Còn phải viết');
  });

  it('hands on what was returned, in three forms, by the registry alone', async () => {
    const { id } = await app.receive();
    page = `/phieu/${id}`;
    const returned = { agency: 'Ủy ban nhân dân phường Lê Chân', text: REASON, verbatim: true };
    await app.nest.get(ReturnTicket).return(await actor('vanthu'), id, returned);
    for (const template of ['cong-van-khong-thuoc-tham-quyen', 'cong-van-chuyen', 'phieu-chuyen']) {
      const { draft, body } = await begun(clerk, template);
      expect(body).toContain('Ủy ban nhân dân phường Lê Chân');
      expect([template, textOf((await clerk.get(draft)).body).includes('Còn phải viết')]).toEqual([template, false]);
    }
    expect((await begun(officer, 'phieu-chuyen')).draft).toBe('');
  });
});
