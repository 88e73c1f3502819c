import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SignatureRequestEntity } from '../../src/signing/persistence/signing.entities.js';
import { LifeOfATicket } from '../support/life-of-a-ticket.js';
import { textOf } from '../support/web-visitor.js';

const MINUTE = 60_000;

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

/** Signed on Wednesday 18/03/2026 at 09:00, and proved. @returns the id of its request */
async function signed(): Promise<string> {
  await life.inHand();
  const draftId = await life.beginLetter();
  await life.setLetter(draftId, 'submitted');
  await life.set({ state: 'waitingApproval' });
  await life.hear(draftId, 'leaderSigned', 'Đỗ Quốc Khánh');
  const request = {
    ...{ id: 'yc-1', clientRequestId: 'yc-1', remoteId: null, remoteRevision: 1, state: 'verified' as const, draftId },
    ...{ notation: 'SGDĐT-GDTrH', subject: 'V/v trả lời phản ánh', keeper: 'VT', replyToId: null, draftRevision: 1 },
    ...{ caseKind: 'ticket' as const, caseId: life.id, fileId: null, recipients: [], leaderId: 'khanh' },
    ...{ leaderName: 'Đỗ Quốc Khánh', leaderCode: 'LD', submittedById: 'ngoc', submittedSha256: '0'.repeat(64) },
    ...{ signedSha256: null, sealedSha256: null, proof: null, comment: null, outgoingDocumentId: null },
    ...{ createdAt: life.app.clock.now(), lastLookAt: null },
  };
  await life.app.nest.get(UnitOfWork).run((tx) => tx.insert(SignatureRequestEntity, request));
  return request.id;
}

describe('rule 43: a signed letter that has not left', () => {
  it('is flagged in the outgoing register once the next working day has passed, until it is released', async () => {
    const id = await signed();
    const register = async (): Promise<string> =>
      textOf((await (await life.app.browserOf('vanthu')).get('/so-van-ban/di')).body);
    life.app.clock.set('2026-03-19T16:59:00Z');
    expect(await register()).not.toContain('Quá hạn phát hành');
    life.app.clock.set('2026-03-19T17:01:00Z');
    expect(await register()).toContain('phải phát hành trước hết ngày 19/03/2026.');
    await life.app.setSignature(id, { state: 'released' });
    expect(await register()).not.toContain('Quá hạn phát hành');
  });

  it('is flagged within the hour where its ticket is urgent', async () => {
    await signed();
    await life.set({ level: 'urgent' });
    const register = async (): Promise<string> =>
      textOf((await (await life.app.browserOf('vanthu')).get('/so-van-ban/di')).body);
    life.app.clock.advance(60 * MINUTE);
    expect(await register()).not.toContain('Quá hạn phát hành');
    life.app.clock.advance(MINUTE);
    expect(await register()).toContain('công văn khẩn, phải phát hành trước 18/03/2026, 10:00.');
  });
});
