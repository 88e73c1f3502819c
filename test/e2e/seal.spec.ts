import { jest } from '@jest/globals';
import { CheckRegister, OutgoingDocumentEntity } from '../../src/documents/index.js';
import { SigningAuthorityEntity } from '../../src/delegation/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { PollSignatures, NumberAndSeal, type SignatureRequestEntity } from '../../src/signing/index.js';
import { civilDateOf } from '../../src/kernel/civil-date.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import type { SigningDesk } from '../../src/signing/ports/signing-desk.port.js';
import { TestApp } from '../support/test-app.js';
import { LettersOf } from '../support/letters-of.js';
import { textOf } from '../support/web-visitor.js';

let app: TestApp;
const letters = new LettersOf(() => app);
beforeEach(async () => {
  app = await TestApp.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await app.close();
});
const { actor, titles, submitted, request, says } = letters;

describe('rule 38: a letter that waits for its number', () => {
  const ready = async (signedAt: string | null): Promise<SignatureRequestEntity> => {
    const letter = await submitted();
    const proof = { lines: [], passed: true, verdict: 'valid', signedAt };
    await app.setSignature(letter.id, { state: 'verified', signedSha256: letter.submittedSha256, proof });
    const endedFrom = civilDateOf(app.clock.now());
    await app.nest.get(UnitOfWork).run((tx) => tx.update(SigningAuthorityEntity, { id: 'khanh-KT' }, { endedFrom }));
    return letter;
  };
  const numbers = () => app.nest.get(Database).reader.manager.count(OutgoingDocumentEntity);

  it('goes back to its author when its signer might not sign on the day on which he did', async () => {
    const letter = await ready(app.clock.now().toISOString());
    const clerk = await app.browserOf('vanthu');
    await clerk.get(`/so-van-ban/di?phat-hanh=${letter.id}`);
    const page = await clerk.follow(await clerk.post(`/phat-hanh/${letter.id}`));
    expect(textOf(page.body)).toContain(
      'Người ký không có thẩm quyền vào ngày ký. Đỗ Quốc Khánh đã hết thẩm quyền ký.',
    );
    await app.work();
    expect(await request(letter.id)).toMatchObject({ state: 'proofFailed' });
    const draft = await app.nest.get(Database).reader.manager.findOneBy(DraftEntity, { id: letter.draftId });
    expect(draft).toMatchObject({ state: 'editing' });
    expect(await numbers()).toBe(0);
  });

  it('keeps what was signed while its signer still might', async () => {
    const letter = await ready(new Date(app.clock.now().getTime() - 86_400_000).toISOString());
    await app.nest.get(NumberAndSeal).numberAndSeal(await actor('vanthu'), letter.id);
    expect([await numbers(), (await request(letter.id)).state]).toEqual([1, 'sealing']);
  });
});

describe('a seal that did not come', () => {
  async function sealing(): Promise<SignatureRequestEntity> {
    const letter = await submitted();
    await app.setSignature(letter.id, { state: 'verified', signedSha256: letter.submittedSha256 });
    await app.nest.get(NumberAndSeal).numberAndSeal(await actor('vanthu'), letter.id);
    await app.work();
    return request(letter.id);
  }

  it('is told, and ordered again by the clerk under the same number', async () => {
    const letter = await sealing();
    says(letter, { status: 'failed', revision: 4, comment: 'Thiết bị ký của cơ quan hỏng.' });
    await app.nest.get(PollSignatures).poll();
    await app.work();
    expect(await request(letter.id)).toMatchObject({ state: 'sealFailed', comment: 'Thiết bị ký của cơ quan hỏng.' });
    expect((await titles(letter.caseId))[0]).toBe('Bản đóng dấu không đạt kiểm tra, chưa được phát hành');

    const clerk = await app.browserOf('vanthu');
    const page = await clerk.get(`/so-van-ban/di?phat-hanh=${letter.id}`);
    expect(textOf(page.body)).toContain('Yêu cầu đóng dấu lại');
    const ordered = await clerk.follow(await clerk.post(`/phat-hanh/${letter.id}/dong-dau-lai`));
    expect(textOf(ordered.body)).toContain('Đã yêu cầu hệ thống quản lý văn bản đóng dấu lại, giữ nguyên số.');
    await app.work();
    expect((await request(letter.id)).state).toBe('sealing');
    expect(app.desk.sealed).toHaveLength(2);
    expect(app.desk.sealed[1]).toEqual(app.desk.sealed[0]);
    expect(await app.nest.get(Database).reader.manager.count(OutgoingDocumentEntity)).toBe(1);

    says(letter, { status: 'failed', revision: 4 });
    await app.nest.get(PollSignatures).poll();
    expect((await request(letter.id)).state).toBe('sealing');
  });

  it('lets the file that did not prove itself be looked at anew', async () => {
    const letter = await sealing();
    const fetched = jest.spyOn(app.desk, 'signedFile').mockResolvedValue(Buffer.from('%PDF-1.7 no letter'));
    const sealed = { status: 'sealed' as const, revision: 5, signedFile: { fileId: 'cong-van', sha256: 'a' } };
    for (const time of [1, 2]) {
      says(letter, sealed);
      await app.nest.get(PollSignatures).poll();
      await app.work();
      expect([time, (await request(letter.id)).state]).toEqual([time, 'sealFailed']);
      if (time === 1) await app.nest.get(NumberAndSeal).sealAgain(await actor('vanthu'), letter.id);
    }
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('may cost the letter its number, which stays in the register with the reason; the letter is written and numbered anew', async () => {
    const letter = await sealing();
    says(letter, { status: 'failed', revision: 4, comment: 'Thiết bị ký của cơ quan hỏng.' });
    await app.nest.get(PollSignatures).poll();
    await app.work();
    const desk: SigningDesk = app.desk;
    const cancel = jest
      .spyOn(desk, 'cancel')
      .mockRejectedValue(new OutsideRefused('EO-STATE', 'Văn bản đã cấp số, không rút được nữa.'));
    const clerk = await app.browserOf('vanthu');
    await clerk.get(`/so-van-ban/di?phat-hanh=${letter.id}`);
    const silent = await clerk.post(`/phat-hanh/${letter.id}/huy-so`, { reason: ' ' });
    expect(textOf((await clerk.follow(silent)).body)).toContain('Viết lý do hủy số; lý do được ghi vào sổ.');
    const voided = await clerk.follow(
      await clerk.post(`/phat-hanh/${letter.id}/huy-so`, { reason: 'Hệ thống quản lý văn bản không đóng được dấu' }),
    );
    expect(textOf(voided.body)).toContain('Đã hủy số, ghi lý do vào sổ; văn bản đã về người soạn.');
    expect(textOf(voided.body)).toContain('Hệ thống quản lý văn bản không đóng được dấu');
    await app.work();
    const { manager } = app.nest.get(Database).reader;
    expect(await manager.find(OutgoingDocumentEntity)).toMatchObject([
      { number: 1, state: 'voided', voidReason: 'Hệ thống quản lý văn bản không đóng được dấu' },
    ]);
    expect(await request(letter.id)).toMatchObject({ state: 'cancelled' });
    expect(await manager.findOneBy(DraftEntity, { id: letter.draftId })).toMatchObject({ state: 'editing' });
    await app.work();
    expect((await titles(letter.caseId)).slice(0, 2)).toEqual([
      'Hệ thống quản lý văn bản không cho rút công văn, phải rút tay trên đó',
      'Hủy số văn bản đi, trả công văn về người soạn',
    ]);
    expect(cancel.mock.calls.map(([id]) => id)).toEqual([letter.clientRequestId]);
    expect((await app.nest.get(CheckRegister).check({ book: 'outgoing', year: 2026 })).voided).toBe(1);
    expect(textOf((await clerk.get(`/trinh-ky/${letter.id}`)).body)).toContain('Đã hủy số');
    const again = app.nest.get(NumberAndSeal).sealAgain(await actor('vanthu'), letter.id);
    await expect(again).rejects.toMatchObject({ code: 'signature-transition-refused' });
  });

  it('is not ordered again by anybody but the registry, nor before it failed', async () => {
    const letter = await sealing();
    const seal = app.nest.get(NumberAndSeal);
    await expect(seal.sealAgain(await actor('ngoc'), letter.id)).rejects.toMatchObject({ code: 'forbidden' });
    const early = seal.sealAgain(await actor('vanthu'), letter.id);
    await expect(early).rejects.toMatchObject({ code: 'signature-transition-refused' });
  });
});
