import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { ReceivePending } from '../../src/exchange/index.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { REPLY } from '../../integrations/e-office/edxml/golden/messages.js';
import { Database } from '../../src/platform/database/database.js';
import { DocumentDesk, draftIn, HOME_AFFAIRS } from '../support/document-desk.js';
import { DEPARTMENT, type TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

let desk: DocumentDesk;
let app: TestApp;
let officer: TestBrowser;
let leader: TestBrowser;
let clerk: TestBrowser;

beforeAll(async () => {
  desk = await DocumentDesk.open();
  ({ app, officer, leader, clerk } = desk);
});
afterAll(() => desk.close());

const NOI_NHAN = ['Như trên', 'Lưu: VT, GDTrH.'];

describe('a letter of a person that is no feedback', () => {
  const NAME = 'Nguyễn Văn An';
  const ADDRESS = 'số 5 Lạch Tray, phường Gia Viên';
  const letter = {
    ...{ key: 'b7b1d0f2-5c57-4d7e-9a35-1f0a4a5b6c03', senderName: NAME, senderCode: '', code: '', priority: '0' },
    ...{ issuedDate: '2026-03-12', typeName: 'Đơn', subject: 'xin sao lục bằng tốt nghiệp' },
  };

  it('is answered to the person at their address, with the way by which it came, and sent by post', async () => {
    const unaddressed = await desk.act(clerk, '/van-ban-den/moi', '', { ...letter, wroteBy: 'post', address: '' });
    expect(unaddressed.text).toContain('Ghi địa chỉ để gửi văn bản trả lời.');
    await desk.act(clerk, '/van-ban-den/moi', '', { ...letter, wroteBy: 'post', address: ADDRESS });
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
    await desk.act(clerk, page, '/chuyen', { ...routing, version: '1', dueOn: '' });
    await desk.act(desk.head, page, '/giao', { officerId: 'ngoc' });
    const told = await app.nest.get(Database).reader.manager.find(NoticeEntity);
    const ofPaper = told.map(({ words }) => words).filter((words) => words.includes('văn bản đến số'));
    expect(ofPaper).toEqual(expect.arrayContaining([expect.stringContaining('giao xử lý văn bản đến số')]));
    expect(told.map(({ words }) => words).filter((words) => words.includes(NAME))).toEqual([]);
    const shown = textOf((await officer.get(page)).body);
    for (const words of [`Người viết ${NAME}`, `Địa chỉ ${ADDRESS}`, 'bản giấy, gửi qua bưu điện'])
      expect(shown).toContain(words);

    const draft = draftIn((await desk.act(officer, page, '/tra-loi', { template: 'cong-van-trien-khai' })).body);
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
    const line = await desk.released(draft, saved);
    expect(line).toMatchObject({ state: 'sealed', recipients: [`Ông/Bà ${NAME}`] });
    const outgoing = `/van-ban-di/${line.id}`;
    const [, owed = ''] =
      /action="\/van-ban-di\/[^"]+(\/gui\/[0-9a-f-]{36})"/u.exec((await clerk.get(outgoing)).body) ?? [];
    await desk.act(clerk, outgoing, owed, {
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
      from: { id: HOME_AFFAIRS.code, name: HOME_AFFAIRS.name },
      to: [DEPARTMENT],
      documentId,
      attachments: [],
    };
    app.transport.put('m-57', new EdxmlCodec().write(letter), app.clock.now(), HOME_AFFAIRS.code);
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
    expect((await desk.act(leader, page, '/chuyen', routing)).text).toContain('Đỗ Quốc Khánh');
    await desk.act(officer, page, '/giai-quyet', { settlement: 'handled', result: 'Đã cung cấp số liệu.' });
    await app.work();
    const about = statuses().filter((status) => status.endsWith(documentId));
    expect(about.map((status) => status.slice(0, 2))).toEqual(['01', '03', '04', '06']);
  });
});
