import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { SyncAgencies } from '../../src/exchange/index.js';
import { SignatureQueries } from '../../src/signing/index.js';
import { SigningHouse } from '../support/signing-house.js';
import { textOf } from '../support/web-visitor.js';
import type { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';

const CITY = { code: 'H24.1', name: 'Văn phòng Ủy ban nhân dân thành phố Hải Phòng' };

describe('the document of a frozen report', () => {
  let signing: SigningHouse;
  let house: TestApp;
  let supervisor: TestBrowser;

  beforeAll(async () => {
    signing = await SigningHouse.open();
    ({ house } = signing);
    house.mailroom.directory = [{ ...CITY, active: true }];
    await house.app.get(SyncAgencies).runDue();
    await house.receive();
    house.clock.set('2026-04-16T01:00:00.000Z');
    supervisor = await house.browserOf('giamsat');
  });
  afterAll(() => signing.close());

  const frozen = async (): Promise<string> => {
    const wish = { kind: 'monthly', cutOff: 'day15', day: '2026-03-20', firstDay: '', lastDay: '' };
    await supervisor.get('/bao-cao');
    const { body } = await supervisor.follow(await supervisor.post('/bao-cao', wish));
    const id = /bao-cao\/([0-9a-f-]{36})\/chot/u.exec(body)?.[1] ?? '';
    expect(body).not.toContain('Soạn văn bản để trình ký');
    await supervisor.post(`/bao-cao/${id}/chot`, { seen: /name="seen" value="([0-9a-f]{64})"/u.exec(body)?.[1] ?? '' });
    return id;
  };

  /** Posts as this person, and reads where it leads. */
  const act = async (who: TestBrowser, page: string, path: string, fields = {}): Promise<string> => {
    await who.get(page);
    return textOf((await who.follow(await who.post(`${page}${path}`, fields))).body);
  };

  it('is drafted, approved by two, signed, numbered, sealed, and sent to whom the house chose', async () => {
    const report = `/bao-cao/${await frozen()}`;
    const [clerk, leader, officer] = [
      await house.browserOf('vanthu'),
      await house.browserOf('khanh'),
      await house.browserOf('ngoc'),
    ];
    expect((await clerk.get(report)).body).not.toContain('Soạn văn bản để trình ký');
    const written = await act(supervisor, report, '/van-ban');
    expect(written).toMatch(/Báo cáo, bản thảo 1 .*Kết quả tiếp nhận, xử lý phản ánh, kiến nghị/su);
    await house.work();
    const [, draft = ''] = /href="(\/du-thao\/[0-9a-f-]{36})"/u.exec((await supervisor.get(report)).body) ?? [];
    // Asked once more, there is no second one.
    expect(await act(supervisor, report, '/van-ban')).toContain('Báo cáo, bản thảo 1');
    expect((await officer.get(draft)).statusCode).toBe(404);

    await act(supervisor, draft, '/noi-nhan', { code: CITY.code });
    await act(supervisor, draft, '/trinh');
    expect(textOf((await leader.get('/')).body)).toContain('Văn bản khác chờ tôi 1');
    expect(textOf((await leader.get('/du-thao')).body)).toContain('Duyệt nội dung');
    expect(await act(leader, draft, '/tra-lai', { reason: 'Nêu rõ nguyên nhân quá hạn.' })).toContain(
      'Đã trả lại bản thảo',
    );
    const back = textOf((await supervisor.get(draft)).body);
    expect(back).toMatch(/Đỗ Quốc Khánh trả lại lúc .*Nêu rõ nguyên nhân quá hạn\./su);
    await act(supervisor, draft, '/trinh');
    expect(await act(leader, draft, '/duyet-noi-dung')).toContain('Đã duyệt nội dung');
    expect(await act(clerk, draft, '/duyet-the-thuc')).toContain('Đã duyệt thể thức');
    await act(supervisor, draft, '/trinh-ky');
    await house.work();

    const submitted = house.desk.submitted.at(-1)!;
    expect(submitted).toMatchObject({ documentTypeCode: 'BC', notation: 'BC-SGDĐT', recipients: [] });
    const [request] = await house.app.get(SignatureQueries).ofDraft(draft.replace('/du-thao/', ''));
    const signed = await signing.sign(submitted.file.content);
    const proved = await signing.comesBack(request!, signed);
    expect(proved.state).toBe('verified');
    const waiting = textOf((await clerk.get(`/so-van-ban/di?phat-hanh=${proved.id}`)).body);
    expect(waiting).toMatch(/Gửi 1 cơ quan .*Gửi văn bản cho 1 cơ quan/su);
    expect(waiting).not.toContain('Có văn bản đến để trả lời');
    const { request: released } = await signing.seal(proved, signed);
    expect(released.state).toBe('released');

    const documents = house.mailroom.sent.flatMap(({ bytes }) => {
      const { message } = new EdxmlCodec().read(bytes);
      return message?.kind === 'document' ? [message] : [];
    });
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      to: [{ id: CITY.code, name: CITY.name }],
      typeName: 'Báo cáo',
      codeNotation: 'BC-SGDĐT',
      responseFor: [],
    });
    expect(textOf((await supervisor.get(report)).body)).toMatch(/Văn bản đi số \d+\/BC-SGDĐT .*đã phát hành/su);
    const document = textOf((await clerk.get(`/van-ban-di/${released.outgoingDocumentId ?? ''}`)).body);
    expect(document).toMatch(/Báo cáo số \d+\/BC-SGDĐT/u);
    expect(document).toContain('Gửi Văn phòng Ủy ban nhân dân thành phố Hải Phòng');
    expect(document).not.toContain('Đính chính bằng công văn');
  });
});
