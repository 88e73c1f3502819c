import { jest } from '@jest/globals';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { Database } from '../../src/platform/database/database.js';
import { PollSignatures, NumberAndSeal, WithdrawLetter, type SignatureRequestEntity } from '../../src/signing/index.js';
import type { RemoteSignatureState, SigningDesk } from '../../src/signing/ports/signing-desk.port.js';
import { SubmitReply } from '../../src/tickets/index.js';
import { LettersOf } from '../support/letters-of.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const REASON = 'Thiếu phụ lục số 2, xin trình lại.';

let app: TestApp;
const letters = new LettersOf(() => app);
const { actor, submitted, approved, ticketInHand, request, titles } = letters;
beforeEach(async () => {
  app = await TestApp.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await app.close();
});

const draftOf = ({ draftId }: SignatureRequestEntity) =>
  app.nest.get(Database).reader.manager.findOneByOrFail(DraftEntity, { id: draftId });
const withdraw = async (who: string, { id }: { readonly id: string }, why = REASON) =>
  app.nest.get(WithdrawLetter).withdraw(await actor(who), id, why);
/** The desk by its port, for what it is made to answer. */
const desk = (): SigningDesk => app.desk;
const signedState = ({ clientRequestId }: SignatureRequestEntity): RemoteSignatureState => ({
  ...{ clientRequestId, signatureRequestId: 'KS-9', revision: 9, status: 'signed' },
  ...{ changedAt: app.clock.now(), signedFile: { fileId: 'cong-van', sha256: 'a' } },
});

describe('a letter that is withdrawn while the e-office is away', () => {
  it('goes back to its author at once; the e-office hears of it when it answers again', async () => {
    const letter = await submitted();
    const cancel = jest.spyOn(desk(), 'cancel').mockRejectedValue(new OutsideUnavailable('no answer'));
    const browser = await app.browserOf('ngoc');
    expect(textOf((await browser.get(`/trinh-ky/${letter.id}`)).body)).toContain('Rút trình ký…');
    const short = await browser.follow(await browser.post(`/trinh-ky/${letter.id}/rut`, { reason: 'sai' }));
    expect(textOf(short.body)).toContain('Viết lý do rút, từ 10 ký tự');
    const done = await browser.follow(await browser.post(`/trinh-ky/${letter.id}/rut`, { reason: REASON }));
    const page = textOf(done.body);
    expect(page).toContain('Đã rút trình ký; văn bản đã về người soạn.');
    expect(page).toContain('đang báo hệ thống quản lý văn bản rút văn bản');
    expect(page).not.toContain('Rút trình ký…');
    await app.work();
    expect(await request(letter.id)).toMatchObject({ state: 'cancelled', comment: REASON, withdrawal: 'asked' });
    expect(await draftOf(letter)).toMatchObject({ state: 'editing', returnReason: `Rút trình ký: ${REASON}` });
    expect((await titles(letter.caseId))[0]).toBe('Rút trình ký, trả công văn về người soạn');

    cancel.mockResolvedValue();
    app.clock.advance(3_600_000);
    await app.work();
    expect(await request(letter.id)).toMatchObject({ state: 'cancelled', withdrawal: 'done' });
    expect(cancel.mock.calls.at(-1)).toEqual([letter.clientRequestId, `Sở rút lại: ${REASON}`]);
  });

  it('is never submitted, where it had not got there', async () => {
    jest.spyOn(desk(), 'submit').mockRejectedValue(new OutsideUnavailable('no answer'));
    const letter = await submitted();
    expect(letter.state).toBe('pending');
    await withdraw('thang', letter);
    jest.restoreAllMocks();
    jest.spyOn(desk(), 'cancel').mockRejectedValue(new OutsideRefused('EO-NOT-FOUND', 'Không có.'));
    app.clock.advance(3_600_000);
    await app.work();
    expect(app.desk.submitted).toEqual([]);
    expect(await request(letter.id)).toMatchObject({ state: 'cancelled', withdrawal: 'done' });
  });

  it('is taken out again where it got there meanwhile', async () => {
    const id = await app.nest.get(SubmitReply).submit(await actor('ngoc'), await approved(await ticketInHand()));
    const cancel = jest.spyOn(desk(), 'cancel');
    jest.spyOn(desk(), 'submit').mockImplementationOnce(async () => {
      await withdraw('ngoc', { id });
      return { signatureRequestId: 'KS-1', duplicate: false };
    });
    await app.work();
    await app.work();
    expect(await request(id)).toMatchObject({ state: 'cancelled', remoteId: 'KS-1', withdrawal: 'done' });
    expect(cancel).toHaveBeenCalledTimes(2);
  });
});

describe('a letter that the e-office does not give back', () => {
  it('stays withdrawn here; what was signed is kept as evidence, and is released by nobody', async () => {
    const letter = await submitted();
    jest.spyOn(desk(), 'cancel').mockRejectedValue(new OutsideRefused('EO-STATE', 'Lãnh đạo đã ký.'));
    jest.spyOn(desk(), 'states').mockResolvedValue([signedState(letter)]);
    const fetched = jest.spyOn(desk(), 'signedFile').mockResolvedValue(Buffer.from('%PDF-1.7 signed too late'));
    await withdraw('vanthu', letter);
    for (let turn = 0; turn < 4; turn += 1) await app.work();
    const kept = await request(letter.id);
    expect(kept).toMatchObject({ state: 'cancelled', withdrawal: 'refused', withdrawalRefusal: 'Lãnh đạo đã ký.' });
    expect(kept.lateSha256).toMatch(/^[\da-f]{64}$/u);
    expect(kept.signedSha256).toBeNull();
    expect(await titles(letter.caseId)).toEqual(
      expect.arrayContaining([
        'Hệ thống quản lý văn bản không cho rút công văn, phải rút tay trên đó',
        'Công văn được ký sau khi đã rút; tệp ký được giữ làm bằng chứng, không phát hành',
      ]),
    );
    await app.nest.get(PollSignatures).pollOne(letter);
    await app.work();
    expect(fetched).toHaveBeenCalledTimes(1);

    const browser = await app.browserOf('vanthu');
    const page = textOf((await browser.get(`/trinh-ky/${letter.id}`)).body);
    expect(page).toContain('hệ thống quản lý văn bản không cho rút; rút tay trên hệ thống đó (Lãnh đạo đã ký.)');
    const file = await browser.get(`/tep/trinh-ky/${letter.id}/ban-ky-muon.pdf`);
    expect([file.statusCode, file.body]).toEqual([200, '%PDF-1.7 signed too late']);
    const number = app.nest.get(NumberAndSeal).numberAndSeal(await actor('vanthu'), letter.id);
    await expect(number).rejects.toMatchObject({ code: 'signature-not-valid' });
  });
});

describe('taking a letter back from signing', () => {
  it.each([
    ['a leader', 'khanh', 'forbidden'],
    ['the supervisor', 'giamsat', 'forbidden'],
  ])('is not for %s', async (_who, who, code) => {
    await expect(withdraw(who, await submitted())).rejects.toMatchObject({ code });
  });

  it('is for the registry also after the leader signed, until it has a number', async () => {
    const letter = await submitted();
    await app.setSignature(letter.id, { state: 'verified', signedSha256: letter.submittedSha256 });
    await app.nest.get(NumberAndSeal).numberAndSeal(await actor('vanthu'), letter.id);
    await expect(withdraw('vanthu', letter)).rejects.toMatchObject({ code: 'signature-transition-refused' });
    await app.setSignature(letter.id, { state: 'verified' });
    await withdraw('vanthu', letter);
    expect((await request(letter.id)).state).toBe('cancelled');
  });
});
