import { jest } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CheckRegister, OutgoingDocumentEntity } from '../../src/documents/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { ReviewDraft } from '../../src/drafting/index.js';
import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import { Database } from '../../src/platform/database/database.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { SignatureQueries, WithdrawLetter, type SignatureRequestEntity } from '../../src/signing/index.js';
import type { LetterProof } from '../../src/signing/domain/proof/letter-proof.js';
import { SubmitReply } from '../../src/tickets/index.js';
import { LettersOf } from '../support/letters-of.js';
import { decideOrder } from '../support/order-of-acts.js';
import { SigningOffice } from '../support/signing-office.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const HOUR = 3_600_000;

/** Of those who give out certificates and lists of revoked ones. */
let presentDay = new Date('2026-03-18T01:00:00Z');
let office: SigningOffice;
let app: TestApp;
const { actor, approved, submitted, request, ticketInHand, titles } = new LettersOf(() => app);

beforeAll(async () => {
  office = await SigningOffice.open({ now: () => presentDay });
});
afterAll(() => office.close());

beforeEach(async () => {
  presentDay = new Date('2026-03-18T01:00:00Z');
  app = await TestApp.open();
  office.serve(app);
  await decideOrder(app, 'numberThenSign');
});
afterEach(async () => {
  jest.restoreAllMocks();
  await app.close();
});

const lines = (): Promise<OutgoingDocumentEntity[]> =>
  app.nest.get(Database).reader.manager.find(OutgoingDocumentEntity, { order: { number: 'ASC' } });

const register = async () => {
  const { accept, voided, gaps } = await app.nest.get(CheckRegister).check({ book: 'outgoing', year: 2026 });
  return { accept, voided, gaps };
};

const failing = ({ proof }: SignatureRequestEntity): readonly string[] =>
  (proof as LetterProof).lines
    .filter(({ result }) => result !== 'pass' && result !== 'notChecked')
    .map(({ code }) => code);

function aDayLater(): void {
  app.clock.advance(24 * HOUR);
  presentDay = app.clock.now();
}

/** What went to the leader. */
const sent = (): Buffer => app.desk.submitted.at(-1)!.file.content;

/** The letter that came back is approved as it is and goes to the leader once more. */
async function submitAgain({ draftId }: SignatureRequestEntity): Promise<SignatureRequestEntity> {
  app.clock.advance(60_000);
  const [officer, review] = [await actor('ngoc'), app.nest.get(ReviewDraft)];
  await review.send(officer, draftId);
  await app.work();
  await review.approve(await actor('thang'), draftId, 'content');
  await review.approve(await actor('vanthu'), draftId, 'format');
  const id = await app.nest.get(SubmitReply).submit(officer, draftId);
  await app.work();
  return request(id);
}

describe('a number that is given before the leader signs', () => {
  it('stands in the register and in the page from the submission on, and is released with the letter', async () => {
    const letter = await submitted();
    expect(await lines()).toMatchObject([{ number: 1, state: 'numbered', issuedDate: '2026-03-18' }]);
    expect(app.desk.submitted).toMatchObject([{ entry: { number: '01', issuedDate: '2026-03-18' } }]);
    expect((await titles(letter.caseId)).slice(0, 2)).toEqual([
      'Trình lãnh đạo ký',
      'Giữ số văn bản đi, in vào bản trình ký',
    ]);
    const clerk = await app.browserOf('vanthu');
    expect(textOf((await clerk.get('/so-van-ban/di')).body)).toContain('Giữ số, chờ ký và đóng dấu');

    const signed = await office.sign(sent(), app.clock.now());
    const verified = await office.says(app, letter, { status: 'signed', file: signed });
    expect([failing(verified), verified.state]).toEqual([[], 'verified']);
    const waiting = await clerk.get(`/so-van-ban/di?phat-hanh=${letter.id}`);
    expect(textOf(waiting.body)).toContain('Giữ đúng số 01/SGDĐT-GDTrH, ngày 18/03/2026, đã vào sổ và in khi trình ký');
    await clerk.follow(await clerk.post(`/phat-hanh/${letter.id}`));
    await app.work();
    expect(app.desk.sealed).toHaveLength(1);
    expect(app.desk.sealed[0]).not.toHaveProperty('entry');
    expect((await titles(letter.caseId))[0]).toBe('Yêu cầu đóng dấu, số đã in khi trình');

    const sealed = await office.seal(signed, app.clock.now());
    const released = await office.says(app, letter, { status: 'sealed', file: sealed });
    expect([failing(released), released.state]).toEqual([[], 'released']);
    expect(await lines()).toMatchObject([{ number: 1, state: 'released' }]);
    expect(await register()).toEqual({ accept: true, voided: 0, gaps: [] });
    expect(app.transport.sent.filter(({ kind }) => kind === 'document')).toHaveLength(1);
  });

  it('makes a file whose two signatures other programs call valid', async () => {
    const letter = await submitted();
    const sealed = await office.seal(await office.sign(sent(), app.clock.now()), app.clock.now());
    const folder = mkdtempSync(join(tmpdir(), 'two-signatures-'));
    writeFileSync(join(folder, 'a.pdf'), sealed);
    const said = execFileSync('pdfsig', ['-nocert', join(folder, 'a.pdf')], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(said.match(/Signature Validation: Signature is Valid\./gu)).toHaveLength(2);
    expect(said).toContain('Total document signed');
    expect((await app.nest.get(FileStore).get((await request(letter.id)).submittedSha256)).equals(sent())).toBe(true);
  });

  it('is void when the leader gives the letter back, with what he said; the next submission takes another one', async () => {
    const letter = await submitted();
    const back = await office.says(app, letter, { status: 'returned', comment: 'Sửa lại đoạn hai.' });
    expect(back.state).toBe('returned');
    expect(await lines()).toMatchObject([
      { number: 1, state: 'voided', voidReason: 'Lãnh đạo trả lại: Sửa lại đoạn hai.' },
    ]);
    expect((await titles(letter.caseId)).slice(0, 2)).toContain('Hủy số văn bản đi đã giữ');
    const clerk = await app.browserOf('vanthu');
    expect(textOf((await clerk.get('/so-van-ban/di')).body)).toContain('Lãnh đạo trả lại: Sửa lại đoạn hai.');

    const again = await submitAgain(letter);
    expect((await lines()).map(({ number, state }) => [number, state])).toEqual([
      [1, 'voided'],
      [2, 'numbered'],
    ]);
    const signed = await office.sign(sent(), app.clock.now());
    expect((await office.says(app, again, { status: 'signed', file: signed })).state).toBe('verified');
    expect(await register()).toEqual({ accept: true, voided: 1, gaps: [] });
  });

  it.each<[string, (letter: SignatureRequestEntity) => Promise<unknown>, string]>([
    [
      'the leader refuses to sign',
      (letter) => office.says(app, letter, { status: 'rejected', comment: 'Không thuộc thẩm quyền.' }),
      'Lãnh đạo từ chối ký: Không thuộc thẩm quyền.',
    ],
    [
      'it is withdrawn there',
      (letter) => office.says(app, letter, { status: 'cancelled' }),
      'Rút lại, không trình ký nữa',
    ],
    [
      'its author withdraws it',
      async (letter) =>
        app.nest.get(WithdrawLetter).withdraw(await actor('ngoc'), letter.id, 'Trình nhầm bản thảo cũ.'),
      'Rút lại, không trình ký nữa: Trình nhầm bản thảo cũ.',
    ],
    [
      'another file comes back',
      async (letter) => office.says(app, letter, { status: 'signed', file: Buffer.from('%PDF-1.7\nkhác\n%%EOF\n') }),
      'Bản ký trả về không đạt',
    ],
    [
      'it is signed on another day than the one that it bears',
      async (letter) => {
        aDayLater();
        return office.says(app, letter, { status: 'signed', file: await office.sign(sent(), app.clock.now()) });
      },
      'Bản ký trả về không đạt',
    ],
  ])('is void when %s', async (_what, happens, reason) => {
    const letter = await submitted();
    await happens(letter);
    expect(await lines()).toMatchObject([{ number: 1, state: 'voided', voidReason: reason }]);
    const draft = await app.nest.get(Database).reader.manager.findOneBy(DraftEntity, { id: letter.draftId });
    expect(draft?.state).toBe('editing');
    expect(await register()).toEqual({ accept: true, voided: 1, gaps: [] });
  });

  it('is void when the e-office does not take the letter', async () => {
    jest.spyOn(app.desk, 'submit').mockRejectedValueOnce(new OutsideRefused('EO-VALIDATION', 'Tệp quá lớn.'));
    const letter = await submitted();
    expect(letter.state).toBe('failed');
    expect(await lines()).toMatchObject([
      { number: 1, state: 'voided', voidReason: 'Hệ thống quản lý văn bản không nhận bản trình ký: Tệp quá lớn.' },
    ]);
  });

  it('is not taken for a letter whose page bears the year before', async () => {
    const draftId = await approved(await ticketInHand());
    app.clock.set('2027-01-04T02:00:00.000Z');
    const submission = app.nest.get(SubmitReply).submit(await actor('ngoc'), draftId);
    await expect(submission).rejects.toMatchObject({
      details: { message: expect.stringContaining('ghi “năm 2026”, nay là “năm 2027”') as string },
    });
    expect(await lines()).toEqual([]);
  });

  it('says why a letter that was signed a day later must be put before the leader again', async () => {
    const letter = await submitted();
    aDayLater();
    const late = await office.says(app, letter, {
      status: 'signed',
      file: await office.sign(sent(), app.clock.now()),
    });
    expect([failing(late), late.state]).toEqual([['register'], 'proofFailed']);
    const page = textOf((await (await app.browserOf('ngoc')).get(`/trinh-ky/${letter.id}`)).body);
    expect(page).toContain('Lãnh đạo ký ngày 19/03/2026, không phải ngày ghi trên văn bản');
  });

  it('is printed in the same bytes at every try to hand the letter in', async () => {
    const submit = jest.spyOn(app.desk, 'submit').mockRejectedValueOnce(new Error('Đường truyền đứt.'));
    await submitted();
    app.clock.advance(HOUR);
    await app.work();
    const [first, second] = submit.mock.calls.map(([{ file }]) => file.content);
    expect(submit).toHaveBeenCalledTimes(2);
    expect(first!.equals(second!)).toBe(true);
    expect(await lines()).toHaveLength(1);
  });

  it('stays with a letter whose seal failed, until the registry voids it', async () => {
    const letter = await submitted();
    const signed = await office.sign(sent(), app.clock.now());
    await office.says(app, letter, { status: 'signed', file: signed });
    const clerk = await app.browserOf('vanthu');
    await clerk.get(`/so-van-ban/di?phat-hanh=${letter.id}`);
    await clerk.post(`/phat-hanh/${letter.id}`);
    await app.work();
    await office.says(app, letter, { status: 'failed', comment: 'Thiết bị ký hỏng.' });
    expect(await lines()).toMatchObject([{ number: 1, state: 'numbered' }]);
    await clerk.post(`/phat-hanh/${letter.id}/huy-so`, { reason: 'Hệ thống quản lý văn bản không đóng được dấu' });
    expect(await lines()).toMatchObject([
      { state: 'voided', voidReason: 'Hệ thống quản lý văn bản không đóng được dấu' },
    ]);
    expect((await app.nest.get(SignatureQueries).byId(letter.id))?.state).toBe('cancelled');
  });
});

describe('the order in which a letter was submitted', () => {
  it('stays with it when the agency decides otherwise afterwards', async () => {
    const letter = await submitted();
    await decideOrder(app, 'signThenNumber');
    const signed = await office.sign(sent(), app.clock.now());
    const verified = await office.says(app, letter, { status: 'signed', file: signed });
    expect([failing(verified), verified.state]).toEqual([[], 'verified']);
    expect(await lines()).toHaveLength(1);
  });
});
