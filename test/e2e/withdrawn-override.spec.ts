import { jest } from '@jest/globals';
import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { HoldBackLetter } from '../../src/exchange/application/outgoing/hold-back-letter.js';
import { ReleaseLetter } from '../../src/exchange/application/outgoing/release-letter.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import type { JobKind } from '../../src/platform/outbox/job.js';
import { JudgeAgain } from '../../src/signing/application/proof/judge-again.js';
import { NumberAndSeal, OverrideProof, type SignatureRequestEntity, VoidNumber } from '../../src/signing/index.js';
import { SigningApp } from '../support/signing-app.js';
import { HOLD_BACK_LETTER, JUDGE_AGAIN } from '../../src/signing/jobs/jobs.js';

const REASON = 'Đã gọi nơi cấp lúc 09:20: chứng thư còn hiệu lực, máy chủ CRL đang bảo trì.';

let signing: SigningApp;
beforeEach(async () => {
  signing = await SigningApp.open();
  signing.isListAway = true;
});
afterEach(async () => {
  jest.restoreAllMocks();
  await signing.close();
});

const get: SigningApp['app']['nest']['get'] = (token: never) => signing.app.nest.get(token);

describe('rule 42: a letter that a leader let on, and whose certificate turns out to be revoked', () => {
  const letOn = async ({ id, signedSha256, sealedSha256 }: SignatureRequestEntity): Promise<void> => {
    const fileSha256 = sealedSha256 ?? signedSha256 ?? '';
    await get(OverrideProof).override(await signing.letters.actor('khanh'), id, { fileSha256, reason: REASON });
  };

  /** Sealed on a leader's word, and not yet released. */
  const sealed = async (): Promise<SignatureRequestEntity> => {
    const { request: letter, file } = await signing.signed();
    await letOn(letter);
    const { request } = await signing.seal(letter, file);
    await letOn(request);
    return signing.letters.request(request.id);
  };

  const payloadOf = async <P>(job: JobKind<string, P>): Promise<P> => {
    const { manager } = get(Database).reader;
    const rows = await manager.find(OutboxEntity, { where: { kind: job.kind }, order: { seq: 'DESC' } });
    return job.read(rows[0]?.payload);
  };

  const turnsOutRevoked = async (): Promise<void> => {
    await signing.revokeLeader();
    signing.isListAway = false;
    signing.app.clock.advance(5_400_000);
    await get(JudgeAgain).handle(await payloadOf(JUDGE_AGAIN));
  };

  const outgoing = ({ outgoingDocumentId }: SignatureRequestEntity): Promise<OutgoingDocumentEntity> =>
    get(Database).reader.manager.findOneByOrFail(OutgoingDocumentEntity, { id: outgoingDocumentId ?? '' });

  it('is not released any more, nor sealed again; its number is voided, and the letter goes back to its author', async () => {
    const letter = await sealed();
    await turnsOutRevoked();
    await signing.app.work();
    expect(await signing.letters.request(letter.id)).toMatchObject({ state: 'sealFailed' });
    expect((await outgoing(letter)).releasedAt).toBeNull();
    const clerk = await signing.letters.actor('vanthu');
    await expect(get(NumberAndSeal).sealAgain(clerk, letter.id)).rejects.toMatchObject({
      code: 'signature-transition-refused',
    });

    await get(VoidNumber).void(clerk, letter.id, 'Chứng thư của người ký đã bị thu hồi');
    expect((await outgoing(letter)).state).toBe('voided');
    const { manager } = get(Database).reader;
    expect((await manager.findOneByOrFail(DraftEntity, { id: letter.draftId })).state).toBe('editing');
  });

  it('is let on by nobody again', async () => {
    const { request } = await signing.signed();
    await letOn(request);
    await turnsOutRevoked();
    await expect(letOn(request)).rejects.toMatchObject({ code: 'proof-not-overridable' });
  });

  it('goes to nobody else once it was released', async () => {
    const letter = await sealed();
    await get(ReleaseLetter).handle({ requestId: letter.id });
    await turnsOutRevoked();
    await get(HoldBackLetter).handle(await payloadOf(HOLD_BACK_LETTER));
    await signing.app.work();
    const { manager } = get(Database).reader;
    const dispatches = await manager.findBy(DispatchEntity, { outgoingDocumentId: letter.outgoingDocumentId ?? '' });
    expect(dispatches.map(({ sentAt, cancelledAt }) => [sentAt, cancelledAt !== null])).toEqual([[null, true]]);
  });
});
