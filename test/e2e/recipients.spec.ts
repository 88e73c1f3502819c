import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { SyncAgencies } from '../../src/exchange/index.js';
import type { Agency } from '../../src/exchange/ports/message-transport.port.js';
import type { DocumentMessage } from '../../src/exchange/ports/message.js';
import { SigningApp } from '../support/signing-app.js';
import { HOTLINE, type TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const HOME = { code: 'H24.7', legacyCode: '000.00.07.H24', name: 'Sở Nội vụ thành phố Hải Phòng' };
const DISTRICT = { code: 'H24.40', name: 'Ủy ban nhân dân đặc khu Cát Hải' };

const listed = (agency: Omit<Agency, 'active'>): Agency => ({ active: true, ...agency });

let signing: SigningApp;
let app: TestApp;

beforeEach(async () => {
  signing = await SigningApp.open();
  ({ app } = signing);
  app.transport.directory = [
    listed(HOME),
    listed(DISTRICT),
    listed({ code: 'H24.3', name: 'Sở Giáo dục và Đào tạo thành phố Hải Phòng', legacyCode: '000.00.03.H24' }),
    listed({ code: HOTLINE.id, name: HOTLINE.name }),
  ];
  await app.nest.get(SyncAgencies).runDue();
});
afterEach(() => signing.close());

const codec = new EdxmlCodec();
/** By their first receiver: each leaves with an ordering key of its own, in any order. */
const documents = (): readonly DocumentMessage[] =>
  app.transport.sent
    .flatMap(({ bytes }) => {
      const { message } = codec.read(bytes);
      return message?.kind === 'document' ? [message] : [];
    })
    .toSorted((a, b) => ((a.to[0]?.id ?? '') < (b.to[0]?.id ?? '') ? -1 : 1));
const receivers = (business: DocumentMessage['business']): readonly (readonly string[])[] =>
  documents()
    .filter((message) => message.business === business)
    .map(({ to }) => to.map(({ id }) => id));

/** The officer chooses one by its name, the registry one by its old code, as long as the letter has not left. */
const chooseTwo = async (draftId: string): Promise<void> => {
  const [officer, clerk] = [await app.browserOf('ngoc'), await app.browserOf('vanthu')];
  const page = `/du-thao/${draftId}/noi-nhan`;
  const found = await officer.get(`${page}?tim=dac+khu+cat+hai`);
  expect(textOf(found.body)).toContain('Ủy ban nhân dân đặc khu Cát Hải');
  const chosen = await officer.follow(await officer.post(page, { code: DISTRICT.code, tim: 'dac khu' }));
  expect(textOf(chosen.body)).toMatch(/Đã chọn 1 cơ quan .*Công văn chưa ghi cơ quan này ở Nơi nhận/su);
  await clerk.get(page);
  await clerk.post(page, { code: HOME.legacyCode });
};

describe('a letter to several agencies', () => {
  it('leaves to each of them in a message of its own, and is recalled from each', async () => {
    const { letters } = signing;
    const ticket = await letters.ticketInHand();
    const draftId = await letters.begin(ticket);
    await chooseTwo(draftId);
    const officer = await app.browserOf('ngoc');
    const page = `/du-thao/${draftId}/noi-nhan`;
    for (const [code, said] of [
      ['000.00.03.H24', 'Đây là cơ quan của mình'],
      ['H99.1', 'không còn trong danh mục'],
    ] as const) {
      await officer.get(page);
      expect(textOf((await officer.follow(await officer.post(page, { code }))).body)).toContain(said);
    }
    // The agency that is answered gets it anyway.
    await officer.post(page, { code: HOTLINE.id });
    const { request } = await signing.sealedFrom(draftId);

    expect(request.state).toBe('released');
    expect(receivers('new')).toEqual([[HOTLINE.id], [DISTRICT.code], [HOME.code]]);
    const [answer, ...copies] = documents();
    expect(answer?.responseFor).toHaveLength(1);
    expect(copies.map(({ responseFor, documentId }) => [responseFor.length, documentId])).toEqual([
      [0, answer?.documentId],
      [0, answer?.documentId],
    ]);
    expect(new Set(app.transport.sent.map(({ consignmentId }) => consignmentId)).size).toBe(app.transport.sent.length);
    const late = await officer.follow(await officer.post(page, { code: DISTRICT.code }));
    expect(textOf(late.body)).toContain('Danh sách không sửa được ở bước này.');

    const [clerk, leader] = [await app.browserOf('vanthu'), await app.browserOf('khanh')];
    const document = `/van-ban-di/${request.outgoingDocumentId ?? ''}`;
    const { body } = await clerk.get(document);
    expect(textOf(body)).toContain('Gửi Sở Nội vụ thành phố Hải Phòng Nơi nhận đã nhận');
    const [course = ''] = /\/trao-doi\/dang-cho\/\d+(?=">\s*Bản ghi trao đổi)/u.exec(body) ?? [];
    expect(textOf((await clerk.get(course)).body)).toContain('Văn bản trả lời Việc số');
    expect((await officer.get(document)).body).not.toContain('Bản ghi trao đổi');
    await clerk.post(`${document}/thu-hoi`, { reason: 'Ghi nhầm tên trường ở phần kết quả.' });
    await leader.get(document);
    await leader.post(`${document}/thu-hoi/dong-y`);
    await app.work();
    expect(receivers('revoke')).toEqual([[HOTLINE.id], [DISTRICT.code], [HOME.code]]);
  });

  it('does not go to one that was left out, by whichever of its codes', async () => {
    const { letters } = signing;
    const draftId = await letters.begin(await letters.ticketInHand());
    await chooseTwo(draftId);
    const clerk = await app.browserOf('vanthu');
    const page = `/du-thao/${draftId}/noi-nhan`;
    expect(textOf((await clerk.get(page)).body)).toContain('Đã chọn 2 cơ quan');
    const left = await clerk.follow(await clerk.post(`${page}/bo`, { code: HOME.legacyCode }));
    expect(textOf(left.body)).toContain('Đã chọn 1 cơ quan');
  });

  it('is answered although another agency is refused, and all stand in one message where a document is taken once', async () => {
    const { letters } = signing;
    const first = await letters.begin(await letters.ticketInHand());
    await chooseTwo(first);
    app.transport.unknown.add(DISTRICT.code);
    const { request } = await signing.sealedFrom(first);
    expect(receivers('new')).toEqual([[HOTLINE.id], [HOME.code]]);
    const statuses = app.transport.sent.flatMap(({ bytes }) => {
      const { message } = codec.read(bytes);
      return message?.kind === 'status' ? [message.status] : [];
    });
    expect(statuses).toContain('06');
    const clerk = await app.browserOf('vanthu');
    const { body } = await clerk.get('/trao-doi');
    expect(textOf(body)).toContain('Không có cơ quan mang mã H24.40.');
    // The row says to whom the letter did not go, and leads to the letter; who may not see the registers reads neither.
    const letter = `/van-ban-di/${request.outgoingDocumentId ?? ''}`;
    expect([textOf(body).includes(`Gửi ${DISTRICT.name}`), body.includes(letter)]).toEqual([true, true]);
    const admin = (await (await app.browserOf('quantri')).get('/trao-doi')).body;
    expect([textOf(admin).includes(`Gửi ${DISTRICT.name}`), admin.includes(letter)]).toEqual([false, false]);

    app.transport.sent.length = 0;
    app.transport.takesDocumentOnce = true;
    const second = await letters.begin(await letters.ticketInHand());
    await chooseTwo(second);
    app.transport.unknown.clear();
    await signing.sealedFrom(second);
    expect(receivers('new')).toEqual([[HOTLINE.id, DISTRICT.code, HOME.code]]);
  });
});
