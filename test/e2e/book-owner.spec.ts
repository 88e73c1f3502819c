import { jest } from '@jest/globals';
import { CheckRegister, OutgoingDocumentEntity } from '../../src/documents/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { WithdrawLetter, type SignatureRequestEntity } from '../../src/signing/index.js';
import { SigningDesk } from '../../src/signing/ports/signing-desk.port.js';
import { AppAtOffice } from '../support/app-at-office.js';
import { decideOwner } from '../support/order-of-acts.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

let there: AppAtOffice;
let clerk: TestBrowser;
beforeAll(async () => {
  there = await AppAtOffice.open();
  await decideOwner(there.app, 'eOffice');
});
beforeEach(async () => {
  clerk = await there.app.browserOf('vanthu');
});
afterAll(() => there.close());
afterEach(() => jest.restoreAllMocks());

const signed = async (): Promise<SignatureRequestEntity> =>
  there.acts('sign', await there.submitted(await there.approved()));

const lines = (): Promise<OutgoingDocumentEntity[]> =>
  there.app.nest.get(Database).reader.manager.find(OutgoingDocumentEntity, { order: { number: 'ASC' } });

const check = () => there.app.nest.get(CheckRegister).check({ book: 'outgoing', year: 2026 });

const place = ({ id }: SignatureRequestEntity): string => `/so-van-ban/di?phat-hanh=${id}`;

async function press(letter: SignatureRequestEntity): Promise<string> {
  await clerk.get(place(letter));
  return textOf((await clerk.follow(await clerk.post(`/phat-hanh/${letter.id}`))).body);
}

async function enters(
  letter: SignatureRequestEntity,
  number: string,
  issuedDate: string,
  confirmed = '',
): Promise<string> {
  await clerk.get(place(letter));
  const answer = await clerk.post(`/phat-hanh/${letter.id}/so-da-cap`, { number, issuedDate, confirmed });
  return textOf((await clerk.follow(answer)).body);
}

/** A document that the e-office numbered and that is none of ours. */
async function entersOther(number: string, confirmed = ''): Promise<string> {
  await clerk.get('/so-van-ban/di');
  const answer = await clerk.post('/so-van-ban/di/van-ban-khac', {
    ...{ number, notation: 'SGDĐT-TCCB', issuedDate: '2026-03-18', typeName: 'Quyết định', keeper: 'VT, TCCB' },
    ...{ subject: 'về việc cử cán bộ đi học', signerName: 'Đặng Vĩnh Phúc', recipients: 'Như Điều 3', confirmed },
  });
  return textOf((await clerk.follow(answer)).body);
}

/** What the e-office's own book holds. */
const book = async (): Promise<readonly string[]> => {
  const { numbers } = (await there.look('/api/ledger')) as {
    numbers: { documentNumber: string; issuedDate: string }[];
  };
  return numbers.map(({ documentNumber, issuedDate }) => `${documentNumber} ${issuedDate}`);
};

describe('a book that the e-office owns', () => {
  it('gives a signed letter its number and date, which are entered with their source, sealed and released', async () => {
    const letter = await signed();
    const page = await clerk.get(place(letter));
    expect(textOf(page.body)).toContain('Số tiếp theo do hệ thống quản lý văn bản cấp');
    expect(textOf(page.body)).toContain('Vào sổ theo số, ngày hệ thống quản lý văn bản cấp');
    expect(await press(letter)).toContain('Đã xin số của hệ thống quản lý văn bản');
    await there.app.work();
    expect(await lines()).toMatchObject([
      { number: 1, issuedDate: '2026-03-18', givenBy: { by: 'eOffice' }, state: 'numbered' },
    ]);
    expect(await there.acts('seal', letter)).toMatchObject({ state: 'released', proof: { passed: true } });
    expect(await book()).toEqual(['01 2026-03-18']);
    expect(textOf((await clerk.get('/so-van-ban/di')).body)).toContain('Số do hệ thống quản lý văn bản cấp');
    expect(await check()).toMatchObject({ accept: true, gaps: [], present: 1, givenThere: 1 });
  });

  it('stops at a number that it gave twice, tells the clerk, and goes on once it is set right there', async () => {
    await there.robot('/api/numbers', { year: 2026, next: 1 });
    const letter = await signed();
    await press(letter);
    await there.app.work();
    expect((await there.letters.request(letter.id)).state).toBe('verified');
    expect(await lines()).toHaveLength(1);
    const stopped = textOf((await clerk.get(place(letter))).body);
    const why = 'Hệ thống quản lý văn bản cấp số 01, ngày 18/03/2026. Số 01 đã thuộc về 01/';
    expect(stopped).toContain(why);
    const told = await there.app.nest.get(Database).reader.manager.findBy(NoticeEntity, { staffId: 'vanthu' });
    expect(told.some(({ words }) => words.includes(why))).toBe(true);

    await there.robot(`/api/signature-requests/${letter.clientRequestId}/number`, {
      ...{ documentNumber: '02', issuedDate: '2026-03-18' },
    });
    expect(await press(letter)).toContain('Đã xin số');
    await there.app.work();
    expect(await there.acts('seal', letter)).toMatchObject({ state: 'released' });
    expect((await lines()).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('names the numbers that it gave to others as missing', async () => {
    await there.robot('/api/numbers', { year: 2026, next: 5 });
    const letter = await signed();
    await press(letter);
    await there.app.work();
    await there.acts('seal', letter);
    expect(await check()).toMatchObject({ accept: false, gaps: [3, 4], duplicates: [] });
    expect(textOf((await clerk.get('/so-van-ban/di')).body)).toContain('Chưa có dòng: số 3, 4.');
  });

  it('lets the clerk account for the numbers of others, so that the register has no gap', async () => {
    expect(await entersOther('2')).toContain('Số 02 đã thuộc về 02/');
    expect(await entersOther('3')).toContain('Đã ghi văn bản vào sổ theo hệ thống quản lý văn bản.');
    const page = await entersOther('4');
    expect(page).toContain('04/SGDĐT-TCCB');
    expect(page).toContain(
      'Ghi theo hệ thống quản lý văn bản; Số do hệ thống quản lý văn bản cấp, Phạm Minh Tuệ ghi vào',
    );
    expect(await check()).toMatchObject({ accept: true, gaps: [], present: 5, givenThere: 5 });
  });

  it('asks once, however often the job runs and whatever the e-office keeps to itself', async () => {
    const letter = await signed();
    await press(letter);
    await there.fails();
    await there.app.work();
    expect(textOf((await clerk.get(place(letter))).body)).toContain('chờ hệ thống quản lý văn bản trả lời');
    expect(await press(letter)).toContain('Người khác vừa cập nhật trước');
    await there.returns();
    there.app.clock.advance(3_600_000);
    expect(await there.unfinishedJobs()).toEqual([]);
    expect((await there.letters.request(letter.id)).state).toBe('sealing');
    expect(await book()).toHaveLength(4);
  });

  it('voids the number of a letter that was withdrawn while it was on the way', async () => {
    const letter = await signed();
    const desk = there.app.nest.get(SigningDesk);
    const answer = desk.takeNumber.bind(desk);
    jest.spyOn(desk, 'takeNumber').mockImplementationOnce(async (asked) => {
      const given = await answer(asked);
      const officer = await there.letters.actor('ngoc');
      await there.app.nest.get(WithdrawLetter).withdraw(officer, letter.id, 'Nội dung phải viết lại.');
      return given;
    });
    await press(letter);
    await there.app.work();
    expect((await lines()).at(-1)).toMatchObject({
      ...{ state: 'voided', voidReason: 'Văn bản đã rút trước khi hệ thống quản lý văn bản cấp số' },
    });
    expect((await there.letters.request(letter.id)).state).toBe('cancelled');
  });

  it('is followed by hand where it gives no numbers over the wire', async () => {
    const letter = await signed();
    const desk = there.app.nest.get(SigningDesk);
    const abilities = new Set([...desk.abilities].filter((ability) => ability !== 'takeNumber'));
    jest.replaceProperty(desk, 'abilities', abilities);
    const form = textOf((await clerk.get(place(letter))).body);
    expect(form).toContain('Ghi đúng số, ngày đã cấp trên hệ thống quản lý văn bản');
    expect(await press(letter)).toContain('Số văn bản đi do hệ thống quản lý văn bản cấp');
    expect(await enters(letter, '2', '2026-03-18')).toContain('Số 02 đã thuộc về 02/');
    expect(await enters(letter, '20/SGDĐT', '2026-03-18')).toContain('Ghi riêng số, không kèm ký hiệu');
    expect(await enters(letter, '20', '2025-12-31')).toContain('thuộc năm khác; chỉ nhận số của năm 2026');
    expect(await enters(letter, '20', '2026-12-31')).toContain('chưa tới');
    const asked = await enters(letter, '200', '2026-03-18');
    expect(asked).toMatch(/Số 200 cách số cuối của sổ \(7\), bỏ qua 192 số\. Xem lại số/u);
    expect(asked).toContain('Số 200 đúng như trên hệ thống quản lý văn bản');
    expect(await enters(letter, '201', '2026-03-18', '200')).toContain('Số 201 cách số cuối của sổ');
    expect(await enters(letter, '20', '2026-03-18')).toContain('Đã vào sổ theo số đã cấp');
    expect((await lines()).at(-1)).toMatchObject({
      ...{ number: 20, issuedDate: civilDate('2026-03-18'), givenBy: { by: 'clerk', name: 'Phạm Minh Tuệ' } },
    });
  });

  it('is filled with numbers of others that leave many out only where the clerk confirms them', async () => {
    expect(await entersOther('60')).toContain('Số 60 cách số cuối của sổ (20), bỏ qua 39 số. Xem lại số');
    expect(await lines()).toHaveLength(8);
    expect(await entersOther('60', '60')).toContain('Đã ghi văn bản vào sổ theo hệ thống quản lý văn bản.');
    expect((await lines()).at(-1)).toMatchObject({ number: 60, givenBy: { by: 'clerk' } });
  });
});

describe('a book that the e-office owned', () => {
  let asked: SignatureRequestEntity;
  beforeAll(async () => {
    asked = await signed();
    clerk = await there.app.browserOf('vanthu');
    await press(asked);
    await decideOwner(there.app, 'here');
  });

  it('still takes the numbers of others, so that its gaps are filled', async () => {
    expect(textOf((await clerk.get('/so-van-ban/di')).body)).toContain('Chưa có dòng: số 8, 9');
    expect(await entersOther('9')).toContain('Đã ghi văn bản vào sổ theo hệ thống quản lý văn bản.');
  });

  it('numbers the letter that it was asked to number, and our register does not as well', async () => {
    expect(await press(asked)).toContain('Người khác vừa cập nhật trước');
    await there.app.work();
    const line = (await lines()).find(({ signatureRequestId }) => signatureRequestId === asked.id);
    expect(line).toMatchObject({ number: 8, givenBy: { by: 'eOffice' } });
  });
});
