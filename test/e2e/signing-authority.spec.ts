import { SigningAuthorities } from '../../src/delegation/index.js';
import { PDF } from '../support/life-of-a-ticket.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';

const PLACE = '/tham-quyen-ky';

const DELEGATION = {
  ...{ personId: 'thang', form: 'TUQ', sourceId: '', position: 'Trưởng phòng Giáo dục Trung học', collective: '' },
  ...{ kinds: 'cong-van-tra-loi', field: 'Trả lời phản ánh về tuyển sinh lớp 10', validFrom: '2026-03-18' },
  ...{ validTo: '2026-04-10', basis: '125/GUQ-SGDĐT', basisDate: '2026-03-17' },
};
const WRITTEN = { field: 'file', name: 'uy-quyen.pdf', content: new Uint8Array(PDF) };
const UNCHOSEN = { field: 'file', name: '', content: '' };

describe('rule 38: who may sign, in the browser', () => {
  let app: TestApp;
  let office: TestBrowser;
  beforeEach(async () => {
    app = await TestApp.open();
    office = await app.browserOf('vanthu');
    await office.get(PLACE);
  });
  afterEach(() => app.close());

  const table = () => app.nest.get(SigningAuthorities, { strict: false }).all();
  it('is read by everybody, and written by the Office and the administrator alone', async () => {
    const officer = await app.browserOf('ngoc');
    const { body } = await officer.get(PLACE);
    expect(body).toContain('KT. GIÁM ĐỐC');
    expect(body).toContain('Đỗ Quốc Khánh');
    expect(body).not.toContain('Lưu thẩm quyền ký');
    await officer.post(PLACE, { personId: 'khanh', form: 'head' });
    await officer.post(`${PLACE}/khanh-KT/cham-dut`, { endedFrom: '2026-03-18', reason: 'Không còn phụ trách.' });
    expect((await table()).map(({ endedFrom }) => endedFrom)).toEqual([null]);
  });

  it('takes a delegation with its file, shows its block, hands out the file, and says that it ends soon', async () => {
    const answer = await office.postFile(PLACE, DELEGATION, WRITTEN);
    const page = (await office.follow(answer)).body;
    for (const words of ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG GIÁO DỤC TRUNG HỌC', 'Vũ Đức Thắng: hết ngày 10/04/2026'])
      expect(page).toContain(words);
    const line = (await table()).find(({ form }) => form === 'TUQ');
    const file = await office.get(`${PLACE}/${line?.id ?? ''}/tep`);
    expect([file.statusCode, file.body.startsWith('%PDF')]).toEqual([200, true]);
  });

  it('refuses a delegation without its file at the field, and keeps what was typed', async () => {
    const page = (await office.follow(await office.postFile(PLACE, DELEGATION, UNCHOSEN))).body;
    expect(page).toContain('Chọn tệp văn bản ủy quyền');
    expect(page).toContain('id="them-file-e"');
    expect(page).toContain('value="125/GUQ-SGDĐT"');
    expect(await table()).toHaveLength(1);
  });

  it('shows the block before anything is kept', async () => {
    const page = (await office.follow(await office.postFile(`${PLACE}/xem`, DELEGATION, UNCHOSEN))).body;
    expect(page).toContain('Khối ký sẽ in: TUQ. GIÁM ĐỐC / TRƯỞNG PHÒNG GIÁO DỤC TRUNG HỌC / Vũ Đức Thắng.');
    expect(await table()).toHaveLength(1);
  });

  it('ends a line from a day, with a reason, once', async () => {
    const end = { endedFrom: '2026-03-20', reason: 'Nghỉ hưu theo Quyết định 9/QĐ-SGDĐT.' };
    const refused = await office.follow(await office.post(`${PLACE}/khanh-KT/cham-dut`, { ...end, reason: '' }));
    expect(refused.body).toContain('Ghi căn cứ, lý do chấm dứt');
    const page = (await office.follow(await office.post(`${PLACE}/khanh-KT/cham-dut`, end))).body;
    expect(page).toContain('Sắp hết');
    expect(page).toContain('Nghỉ hưu theo Quyết định 9/QĐ-SGDĐT.');
    await office.post(`${PLACE}/khanh-KT/cham-dut`, { ...end, endedFrom: '2026-05-01' });
    expect((await table()).map(({ endedFrom }) => endedFrom)).toEqual(['2026-03-20']);
  });
});
