import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { SyncAgencies } from '../../src/exchange/index.js';
import type { DocumentMessage } from '../../src/exchange/ports/message.js';
import { ReportDesk } from '../support/report-desk.js';
import { SigningApp } from '../support/signing-app.js';
import type { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';
import { edited, words } from '../support/word-edits.js';

const CITY = { code: 'H24.1', name: 'Văn phòng Ủy ban nhân dân thành phố Hải Phòng' };
const HOME = { code: 'H24.7', name: 'Sở Nội vụ thành phố Hải Phòng' };
const organ = ({ code: id, name }: typeof CITY) => ({ id, name });
const BEGIN = 'Soạn văn bản để trình ký';

let signing: SigningApp;
let app: TestApp;
let desk: ReportDesk;
let report: string;

beforeAll(async () => {
  signing = await SigningApp.open();
  ({ app } = signing);
  app.transport.directory = [CITY, HOME].map((agency) => ({ ...agency, active: true }));
  await app.nest.get(SyncAgencies).runDue();
  await app.receive();
  app.clock.set('2026-04-16T01:00:00.000Z');
  desk = await ReportDesk.open(app);
});
afterAll(() => signing.close());

const versionOf = async (draft: string): Promise<string> =>
  /name="version" value="(\d+)"/u.exec((await desk.people.supervisor.get(draft)).body)?.[1] ?? '';

const documents = (): readonly DocumentMessage[] =>
  app.transport.sent.flatMap(({ bytes }) => {
    const { message } = new EdxmlCodec().read(bytes);
    return message?.kind === 'document' ? [message] : [];
  });

const released = async (draft: string): Promise<string> => {
  const request = await desk.submitted(draft);
  const signed = await signing.sign(app.desk.submitted.at(-1)!.file.content);
  const { request: after } = await signing.seal(await signing.comesBack(request, signed), signed);
  expect(after.state).toBe('released');
  return `/van-ban-di/${after.outgoingDocumentId ?? ''}`;
};

const recalled = async (document: string): Promise<string> => {
  await desk.act(desk.people.clerk, document, '/thu-hoi', { reason: 'Ghi nhầm kỳ báo cáo ở trích yếu.' });
  const asked = textOf((await desk.people.leader.get(document)).body);
  await desk.act(desk.people.leader, document, '/thu-hoi/dong-y');
  await app.work();
  return asked;
};

describe('the document of a report', () => {
  let draft: string;
  let document: string;

  it('is begun by supervision once the report is frozen, and is for those who may see it', async () => {
    const { supervisor, leader, clerk } = desk.people;
    const made = await desk.made();
    ({ report } = made);
    expect(made.body).not.toContain(BEGIN);
    await desk.freeze(made);
    for (const other of [leader, clerk]) {
      expect((await other.get(report)).body).not.toContain(BEGIN);
      await other.post(`${report}/van-ban`);
    }
    expect((await supervisor.get(report)).body).toContain(BEGIN);
    draft = await desk.begun(report);
    // Asked once more, there is no second one.
    expect(await desk.begun(report)).toBe(draft);
    expect((await (await app.browserOf('ngoc')).get(draft)).statusCode).toBe(404);
    expect(textOf((await clerk.get(draft)).body)).toMatch(/Báo cáo, bản thảo 1 .*Kết quả tiếp nhận, xử lý/su);
  });

  it('comes back with a reason, and is changed in the form and in Word', async () => {
    const { supervisor, leader } = desk.people;
    await desk.act(supervisor, draft, '/noi-nhan', { code: CITY.code });
    await desk.act(supervisor, draft, '/trinh');
    expect(textOf((await leader.get('/')).body)).toContain('Văn bản khác chờ tôi 1');
    expect(textOf((await leader.get('/du-thao')).body)).toContain('Duyệt nội dung');
    await desk.act(leader, draft, '/tra-lai', { reason: 'Nêu rõ nguyên nhân quá hạn.' });
    const back = textOf((await supervisor.get(draft)).body);
    expect(back).toMatch(/Đỗ Quốc Khánh trả lại lúc .*Nêu rõ nguyên nhân quá hạn\./su);

    const form = {
      ...{ signerId: 'khanh', ky_hieu: 'BC-SGDĐT', reason: 'Rút gọn lời kết.', loi_ket: 'Trân trọng báo cáo./.' },
      trich_yeu: 'Kết quả tiếp nhận, xử lý phản ánh, kiến nghị tháng 4 năm 2026',
      ...{ kinh_gui: ['Ủy ban nhân dân thành phố Hải Phòng'], noi_nhan: ['Như trên', 'Lưu: VT, VP.'] },
    };
    expect(await desk.act(supervisor, draft, '', { ...form, version: await versionOf(draft) })).toContain(
      'Đã lưu bản thảo',
    );
    await app.work();
    expect((await supervisor.get(draft)).body).toContain(`${draft}/ban/2/trang/1.jpg`);

    const file = (await supervisor.get(`${draft}/ban/2/sua-trong-word.docx`)).rawPayload;
    const { docx } = await edited(file, words('Kỳ trước tiếp nhận', 'Kỳ trước đã tiếp nhận'));
    const content = new Uint8Array(docx);
    const brought = await supervisor.follow(
      await supervisor.postFile(
        `${draft}/nop-word`,
        { version: await versionOf(draft), reason: 'Nêu nguyên nhân.' },
        { field: 'file', name: 'Báo cáo sửa.docx', content },
      ),
    );
    expect(textOf(brought.body)).toContain('Đã lưu bản 3 từ tệp Word.');
    await app.work();
  });

  it('is approved by two, signed, numbered, sealed, and sent to whom the agency chose', async () => {
    const { supervisor, clerk, leader } = desk.people;
    const request = await desk.submitted(draft);
    const sent = app.desk.submitted.at(-1)!;
    expect(sent).toMatchObject({ documentTypeCode: 'BC', notation: 'BC-SGDĐT', recipients: [] });
    expect(textOf((await leader.get('/du-thao')).body)).toContain('Ký trên hệ thống QLVB');
    const signed = await signing.sign(sent.file.content);
    const proved = await signing.comesBack(request, signed);
    expect(proved.state).toBe('verified');
    const waiting = textOf((await clerk.get(`/so-van-ban/di?phat-hanh=${proved.id}`)).body);
    expect(waiting).toMatch(/Gửi 1 cơ quan .*Gửi văn bản cho 1 cơ quan/su);
    expect(waiting).not.toContain('Có văn bản đến để trả lời');
    const { request: after } = await signing.seal(proved, signed);
    document = `/van-ban-di/${after.outgoingDocumentId ?? ''}`;

    expect(documents()).toHaveLength(1);
    expect(documents()[0]).toMatchObject({
      ...{ to: [organ(CITY)], typeName: 'Báo cáo', codeNotation: 'BC-SGDĐT', responseFor: [], business: 'new' },
    });
    expect(textOf((await supervisor.get(report)).body)).toMatch(/Văn bản đi số \d+\/BC-SGDĐT .*đã phát hành/su);
    expect((await supervisor.get(report)).body).not.toContain(BEGIN);
    const page = (await clerk.get(document)).body;
    expect(textOf(page)).toMatch(/Báo cáo số \d+\/BC-SGDĐT.*Văn bản của Báo cáo/su);
    expect(textOf(page)).toContain(`Gửi ${CITY.name}`);
    expect(textOf(page)).not.toContain('Đính chính bằng công văn');
    expect(page).toContain(`href="${report}"`);
  });

  it('is recalled from those who have it, and another takes its place', async () => {
    await recalled(document);
    const [, revoked] = documents();
    expect(revoked).toMatchObject({ to: [organ(CITY)], business: 'revoke' });
    expect(textOf((await desk.people.supervisor.get(report)).body)).toMatch(/ĐÃ THU HỒI.*Soạn văn bản để trình ký/su);

    const second = await desk.begun(report);
    expect(second).not.toBe(draft);
    app.transport.sent.length = 0;
    const alone = await released(second);
    expect(documents()).toEqual([]);
    expect(await recalled(alone)).toContain('Văn bản không gửi qua liên thông');

    app.transport.takesDocumentOnce = true;
    const third = await desk.begun(report);
    for (const { code } of [CITY, HOME]) await desk.act(desk.people.supervisor, third, '/noi-nhan', { code });
    await released(third);
    expect(documents().map(({ to }) => to)).toEqual([[organ(CITY), organ(HOME)]]);
  });
});
