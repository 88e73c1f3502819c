import { OutgoingDocumentEntity, OutgoingRegister } from '../../src/documents/index.js';
import { ReleaseLetter } from '../../src/exchange/application/outgoing/release-letter.js';
import { DraftRevisionEntity } from '../../src/drafting/persistence/draft-revision.entities.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { NumberAndSeal } from '../../src/signing/index.js';
import { SIGNATURE_STATES } from '../../src/signing/domain/signature-request.js';
import { LettersOf } from '../support/letters-of.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
const { submitted, actor, request } = new LettersOf(() => app);
beforeEach(async () => {
  app = await TestApp.open();
});
afterEach(() => app.close());

const lines = () => app.nest.get(UnitOfWork).run((tx) => tx.find(OutgoingDocumentEntity));

describe('rule 41: the agency signs only what a leader has validly signed, by the registry alone', () => {
  it('orders no seal and takes no number in any other state', async () => {
    const letter = await submitted();
    const clerk = await actor('vanthu');
    for (const state of SIGNATURE_STATES.filter((one) => one !== 'verified')) {
      await app.setSignature(letter.id, { state });
      const refused = await app.nest
        .get(NumberAndSeal)
        .numberAndSeal(clerk, letter.id)
        .catch((error: unknown) => error);
      expect([state, refused]).toEqual([state, expect.objectContaining({ code: 'signature-not-valid' })]);
    }
    await app.work();
    expect([await lines(), app.desk.sealed]).toEqual([[], []]);
  });

  it('refuses everybody but the registry, and a clerk who signed it', async () => {
    const letter = await submitted();
    await app.setSignature(letter.id, { state: 'verified', signedSha256: letter.submittedSha256 });
    const clerk = await actor('vanthu');
    const signer = { ...clerk, id: letter.leaderId };
    for (const other of [await actor('ngoc'), await actor('thang'), await actor('khanh'), signer]) {
      const sealing = app.nest.get(NumberAndSeal).numberAndSeal(other, letter.id);
      await expect(sealing).rejects.toMatchObject({ code: 'forbidden' });
    }
    await app.nest.get(NumberAndSeal).numberAndSeal(clerk, letter.id);
    await app.work();
    expect(app.desk.sealed).toHaveLength(1);
  });
});

describe('a letter that was signed in another year than it is numbered', () => {
  it('takes no number and goes back to its author, for it bears that year', async () => {
    const letter = await submitted();
    await app.setSignature(letter.id, { state: 'verified', signedSha256: letter.submittedSha256 });
    app.clock.advance(300 * 86_400_000);
    const numbering = app.nest.get(NumberAndSeal).numberAndSeal(await actor('vanthu'), letter.id);
    await expect(numbering).rejects.toMatchObject({
      code: 'signing-not-allowed',
      details: { message: expect.stringContaining('Văn bản ghi năm 2026, nay là năm 2027') as string },
    });
    expect([await lines(), (await request(letter.id)).state]).toEqual([[], 'proofFailed']);
  });
});

describe('a letter that was signed with a mask in it', () => {
  it('takes no number and goes back to its author, as it was submitted before masks were looked for', async () => {
    const letter = await submitted();
    await app.setSignature(letter.id, { state: 'verified', signedSha256: letter.submittedSha256 });
    const { draftId, draftRevision: revision } = letter;
    await app.nest.get(UnitOfWork).run(async (tx) => {
      const { fields } = await tx.findOneByOrFail(DraftRevisionEntity, { draftId, revision });
      const masked = { ...fields, trich_yeu: 'trả lời kiến nghị về thu tiền ở [lớp]' };
      await tx.update(DraftRevisionEntity, { draftId, revision }, { fields: masked });
    });
    const numbering = app.nest.get(NumberAndSeal).numberAndSeal(await actor('vanthu'), letter.id);
    await expect(numbering).rejects.toMatchObject({
      code: 'signing-not-allowed',
      details: { message: expect.stringContaining('bị che chưa viết lại: [lớp]') as string },
    });
    expect([await lines(), (await request(letter.id)).state]).toEqual([[], 'proofFailed']);
  });
});

describe('rule 42: released is only what was proved with both signatures', () => {
  it('a letter in any other state stays', async () => {
    const letter = await submitted();
    await app.setSignature(letter.id, { state: 'verified', signedSha256: letter.submittedSha256 });
    await app.nest.get(NumberAndSeal).numberAndSeal(await actor('vanthu'), letter.id);
    await app.work();
    for (const state of SIGNATURE_STATES.filter((one) => one !== 'sealed')) {
      await app.setSignature(letter.id, { state });
      await app.nest.get(ReleaseLetter).handle({ requestId: letter.id });
      expect([state, (await request(letter.id)).state]).toEqual([state, state]);
    }
    await app.work();
    expect(await lines()).toMatchObject([{ state: 'numbered', releasedAt: null }]);
    expect(app.transport.sent.filter(({ kind }) => kind === 'document')).toEqual([]);
  });

  it('the register lets no line go that holds no proved file', async () => {
    const letter = await submitted();
    await app.setSignature(letter.id, { state: 'verified', signedSha256: letter.submittedSha256 });
    await app.nest.get(NumberAndSeal).numberAndSeal(await actor('vanthu'), letter.id);
    const [line] = await lines();
    const releasing = app.nest
      .get(UnitOfWork)
      .run((tx) => app.nest.get(OutgoingRegister).markReleased(tx, SYSTEM, line?.id ?? ''));
    await expect(releasing).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });
});
