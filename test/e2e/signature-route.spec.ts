import { jest } from '@jest/globals';
import { readSettings, Settings } from '../../src/config/settings.js';
import { textsOf } from '../../src/agency-profile/domain/agency-profile.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { PollSignatures, SignatureQueries, WithdrawLetter } from '../../src/signing/index.js';
import { SignatureRequestEntity } from '../../src/signing/persistence/signing.entities.js';
import { LettersOf } from '../support/letters-of.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

let app: TestApp;
const letters = new LettersOf(() => app);
const { submitted, request, says, actor, approved, ticketInHand } = letters;
beforeEach(async () => {
  app = await TestApp.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await app.close();
});

const hasAccount = (username: string, eOfficeCode: string | null) =>
  app.nest.get(UnitOfWork).run((tx) => tx.update(StaffEntity, { username }, { eOfficeCode }));
const routeOf = async (id: string) =>
  (await app.nest.get(SignatureQueries).routeOf(id)).map(
    ({ action, personName, insteadOf, status }) => `${action} ${personName} ${insteadOf ?? '-'} ${status}`,
  );
const look = () => app.nest.get(PollSignatures).poll();

/** The agency wants those who approved the content to initial, from today on. */
async function wantsInitials(): Promise<void> {
  const office = await app.browserOf('quantri');
  await office.get('/thong-tin-co-quan/soan');
  const facts = { ...textsOf(readSettings({}).agencyProfile), contact: '', 'initials.unitHead': '1' };
  const why = { latest: '1', validFrom: '2026-03-18', reason: 'Quy chế làm việc của Sở, Điều 12.' };
  const page = await office.follow(await office.post('/thong-tin-co-quan', { ...facts, ...why }));
  expect(textOf(page.body)).toContain('Thủ trưởng đơn vị đã duyệt nội dung');
}

it('a letter in signing leads to its own page in the e-office, where the installation knows one', async () => {
  const letter = await submitted();
  const page = async () => (await (await app.browserOf('ngoc')).get(`/trinh-ky/${letter.id}`)).body;
  expect(await page()).not.toContain('Mở trên hệ thống quản lý văn bản');
  Object.assign(app.nest.get(Settings).signing, { letterPage: 'https://eoffice.example/van-ban/{ma}?xem=1' });
  await app.nest.get(UnitOfWork).run((tx) => tx.update(SignatureRequestEntity, letter.id, { remoteId: 'VB/7&8' }));
  expect(await page()).toContain('href="https://eoffice.example/van-ban/VB%2F7%268?xem=1"');
});

describe('the route of a letter', () => {
  it('is its leader, in whose place he signs, and the agency’s seal, where the agency wants no initials', async () => {
    const letter = await submitted();
    expect(await routeOf(letter.id)).toEqual([
      'sign Đỗ Quốc Khánh KT. GIÁM ĐỐC waiting',
      'seal Sở Giáo dục và Đào tạo - waiting',
    ]);
    expect(app.desk.submitted[0]?.signers).toEqual([
      { order: 1, userCode: 'khanh', displayName: 'Đỗ Quốc Khánh (KT. GIÁM ĐỐC)', action: 'sign' },
    ]);
  });

  it('begins with who approved the content, is sent to the e-office in order, and shows where the letter is', async () => {
    await wantsInitials();
    await hasAccount('thang', 'thangvd');
    await hasAccount('vanthu', 'tuepm');
    const letter = await submitted();
    expect(app.desk.submitted[0]?.signers.map(({ order, userCode, action }) => [order, action, userCode])).toEqual([
      [1, 'initial', 'thangvd'],
      [2, 'sign', 'khanh'],
      [3, 'seal', 'tuepm'],
    ]);
    const at = new Date(app.clock.now().getTime() + 60_000);
    app.clock.advance(120_000);
    const steps = [{ order: 1, status: 'done', at, comment: 'Đã xem, nhất trí.' }];
    says(letter, { status: 'inProgress', revision: 3, steps });
    await look();
    says(letter, { status: 'inProgress', revision: 2, steps: [{ order: 2, status: 'done', at }] });
    await look();
    const browser = await app.browserOf('ngoc');
    const page = textOf((await browser.get(`/trinh-ky/${letter.id}`)).body);
    expect(page).toContain('1. Ký nháy: Vũ Đức Thắng, Trưởng phòng Hoàn thành, 09:01: “Đã xem, nhất trí.”');
    expect(page).toContain('2. Ký số: Đỗ Quốc Khánh, Phó Giám đốc (KT. GIÁM ĐỐC) Đang ở đây');
    expect(page).toContain('3. Đóng dấu: Sở Giáo dục và Đào tạo Chưa đến lượt');
    expect(page).toContain('Đã trình, chờ lãnh đạo ký');

    says(letter, { status: 'returned', revision: 4, lastActor: 'Đỗ Quốc Khánh', comment: 'Sửa mục 2.' });
    await look();
    expect((await routeOf(letter.id)).map((step) => step.split(' ').at(-1))).toEqual(['done', 'returned', 'cancelled']);
    const after = textOf((await browser.get(`/trinh-ky/${letter.id}`)).body);
    expect(after).toContain('Đỗ Quốc Khánh, hệ thống quản lý văn bản báo lần 4: “Sửa mục 2.”');
  });

  it('has another head of the unit, where the one who approved has no account there', async () => {
    await wantsInitials();
    await hasAccount('luc', 'lucdv');
    await app.nest
      .get(UnitOfWork)
      .run((tx) => tx.update(StaffEntity, { username: 'luc' }, { unitId: 'gdtrh', roles: ['unitHead'] }));
    const letter = await submitted();
    expect((await routeOf(letter.id))[0]).toBe('initial Đoàn Văn Lực thay Vũ Đức Thắng waiting');
  });

  it('is not begun where nobody can initial, and says what to do', async () => {
    await wantsInitials();
    const draftId = await approved(await ticketInHand());
    const browser = await app.browserOf('ngoc');
    await browser.get(`/du-thao/${draftId}`);
    const refused = await browser.follow(await browser.post(`/du-thao/${draftId}/trinh-ky`));
    expect(textOf(refused.body)).toContain(
      'Vũ Đức Thắng chưa có mã người dùng trên hệ thống quản lý văn bản để ký nháy',
    );
    expect(app.desk.submitted).toEqual([]);
    expect((await letters.draftOf(draftId)).state).toBe('approved');
  });

  it('ends where the letter is withdrawn', async () => {
    const letter = await submitted();
    await app.nest.get(WithdrawLetter).withdraw(await actor('ngoc'), letter.id, 'Thiếu phụ lục số 2.');
    expect((await request(letter.id)).state).toBe('cancelled');
    expect((await routeOf(letter.id)).every((step) => step.endsWith('cancelled'))).toBe(true);
  });
});
