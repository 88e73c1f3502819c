import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { Database } from '../../src/platform/database/database.js';
import { FilePlans, PublishFilePlan } from '../../src/records/index.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { StaffDirectory, WorkInHand } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { unsignedPdf } from '../support/agency-pen.js';
import { DocumentDesk, draftIn, HOME_AFFAIRS } from '../support/document-desk.js';
import { type TestApp } from '../support/test-app.js';
import { TestProgram } from '../support/test-program.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

const KEY = 'b7b1d0f2-5c57-4d7e-9a35-1f0a4a5b6c01';
const PAPER_KEY = 'b7b1d0f2-5c57-4d7e-9a35-1f0a4a5b6c02';

let desk: DocumentDesk;
let app: TestApp;
let officer: TestBrowser;
let head: TestBrowser;
let leader: TestBrowser;
let clerk: TestBrowser;

beforeAll(async () => {
  desk = await DocumentDesk.open();
  ({ app, officer, head, leader, clerk } = desk);
});
afterAll(() => desk.close());

const PLAN = {
  ...{ signerId: 'khanh', ky_hieu: 'KH-SGDĐT', reason: '' },
  mo_dau: 'Thực hiện nhiệm vụ năm học, Sở Giáo dục và Đào tạo ban hành Kế hoạch như sau:',
  muc: 'Mục đích\nNâng cao chất lượng.\n\nTổ chức thực hiện\nCác phòng thực hiện theo Phụ lục.',
  nhiem_vu: 'Tập huấn cán bộ | Văn phòng Sở | Các trường | Tháng 5/2026',
  tieu_de_phu_luc: 'Phân công nhiệm vụ',
  loi_ket: 'Các đơn vị báo cáo về Sở để được hướng dẫn./.',
};

describe('a document that stands by itself', () => {
  const form = { key: KEY, template: 'ke-hoach', subject: 'Tập huấn cán bộ đầu mối', receivers: 'Các phòng (để t/h)' };

  it('is begun by who may draft, once however often the form is sent', async () => {
    expect((await leader.get('/soan-van-ban')).statusCode).toBe(403);
    const wrong = await desk.act(officer, '/soan-van-ban', '', { ...form, template: 'cong-van-tra-loi' });
    expect(wrong.text).toContain('Chọn loại văn bản.');
    const first = draftIn((await desk.act(officer, '/soan-van-ban', '', form)).body);
    expect(first).not.toBe('');
    expect(draftIn((await desk.act(officer, '/soan-van-ban', '', form)).body)).toBe(first);
    expect(textOf((await officer.get(first)).body)).toContain('Còn phải viết: Mở đầu, Các mục, Nhiệm vụ');
    expect((await (await app.browserOf('luc')).get(first)).statusCode).toBe(404);
  });

  it('goes the road of every letter, and stands in the outgoing register with its receivers', async () => {
    const draft = draftIn((await desk.act(officer, '/soan-van-ban', '', form)).body);
    const noiNhan = ['Các phòng (để t/h)', 'Lưu: VT, GDTrH.'];
    const line = await desk.released(draft, { ...PLAN, trich_yeu: 'Tập huấn cán bộ đầu mối', noi_nhan: noiNhan });
    expect(line).toMatchObject({ state: 'released', typeName: 'Kế hoạch', recipients: ['Các phòng'], replyToId: null });
    expect(app.desk.submitted.at(-1)).toMatchObject({ documentTypeCode: 'KH', notation: 'KH-SGDĐT' });
    expect(textOf((await clerk.get('/so-van-ban/di')).body)).toMatch(/KH-SGDĐT.*Tập huấn cán bộ đầu mối/su);
    expect((await officer.get(`/tep/van-ban-di/${line.id}.pdf`)).statusCode).toBe(200);
  });
});

describe('an incoming document without a ticket', () => {
  const paper = {
    ...{
      key: PAPER_KEY,
      senderName: HOME_AFFAIRS.name,
      senderCode: HOME_AFFAIRS.code,
      code: '41/SNV-CCHC',
      issuedDate: '2026-03-10',
    },
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
    const unknown = await desk.act(clerk, '/van-ban-den/moi', '', { ...paper, key: KEY, senderCode: 'H99.1' });
    expect(unknown.text).toContain('Danh bạ cơ quan không có mã này');
  });

  it('is routed by what a leader directed, and stands in the work of its unit with its day', async () => {
    const routing = {
      ...{ version: '1', directedById: 'khanh', direction: 'Phòng GDTrH tham mưu kế hoạch.', leadUnitId: 'gdtrh' },
      ...{ directedOn: '2026-03-11', dueOn: '2026-12-31', coordinatingUnitIds: ['van-phong'] },
    };
    expect((await desk.act(clerk, page, '/chuyen', { ...routing, directedById: 'ngoc' })).text).toContain(
      'Chọn lãnh đạo',
    );
    const routed = await desk.act(clerk, page, '/chuyen', routing);
    expect(routed.text).toMatch(/Phòng GDTrH tham mưu kế hoạch\..*Đỗ Quốc Khánh.*Phạm Minh Tuệ ghi/su);
    expect((await desk.act(clerk, page, '/chuyen', routing)).text).toContain('Chuyển lại');
    expect(textOf((await officer.get('/')).body)).toContain('Văn bản đến chờ xử lý 1');
    expect(textOf((await officer.get('/van-ban-den')).body)).toMatch(/Đơn vị tôi chủ trì.*Hạn 31\/12/su);
    await desk.act(head, page, '/giao', { officerId: 'ngoc' });
    await desk.act(clerk, page, '/y-kien', { opinion: 'Văn phòng thống nhất.' });
    expect(textOf((await officer.get(page)).body)).toMatch(/Nguyễn Thị Hồng Ngọc.*Văn phòng thống nhất\./su);
    expect((await line()).handler).toBe('Phòng Giáo dục Trung học');
    expect((await officer.get(`${page}/phieu-giai-quyet.docx`)).statusCode).toBe(200);
    const [, scan] = /href="(\/tep\/van-ban\/[0-9a-f-]{36})"/u.exec((await officer.get(page)).body) ?? [];
    expect((await officer.get(scan ?? '')).statusCode).toBe(200);
  });

  it('is answered by a plan with its annexes, signed and released without a ticket', async () => {
    const draft = draftIn((await desk.act(officer, page, '/tra-loi', { template: 'ke-hoach' })).body);
    expect((await officer.get(draft)).body).toContain('Thực hiện Công văn số 41/SNV-CCHC ngày 10/3/2026');
    expect(
      (await desk.act(officer, page, '/giai-quyet', { settlement: 'handled', result: 'Đã xong việc.' })).text,
    ).toContain('Văn bản trả lời đang soạn');
    const noiNhan = [HOME_AFFAIRS.name, 'Lưu: VT, GDTrH.'];
    const letter = await desk.released(draft, {
      ...PLAN,
      trich_yeu: 'Cải cách hành chính năm 2026',
      noi_nhan: noiNhan,
    });
    expect(letter).toMatchObject({ state: 'released', replyToId: incoming.id, typeName: 'Kế hoạch' });
    expect(desk.documents().at(-1)).toMatchObject({
      ...{ to: [{ id: HOME_AFFAIRS.code, name: HOME_AFFAIRS.name }], typeName: 'Kế hoạch', codeNotation: 'KH-SGDĐT' },
      responseFor: [expect.objectContaining({ organId: HOME_AFFAIRS.code, code: '41/SNV-CCHC' })],
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
    expect(textOf(shown)).toMatch(
      /Ý kiến chỉ đạo \(Đỗ Quốc Khánh, 11\/03\/2026\): Phòng GDTrH tham mưu kế hoạch\..*Ý kiến phối hợp \(Văn phòng Sở, 18\/03\/2026\): Văn phòng thống nhất\./su,
    );
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
    expect((await desk.act(officer, page, '/ho-so', { place: '' })).text).toContain('Chọn hồ sơ.');
    const moved = await desk.act(officer, answer ?? '', '/ho-so', { place: 'muc:05' });
    expect(moved.text).toMatch(/Hồ sơ 05\.0001 – Cải cách hành chính, năm 2026.*Đã đưa văn bản vào hồ sơ/su);
    expect(textOf((await officer.get(page)).body)).toContain('Hồ sơ 05.0001');
    expect(textOf((await officer.get(file ?? '')).body)).toContain('Chuyển sang hồ sơ 05.0001.');
  });

  it('tells how many copies each receiver gets, as the registry enters them', async () => {
    const [, answer = ''] = /href="(\/van-ban-di\/[0-9a-f-]{36})"/u.exec((await officer.get(page)).body) ?? [];
    expect((await desk.act(officer, answer, '/so-ban', { 'copies.0': '2' })).text).not.toContain('Đã ghi số bản');
    expect((await desk.act(clerk, answer, '/so-ban', { 'copies.0': 'hai' })).text).toContain(
      'Ghi số bản từ 0 đến 9999',
    );
    expect((await desk.act(clerk, answer, '/so-ban', { 'copies.0': '12' })).text).toMatch(
      /\(12 bản\).*Đã ghi số bản/su,
    );
    expect(textOf((await clerk.get('/so-van-ban/di')).body)).toContain(`${HOME_AFFAIRS.name} (12 bản)`);
    const program = await TestProgram.of(app, 'ngoc');
    const { body } = await program.get('registers/outgoing?year=2026');
    const lines = body['lines'] as { id: string; recipients: object[] }[];
    expect(lines.find(({ id }) => answer.endsWith(id))?.recipients).toEqual([{ name: HOME_AFFAIRS.name, copies: 12 }]);
  });

  it('is handled again once its answer is recalled, goes with the work of its unit, and may end without a letter', async () => {
    const [, outgoing] = /href="(\/van-ban-di\/[0-9a-f-]{36})"/u.exec((await officer.get(page)).body) ?? [];
    await desk.act(clerk, outgoing ?? '', '/thu-hoi', { reason: 'Ghi nhầm thời hạn ở Phụ lục.' });
    await desk.act(leader, outgoing ?? '', '/thu-hoi/dong-y');
    await app.work();
    expect(textOf((await officer.get(page)).body)).toContain('Đang giải quyết');
    const other = draftIn((await desk.act(officer, page, '/tra-loi', { template: 'to-trinh' })).body);
    const version = /name="version" value="(\d+)"/u.exec((await clerk.get(page)).body)?.[1] ?? '';
    const routing = { version, directedById: 'khanh', direction: 'Chuyển trường.', leadUnitId: 'nui-voi' };
    const moved = await desk.act(clerk, page, '/chuyen', { ...routing, directedOn: '2026-03-11', dueOn: '' });
    expect(moved.text).toContain('Bỏ dự thảo đó trước khi chuyển đơn vị khác.');
    await desk.act(officer, other, '/bo');

    const handOver = {
      from: { unitId: 'gdtrh' },
      to: { unitId: 'van-phong', officerId: null },
      because: 'Sắp xếp lại.',
    };
    await app.nest.get(UnitOfWork).run(async (tx) => app.nest.get(WorkInHand).handOver(tx, SYSTEM, handOver));
    expect((await officer.get(page)).statusCode).toBe(404);
    const settled = await desk.act(clerk, page, '/giai-quyet', {
      settlement: 'noted',
      result: 'Đã báo cáo, lưu hồ sơ.',
    });
    expect(settled.text).toContain('Để biết: Đã báo cáo, lưu hồ sơ.');
    expect(await line()).toMatchObject({ outcome: 'noted' });
  });
});
