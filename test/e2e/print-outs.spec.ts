import { Database } from '../../src/platform/database/database.js';
import { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../src/documents/index.js';
import { SignatureQueries } from '../../src/signing/index.js';
import { AssignTicket, WorkOnTicket } from '../../src/tickets/index.js';
import { draftIn } from '../support/document-desk.js';
import { DAY } from '../support/life-of-a-ticket.js';
import { linesOfWord, rowsOfSheet, rowsOfWord } from '../support/print-outs.js';
import { releasedLetter } from '../support/released-letter.js';
import { SigningApp } from '../support/signing-app.js';
import type { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

/**
 * Nghị định 30/2020/NĐ-CP, Phụ lục IV: registers and the slip, column by column, of documents whose steps were each done on another day.
 *
 * 16/03/2026 is a Monday.
 */
const KEY = 'b7b1d0f2-5c57-4d7e-9a35-1f0a4a5b6c26';

const PAPER = {
  ...{ key: KEY, senderName: 'Trần Thị Mai', senderCode: '', code: '', issuedDate: '2026-03-10' },
  ...{ typeName: 'Đơn', subject: 'đề nghị cấp lại bằng tốt nghiệp', priority: '0' },
  ...{ wroteBy: 'post', address: 'số 5 đường Lạch Tray, phường Gia Viên' },
};

const LETTER = {
  ...{ signerId: 'khanh', ky_hieu: 'SGDĐT-GDTrH', reason: '' },
  ...{ trich_yeu: 'phúc đáp Đơn ngày 10/3/2026', muc: 'Việc cấp lại\nNộp hồ sơ tại bộ phận một cửa.' },
  kinh_gui: ['Ông/Bà Trần Thị Mai, địa chỉ: số 5 đường Lạch Tray, phường Gia Viên'],
  mo_dau: 'Phúc đáp Đơn ngày 10/3/2026 của Ông/Bà Trần Thị Mai, gửi qua bưu điện, Sở có ý kiến như sau:',
  ...{ loi_ket: 'Trân trọng cảm ơn./.', noi_nhan: ['Như trên', 'Lưu: VT, GDTrH.'] },
};

let signing: SigningApp;
let app: TestApp;

const lines = () => app.nest.get(Database).reader;
const register = async (book: string): Promise<readonly string[]> => {
  const clerk = await app.browserOf('vanthu');
  const [docx, xlsx] = [
    (await clerk.get(`/so-van-ban/${book}.docx?nam=2026`)).rawPayload,
    (await clerk.get(`/so-van-ban/${book}.xlsx?nam=2026`)).rawPayload,
  ];
  const rows = rowsOfWord(docx);
  const begin = rows.findIndex(([first]) => first === '(1)');
  const [printed, last] = [rows[begin + 1] ?? [], (await rowsOfSheet(xlsx)).at(-1) ?? []];
  expect([book, printed]).toEqual([book, last]);
  return printed;
};

async function does(
  username: string,
  page: string,
  path: string,
  fields: Record<string, string | readonly string[]> = {},
): Promise<string> {
  const browser = await app.browserOf(username);
  await browser.get(page);
  return (await browser.follow(await browser.post(`${page}${path}`, fields))).body;
}

const nextDay = (): void => app.clock.advance(DAY);

beforeEach(async () => {
  signing = await SigningApp.open();
  app = signing.app;
  app.clock.advance(Date.parse('2026-03-16T02:00:00Z') - app.clock.now().getTime());
});
afterEach(() => signing.close());

describe('a paper that a person sent by post, answered by post', () => {
  it('has in each column of its four registers, and in each part of its slip, the day of that step alone', async () => {
    const clerk = await app.browserOf('vanthu');
    await clerk.get('/van-ban-den/moi');
    await clerk.post('/van-ban-den/moi', PAPER);
    await app.work();
    const { id } = await lines().getRepository(IncomingDocumentEntity).findOneByOrFail({ documentId: KEY });
    const page = `/van-ban-den/${id}`;

    nextDay();
    nextDay();
    const routing = {
      ...{ version: '1', directedById: 'khanh', direction: 'Phòng GDTrH trả lời.', leadUnitId: 'gdtrh' },
      ...{ directedOn: '2026-03-17', dueOn: '2026-04-15', coordinatingUnitIds: ['van-phong'] },
    };
    await does('vanthu', page, '/chuyen', routing);
    nextDay();
    const direction = 'Kiểm tra sổ gốc cấp văn bằng.';
    await does('thang', page, '/giao', { officerId: 'ngoc', direction });
    nextDay();
    const shown = textOf((await (await app.browserOf('ngoc')).get(page)).body);
    expect(shown).toContain(`${direction} (Vũ Đức Thắng, 19/03/2026)`);
    const draft = draftIn(await does('ngoc', page, '/tra-loi', { template: 'cong-van-trien-khai' }));
    const version = /name="version" value="(\d+)"/u.exec((await (await app.browserOf('ngoc')).get(draft)).body)?.[1];
    expect(textOf(await does('ngoc', draft, '', { ...LETTER, version: version ?? '' }))).toContain('Đã lưu bản thảo');
    await app.work();
    expect(textOf(await does('ngoc', draft, '/trinh'))).toContain('Đã trình duyệt nội dung');
    app.clock.advance(3 * DAY);
    expect(textOf(await does('thang', draft, '/duyet-noi-dung'))).toContain('Đã duyệt nội dung');
    expect(textOf(await does('vanthu', draft, '/duyet-the-thuc'))).toContain('Đã duyệt thể thức');
    expect(textOf(await does('ngoc', draft, '/trinh-ky'))).toContain('Đã trình ký');
    await app.work();
    const [request] = await app.nest.get(SignatureQueries).ofDraft(draft.replace('/du-thao/', ''));
    const signed = await signing.sign(app.desk.submitted.at(-1)!.file.content);
    nextDay();
    const { request: sealed } = await signing.seal(await signing.comesBack(request!, signed), signed);
    await app.work();
    const letter = `/van-ban-di/${sealed.outgoingDocumentId ?? ''}`;

    nextDay();
    nextDay();
    const owed = await (await app.browserOf('vanthu')).get(letter);
    const [, sending = ''] = /action="[^"]*(\/gui\/[^"]+)"/u.exec(owed.body) ?? [];
    const sent = { way: 'post', sentOn: '2026-03-25', envelopes: '1', note: 'RR123456789VN', receivedOn: '' };
    expect(textOf(await does('vanthu', letter, sending, sent))).toContain('Đã ghi việc gửi văn bản.');
    await app.work();
    app.clock.advance(5 * DAY);
    const receipt = { receivedOn: '2026-03-30', note: 'RR123456789VN' };
    await does('vanthu', letter, sending.replace('/gui/', '/ky-nhan/'), receipt);

    expect(await register('den')).toEqual([
      ...['16/03/2026', '1', 'Trần Thị Mai', 'Không số', '10/03/2026', 'Đơn: đề nghị cấp lại bằng tốt nghiệp'],
      ...['Phòng Giáo dục Trung học', '18/03/2026', 'Vũ Đức Thắng, 19/03/2026', 'Trả lời ngày 26/03/2026'],
    ]);
    expect(await register('theo-doi')).toEqual([
      ...['1', 'Đơn, 10/03/2026, Trần Thị Mai', 'Phòng Giáo dục Trung học', '15/04/2026'],
      ...['Đã trả lời, 26/03/2026', '01/SGDĐT-GDTrH, 24/03/2026', ''],
    ]);
    expect(await register('di')).toEqual([
      ...['01/SGDĐT-GDTrH', '24/03/2026', 'Công văn: phúc đáp Đơn ngày 10/3/2026', 'Đỗ Quốc Khánh'],
      ...['Ông/Bà Trần Thị Mai', 'VT, GDTrH', '01', '25/03/2026'],
      ...['Gửi qua bưu điện 25/03/2026, RR123456789VN; ký nhận 30/03/2026', ''],
    ]);
    expect(await register('buu-dien')).toEqual([
      ...['25/03/2026', '01/SGDĐT-GDTrH', 'Trần Thị Mai, văn bản đến số 1', '01'],
      ...['RR123456789VN, ký nhận 30/03/2026', ''],
    ]);
    const slip = await (await app.browserOf('vanthu')).get(`${page}/phieu-giai-quyet.docx`);
    const said = linesOfWord(slip.rawPayload);
    expect(said.slice(said.findIndex((line) => line.startsWith('Số đến')))).toEqual([
      'Số đến: 1, ngày đến: 16/3/2026',
      'Văn bản đến: Đơn ngày 10/3/2026 của Trần Thị Mai về việc đề nghị cấp lại bằng tốt nghiệp',
      '1. Ý kiến của lãnh đạo cơ quan',
      ...['- Giao đơn vị, cá nhân chủ trì:', '+ Phòng Giáo dục Trung học, thời hạn: 15/4/2026;'],
      ...['- Giao đơn vị, cá nhân phối hợp:', '+ Văn phòng Sở, thời hạn: 15/4/2026;'],
      ...['- Ý kiến chỉ đạo: Đỗ Quốc Khánh: Phòng GDTrH trả lời.', '- Ngày cho ý kiến: 17/3/2026'],
      '2. Ý kiến của lãnh đạo đơn vị',
      ...['- Giao cá nhân:', '+ Nguyễn Thị Hồng Ngọc, thời hạn: 15/4/2026;'],
      ...['- Ý kiến chỉ đạo: Vũ Đức Thắng: Kiểm tra sổ gốc cấp văn bằng.', '- Ngày cho ý kiến: 19/3/2026'],
      '3. Ý kiến đề xuất của người giải quyết',
      ...['- Đề xuất: Trả lời bằng văn bản số 01/SGDĐT-GDTrH', '- Ngày đề xuất: 26/3/2026'],
    ]);
  });
});

describe('feedback of the hotline, answered through the exchange', () => {
  it('has in each column of its registers, and in each part of its slip, the day of that step alone', async () => {
    const { id, incomingDocumentId, dueAt } = await app.receive();
    const person = signing.letters.actor;
    const assign = app.nest.get(AssignTicket);
    nextDay();
    const helping = { unitId: 'nui-voi', question: 'Báo cáo việc thu tiền.', dueAt: null };
    await assign.assign(await person('khanh'), {
      ...{ ticketId: id, unitId: 'gdtrh', officerId: 'ngoc', directive: 'Xác minh tại trường.' },
      coordinators: [helping],
    });
    nextDay();
    await assign.assign(await person('thang'), {
      ...{ ticketId: id, unitId: 'gdtrh', officerId: 'ngoc', directive: 'Làm việc với nhà trường.' },
    });
    nextDay();
    await app.nest.get(WorkOnTicket).accept(await person('ngoc'), id);
    nextDay();
    const letter = await releasedLetter(app, { id, incomingDocumentId });
    await app.work();
    const due = dueAt.toISOString().slice(0, 10).split('-').toReversed();

    const [arrived, , , , issued, , unit, routed, receipt, note] = await register('den');
    expect([arrived, issued, unit, routed, receipt, note]).toEqual([
      ...['16/03/2026', '16/03/2026', 'Phòng Giáo dục Trung học', '17/03/2026'],
      ...['Nguyễn Thị Hồng Ngọc, 19/03/2026', 'Trả lời ngày 20/03/2026'],
    ]);
    expect((await register('theo-doi')).slice(2)).toEqual([
      ...['Phòng Giáo dục Trung học', due.join('/'), 'Đã trả lời, 20/03/2026', '01/SGDĐT-GDTrH, 20/03/2026', ''],
    ]);
    const { issuedDate } = await lines().getRepository(OutgoingDocumentEntity).findOneByOrFail({ id: letter });
    expect(issuedDate).toBe('2026-03-20');
    const slip = await (await app.browserOf('vanthu')).get(`/phieu/${id}/phieu-giai-quyet.docx`);
    const said = linesOfWord(slip.rawPayload);
    expect(said.slice(said.findIndex((line) => line.startsWith('1.')))).toEqual([
      '1. Ý kiến của lãnh đạo cơ quan',
      ...['- Giao đơn vị, cá nhân chủ trì:', '+ Phòng Giáo dục Trung học, thời hạn: 23/3/2026;'],
      ...['- Giao đơn vị, cá nhân phối hợp:', '+ Trường THPT Núi Voi, thời hạn: 20/3/2026;'],
      ...['- Ý kiến chỉ đạo: Đỗ Quốc Khánh: Xác minh tại trường.', '- Ngày cho ý kiến: 17/3/2026'],
      '2. Ý kiến của lãnh đạo đơn vị',
      ...['- Giao cá nhân:', '+ Ông Nguyễn Thị Hồng Ngọc, thời hạn: 23/3/2026;'],
      ...['- Ý kiến chỉ đạo: Vũ Đức Thắng: Làm việc với nhà trường.', '- Ngày cho ý kiến: 18/3/2026'],
      '3. Ý kiến đề xuất của người giải quyết',
      ...['- Đề xuất: Trả lời bằng văn bản số 01/SGDĐT-GDTrH', '- Ngày đề xuất: 20/3/2026'],
    ]);
  });
});
