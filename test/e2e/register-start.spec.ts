import PizZip from 'pizzip';
import { CheckRegister, NumberingHold, OutgoingRegister } from '../../src/documents/index.js';
import { newId } from '../../src/kernel/ids.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { takeOver, takeOverFile } from '../support/taken-over-register.js';
import { REGISTRY_CLERK } from '../support/chained-app.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const BASIS = 'Sổ giấy văn bản đi năm 2026, số cuối 411 ngày 17/03/2026';
const START = '/so-van-ban/di/bat-dau';

describe('the book of a department that starts in the middle of the year', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
  });
  afterAll(() => app.close());

  const number = (): Promise<number> => {
    const entry = {
      ...{ notation: 'SGDĐT-VP', typeName: 'Công văn', subject: 'trả lời kiến nghị', keeper: 'VT, VP' },
      ...{ signerName: 'Đỗ Quốc Khánh', recipients: ['Tổng đài 1022'], replyToId: null },
      signatureRequestId: newId(),
    };
    const register = app.nest.get(OutgoingRegister);
    return app.nest.get(UnitOfWork).run(async (tx) => (await register.number(tx, REGISTRY_CLERK, entry)).number);
  };
  const waitingId = (body: string): string => /bat-dau\/([^/"]+)\/xac-nhan/u.exec(body)?.[1] ?? '';

  it('begins at the number that one person proposes and another confirms', async () => {
    const clerk = await app.browserOf('vanthu');
    expect((await clerk.get('/so-van-ban/di')).body).toContain(`href="${START}"`);
    const flawed = await clerk.follow(await clerk.post(START, { first: '1', basis: '' }));
    expect(textOf(flawed.body)).toContain('Ghi số bắt đầu từ 2 đến 99999');
    const proposed = await clerk.follow(await clerk.post(START, { first: '412', basis: BASIS }));
    expect(textOf(proposed.body)).toContain('Người đề nghị không tự xác nhận');
    expect(waitingId(proposed.body)).toBe('');

    const leader = await app.browserOf('khanh');
    expect(textOf((await leader.get('/thong-bao')).body)).toContain('đề nghị bắt đầu từ số 412');
    const id = waitingId((await leader.get(START)).body);
    const alone = await clerk.follow(await clerk.post(`${START}/${id}/xac-nhan`));
    expect(textOf(alone.body)).toContain('Người đề nghị không tự xác nhận hay từ chối');
    await leader.get(START);
    const confirmed = await leader.follow(await leader.post(`${START}/${id}/xac-nhan`));
    expect(textOf(confirmed.body)).toContain(
      'Sổ bắt đầu từ số 412 theo sổ giấy văn bản đi năm 2026, số cuối 411 ngày 17/03/2026. Phạm Minh Tuệ đề nghị, Đỗ Quốc Khánh xác nhận',
    );
    expect(textOf((await clerk.get('/so-van-ban/di')).body)).toContain('Số tiếp theo 412');
    expect([await number(), await number()]).toEqual([412, 413]);
  });

  it('is whole from there on, on its page, on paper and by its proof', async () => {
    const clerk = await app.browserOf('vanthu');
    const page = textOf((await clerk.get('/so-van-ban/di')).body);
    expect(page).toContain('Sổ đủ số');
    expect(page).toContain('số 412 đến 413 đủ');
    expect(page).toContain('Sổ bắt đầu từ số 412 theo sổ giấy văn bản đi năm 2026');
    const { rawPayload } = await clerk.get('/so-van-ban/di.docx?nam=2026');
    const printed = textOf(new PizZip(rawPayload).file('word/document.xml')?.asText() ?? '');
    expect(printed).toContain('SỔ ĐĂNG KÝ VĂN BẢN ĐI Năm 2026 Sổ bắt đầu từ số 412 theo sổ giấy');
    const verdict = await app.nest.get(CheckRegister).check({ book: 'outgoing', year: 2026 });
    expect(verdict).toMatchObject({ accept: true, from: 412, to: 413, present: 2, gaps: [] });
  });

  it('takes no other first number once it has one, nor once it has given any', async () => {
    const clerk = await app.browserOf('vanthu');
    await clerk.get(START);
    const again = await clerk.follow(await clerk.post(START, { first: '900', basis: BASIS }));
    expect(textOf(again.body)).toContain('số bắt đầu chỉ đặt một lần');
    const copies = '/so-van-ban/sao/bat-dau';
    await clerk.get(copies);
    await clerk.post(copies, { first: '20', basis: BASIS });
    const leader = await app.browserOf('khanh');
    const id = waitingId((await leader.get(copies)).body);
    const hold = app.nest.get(NumberingHold);
    await hold.hold('Vừa phục hồi dữ liệu.');
    const held = await leader.follow(await leader.post(`${copies}/${id}/xac-nhan`));
    expect(textOf(held.body)).toContain('Chưa cấp số lúc này');
    await app.nest.get(UnitOfWork).run((tx) => hold.release(tx, {}));
    await leader.get(copies);
    const refused = await leader.follow(
      await leader.post(`${copies}/${id}/tu-choi`, { reason: 'Sổ sao dùng từ số 1' }),
    );
    expect(textOf(refused.body)).toContain('Không xác nhận: Sổ sao dùng từ số 1. Đỗ Quốc Khánh');

    const incoming = '/so-van-ban/den/bat-dau';
    await clerk.get(incoming);
    await clerk.post(incoming, { first: '300', basis: BASIS });
    await app.receive();
    const late = waitingId((await leader.get(incoming)).body);
    const came = await leader.follow(await leader.post(`${incoming}/${late}/xac-nhan`));
    expect(textOf(came.body)).toContain('đã có số hoặc đã có số bắt đầu');
    expect(textOf((await clerk.get('/so-van-ban/den')).body)).toContain('số 1 đến 1 đủ');
  });
});

describe('a register of this year that is taken over from a workbook', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
  });
  afterAll(() => app.close());

  const bring = async (book: 'di' | 'den', content: Uint8Array<ArrayBuffer>): Promise<string> => {
    const clerk = await app.browserOf('vanthu');
    await clerk.get(`/so-van-ban/${book}/bat-dau`);
    const file = { field: 'file', name: 'so-cu.xlsx', content };
    return textOf(
      (await clerk.follow(await clerk.postFile(`/so-van-ban/${book}/tiep-quan`, { source: 'sổ giấy 2026' }, file)))
        .body,
    );
  };

  it('is looked at first, with what must be repaired beside each row', async () => {
    const clerk = await app.browserOf('vanthu');
    const sample = await clerk.get('/so-van-ban/di/tiep-quan/mau.xlsx');
    expect(sample.headers['content-disposition']).toContain('mau-tiep-quan-so-van-ban-di.xlsx');
    const page = await bring(
      'di',
      await takeOverFile('outgoing', { from: 1, to: 3, also: [['2/SGDĐT-VP', '31/12/2025', 'Công văn: x']] }),
    );
    expect(page).toContain('4 dòng, số 1 đến 3; 1 dòng phải sửa.');
    expect(page).toContain('Số, ký hiệu văn bản: số 2 trùng với dòng 3.');
    expect(page).toContain('thuộc năm 2025; chỉ tiếp quản sổ năm 2026.');
    expect(page).not.toContain('Đề nghị tiếp quản sổ này');
    expect(await bring('di', await takeOverFile('outgoing', { from: 1, to: 2, formula: true }))).toContain(
      'Ô A4 là công thức',
    );
    expect(await bring('di', new TextEncoder().encode('so;ngay'))).toContain('Nội dung không đúng với đuôi tên tệp');
    expect(textOf((await clerk.get('/so-van-ban/di')).body)).toContain('chưa cấp số nào');
  });

  it('stands in the outgoing book once a second person confirms, marked, with its gaps told, and the next number follows', async () => {
    const content = await takeOverFile('outgoing', { from: 1, to: 411, without: [118, 119], voided: [200] });
    const confirmed = await takeOver(app, 'di', content);
    expect(confirmed).toContain('Số 1 đến 411 tiếp quản từ sổ giấy 2026 (tệp so-cu.xlsx); phần mềm cấp số từ 412.');
    const clerk = await app.browserOf('vanthu');
    const { body } = await clerk.get('/so-van-ban/di');
    expect(textOf(body)).toContain('số 1 đến 411 đủ, 3 số hủy Số tiếp theo 412');
    expect(textOf(body)).toContain('Tiếp quản từ sổ giấy 2026');
    const [, href = ''] = /href="(\/van-ban-di\/[^"]+)"/u.exec(body) ?? [];
    const line = (await clerk.get(href)).body;
    expect(textOf(line)).toContain('Ghi ở sổ cũ');
    expect(line).not.toContain('thu-hoi');

    const number = await app.nest.get(UnitOfWork).run((tx) =>
      app.nest.get(OutgoingRegister).number(tx, REGISTRY_CLERK, {
        ...{ notation: 'SGDĐT-VP', typeName: 'Công văn', subject: 'trả lời', keeper: 'VT', signerName: 'Khánh' },
        ...{ recipients: [], replyToId: null, signatureRequestId: newId() },
      }),
    );
    expect(number.number).toBe(412);
    const verdict = await app.nest.get(CheckRegister).check({ book: 'outgoing', year: 2026 });
    expect(verdict).toMatchObject({ accept: true, from: 1, to: 412, present: 412, voided: 3, gaps: [] });

    const { rawPayload } = await clerk.get('/so-van-ban/di.docx?nam=2026');
    const printed = textOf(new PizZip(rawPayload).file('word/document.xml')?.asText() ?? '');
    expect(printed).toContain('Số 01 đến 411 tiếp quản từ sổ giấy 2026, theo biên bản bàn giao 03/BB-VP.');
    expect(printed).toContain('02 03/01/2026 Bưu tá 2 Tiếp quản từ sổ giấy 2026; gửi bưu điện');
    expect(await bring('di', content)).toContain('không tiếp quản được nữa');
  });

  it('is found in its own book alone', async () => {
    const clerk = await app.browserOf('vanthu');
    await clerk.get('/so-van-ban/den/bat-dau');
    const file = { field: 'file', name: 'so-cu.xlsx', content: await takeOverFile('incoming', { from: 1, to: 2 }) };
    const brought = await clerk.postFile('/so-van-ban/den/tiep-quan', { source: 'sổ giấy 2026' }, file);
    const review = String(brought.headers['location']);
    expect((await clerk.get(review)).statusCode).toBe(200);
    expect((await clerk.get(review.replace('/den/', '/di/'))).statusCode).toBe(404);
  });

  it('stands in the incoming book, before what comes from now on', async () => {
    await takeOver(app, 'den', await takeOverFile('incoming', { from: 5, to: 60, without: [7] }));
    await app.receive();
    const clerk = await app.browserOf('vanthu');
    expect(textOf((await clerk.get('/so-van-ban/den')).body)).toContain('số 5 đến 61 đủ Số tiếp theo 62');
    const verdict = await app.nest.get(CheckRegister).check({ book: 'incoming', year: 2026 });
    expect(verdict).toMatchObject({ accept: true, from: 5, to: 61, present: 57, gaps: [] });
  });
});
