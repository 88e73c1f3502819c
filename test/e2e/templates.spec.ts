import { readFileSync } from 'node:fs';
import { KINDS, templateFile } from '../../templates/catalogue.js';
import { HIDDEN_WORDS, inBody, REPLY, spoilt } from '../../src/drafting/lint/spoilt-template.fixture.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';

const PLACE = '/mau-van-ban';
const HERE = `${PLACE}/${REPLY}`;
const REASON = 'Công văn 12/SGDĐT-VP ngày 17/3/2026 về câu mở đầu.';
const ours = readFileSync(templateFile(REPLY));
const reworded = spoilt(inBody('nhận được {loai_y_kien}', 'đã tiếp nhận {loai_y_kien}'));

describe('the templates of the agency, in the browser', () => {
  let app: TestApp;
  let clerk: TestBrowser;
  beforeEach(async () => {
    app = await TestApp.open();
    clerk = await app.browserOf('vanthu');
  });
  afterEach(() => app.close());

  const bring = async (content: Buffer, name = 'mau.docx', who = clerk): Promise<string> => {
    await who.get(HERE);
    const answer = await who.postFile(HERE, {}, { field: 'file', name, content: new Uint8Array(content) });
    return String(answer.headers.location);
  };
  const typed = { validFrom: '2026-04-01', reason: REASON, acceptedBecause: '' };

  it('lists every kind with its picture and what is in use, for everybody', async () => {
    const officer = await app.browserOf('ngoc');
    const { body } = await officer.get(PLACE);
    for (const { title } of KINDS) expect(body).toContain(title);
    expect(body.match(/Bản có sẵn 1/gu)).toHaveLength(KINDS.length);
    const picture = await officer.get(`${HERE}/hinh/1.png`);
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/png']);
    const page = (await officer.get(HERE)).body;
    expect(page).toContain('{trich_yeu}');
    expect(page).toContain('Trích yếu');
    expect(page).not.toContain('type="file"');
  });

  it('hands out the DOCX in use, and the sample that it makes', async () => {
    const docx = await clerk.get(`${HERE}/ban/1.docx`);
    expect(docx.rawPayload.equals(ours)).toBe(true);
    expect((await clerk.get(`${HERE}/dien-thu/1.docx`)).rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it.each([
    '/khong-co',
    `/${REPLY}/ban/9.docx`,
    `/${REPLY}/ban/own-1.docx`,
    `/${REPLY}/hinh/99.png`,
    `/${REPLY}/tep/x`,
  ])('knows nothing at %s', async (path) => {
    expect((await clerk.get(`${PLACE}${path}`)).statusCode).toBe(404);
  });

  it('says of a broken template which field, which is near and where, and offers no use of it', async () => {
    const report = await bring(spoilt(inBody('{nguoi_ky}', '{nguoi_ki}')), 'sai.docx');
    const page = (await clerk.get(report)).body;
    expect(page).toContain('Thân văn bản, trường {nguoi_ki}');
    expect(page).toContain('Viết {nguoi_ky}.');
    expect(page).toContain('Có 1 chỗ phải sửa');
    expect(page).not.toContain('Dùng mẫu này');
    await clerk.post(report, typed);
    expect((await clerk.get(HERE)).body).not.toContain('Bản 1 của cơ quan');
  });

  it('takes a sound one into use from a day on, shows it coming, and lets it be withdrawn', async () => {
    const report = await bring(reworded);
    await app.work();
    const page = (await clerk.get(report)).body;
    expect(page).toContain('Mẫu đạt');
    expect(page).toContain(`${report}/trang/1.jpg`);
    expect((await clerk.get(`${report}/trang/1.jpg`)).statusCode).toBe(200);
    expect((await clerk.get(`${report}/dien-thu.docx`)).statusCode).toBe(200);

    await clerk.get(report);
    const list = (await clerk.follow(await clerk.post(report, typed))).body;
    expect(list).toContain('Bản 1 của cơ quan');
    expect(list).toContain('Chưa đến ngày');
    expect(list).toContain(REASON);
    expect((await clerk.get(`${HERE}/ban/own-1.docx`)).rawPayload.equals(reworded)).toBe(true);
    expect((await clerk.get(PLACE)).body).toContain('Bản 1 của cơ quan, từ');

    await clerk.get(HERE);
    const short = (await clerk.follow(await clerk.post(`${HERE}/ban/1/rut`, { reason: 'nhầm' }))).body;
    expect(short).toContain('Ghi vì sao rút: cần từ 10 ký tự');
    const withdrawn = (
      await clerk.follow(await clerk.post(`${HERE}/ban/1/rut`, { reason: 'Chọn nhầm tệp năm trước.' }))
    ).body;
    expect(withdrawn).toContain('Đã rút');
  });

  it('names what is missing beside its field, and keeps what was typed', async () => {
    const report = await bring(spoilt(HIDDEN_WORDS));
    await clerk.get(report);
    const change = { validFrom: '2026-03-01', reason: 'đổi' };
    const page = (await clerk.follow(await clerk.post(report, { ...typed, ...change }))).body;
    for (const field of ['validFrom', 'reason', 'acceptedBecause']) expect(page).toContain(`href="#${field}"`);
    expect(page).toContain('value="01/03/2026"');
    expect(page).toContain('Nên xem lại');
  });

  it('is changed by those alone who look after the form of documents', async () => {
    const report = await bring(reworded);
    const officer = await app.browserOf('ngoc');
    await officer.get(PLACE);
    await bring(reworded, 'a.docx', officer);
    await officer.post(report, typed);
    expect((await clerk.get(HERE)).body).not.toContain('Bản 1 của cơ quan');
    expect((await clerk.get(HERE)).body).not.toContain('a.docx');
    const administrator = await app.browserOf('quantri');
    expect(await bring(ours, 'b.docx', administrator)).toContain(`${HERE}/tep/`);
  });

  it('asks for a file where none was chosen', async () => {
    await clerk.get(HERE);
    const answer = await clerk.postFile(HERE, {}, { field: 'file', name: '', content: '' });
    expect((await clerk.follow(answer)).body).toContain('Chọn một tệp Word rồi bấm Kiểm tra mẫu.');
  });
});
