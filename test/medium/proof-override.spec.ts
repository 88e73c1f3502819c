import { jest } from '@jest/globals';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { ChangeAnnexes } from '../../src/drafting/index.js';
import { NumberAndSeal, OverrideProof, VerifyEvidence, type SignatureRequestEntity } from '../../src/signing/index.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { JudgeAgain } from '../../src/signing/application/proof/judge-again.js';
import type { LetterProof } from '../../src/signing/domain/proof/letter-proof.js';
import { SignatureEvidenceEntity } from '../../src/signing/persistence/signature-evidence.entity.js';
import { SIGNING_ABILITIES } from '../../src/signing/ports/signing-desk.port.js';
import { unsignedPdf } from '../support/agency-pen.js';
import { SigningApp } from '../support/signing-app.js';
import { JUDGE_AGAIN } from '../../src/signing/jobs/jobs.js';

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

const manager = () => signing.app.nest.get(Database).reader.manager;
const kindsOf = async (subjectId: string): Promise<string[]> =>
  (await manager().find(SignatureEvidenceEntity, { where: { subjectId }, order: { judgedAt: 'ASC' } })).map(
    ({ kind, verdict }) => `${kind} ${verdict}`,
  );
const override = async (who: string, id: string, reason = REASON): Promise<void> => {
  const { signedSha256, sealedSha256 } = await signing.letters.request(id);
  const answered = { fileSha256: sealedSha256 ?? signedSha256 ?? '', reason };
  await signing.app.nest.get(OverrideProof).override(await signing.letters.actor(who), id, answered);
};
const openLines = ({ proof }: SignatureRequestEntity): string[] =>
  (proof as LetterProof).lines.flatMap(({ code, result }) => (result === 'unknown' ? [code] : []));
/** The jobs that failed are due again. */
async function later(minutes = 90): Promise<void> {
  signing.app.clock.advance(minutes * 60_000);
  await signing.app.work();
}

describe('rule 42: a letter whose certificates cannot be told to be revoked or not', () => {
  it('waits in sight, told once however often the authority is asked, and goes on by itself when it answers', async () => {
    const { request } = await signing.signed();
    expect([request.state, openLines(request)]).toEqual(['signed', ['revocation']]);
    await later();
    await later();
    expect(await kindsOf(request.id)).toEqual(['judged unknown']);
    const told = (await signing.letters.titles(request.caseId)).filter((title) => title.startsWith('Chưa đủ căn cứ'));
    expect(told).toHaveLength(1);

    signing.isListAway = false;
    await later();
    expect((await signing.letters.request(request.id)).state).toBe('verified');
    expect(await kindsOf(request.id)).toEqual(['judged unknown', 'judged valid']);
  });

  it('goes on when a leader answers for it, which is journaled and kept as evidence', async () => {
    const { request } = await signing.signed();
    await override('khanh', request.id);
    const seen = await signing.letters.request(request.id);
    expect(seen.state).toBe('verified');
    expect(seen.proof).toMatchObject({ passed: false, override: { reason: REASON } });
    const kept = await manager().findOneByOrFail(SignatureEvidenceEntity, {
      subjectId: request.id,
      kind: 'overridden',
    });
    expect(kept).toMatchObject({ verdict: 'unknown', passed: false, reason: REASON, fileSha256: request.signedSha256 });
    const line = await manager().findOneByOrFail(JournalEntryEntity, { objectId: kept.id });
    expect([line.action, line.actorId]).toEqual(['signatureEvidence.overridden', 'khanh']);
    const clerk = await signing.letters.actor('vanthu');
    await expect(signing.app.nest.get(NumberAndSeal).numberAndSeal(clerk, request.id)).resolves.toBe('sealing');
  });

  it('is confirmed when the authority answers at last', async () => {
    const { request } = await signing.signed();
    await override('khanh', request.id);
    signing.isListAway = false;
    await later();
    expect((await signing.letters.request(request.id)).proof).toMatchObject({ later: { result: 'confirmed' } });
    expect(await kindsOf(request.id)).toEqual(['judged unknown', 'overridden unknown', 'judged valid']);
  });

  it('goes back to its author when the certificate turns out to be revoked before it has a number', async () => {
    const { request } = await signing.signed();
    await override('khanh', request.id);
    await signing.revokeLeader();
    signing.isListAway = false;
    await later();
    const seen = await signing.letters.request(request.id);
    expect(seen).toMatchObject({ state: 'proofFailed', proof: { later: { result: 'withdrawn' } } });
    expect(await kindsOf(request.id)).toEqual(['judged unknown', 'overridden unknown', 'withdrawn invalid']);
    const notices = await manager().findBy(NoticeEntity, { kind: 'news' });
    expect(
      notices
        .filter(({ words }) => words.includes('nay không đạt'))
        .map(({ staffId }) => staffId)
        .sort(),
    ).toEqual(['khanh', 'ngoc']);
  });

  it('is refused for a person who may not, for a thin reason, and twice', async () => {
    const { request } = await signing.signed();
    for (const who of ['vanthu', 'ngoc', 'thang'])
      await expect(override(who, request.id)).rejects.toMatchObject({ code: 'forbidden' });
    const thin = override('khanh', request.id, '   Đồng ý cho qua.   ');
    await expect(thin).rejects.toMatchObject({ code: 'input-invalid', details: { field: 'reason' } });
    await override('khanh', request.id);
    await expect(override('khanh', request.id)).rejects.toMatchObject({ code: 'proof-not-overridable' });
  });

  it('is refused for a letter that was changed or signed by somebody else, and nothing is kept', async () => {
    const { request, file } = await signing.submitted();
    const other = { fullName: 'Đặng Vĩnh Phúc', title: 'Giám đốc', department: 'Sở' };
    const seen = await signing.comesBack(
      request,
      await signing.sign(file, await signing.authority.identityOf('phuc', other)),
    );
    expect(seen.state).toBe('proofFailed');
    await expect(override('khanh', request.id)).rejects.toMatchObject({ code: 'proof-not-overridable' });
    expect(await kindsOf(request.id)).toEqual(['judged unknown']);
  });

  it('is answered for once more when it is sealed, and flagged when it left and is revoked after all', async () => {
    const { request, file } = await signing.signed();
    await override('khanh', request.id);
    const sealed = await signing.seal(request, file);
    expect([sealed.request.state, openLines(sealed.request)]).toEqual(['sealing', ['revocation', 'seal']]);
    await override('khanh', request.id);
    await signing.app.work();
    expect((await signing.letters.request(request.id)).state).toBe('released');

    await signing.revokeLeader();
    signing.isListAway = false;
    await later();
    const flagged = await signing.letters.request(request.id);
    expect(flagged).toMatchObject({ state: 'released', proof: { later: { result: 'withdrawn' } } });
    expect((await signing.letters.titles(request.caseId))[0]).toContain('nay không đạt kiểm tra');
    expect(await signing.app.nest.get(VerifyEvidence).verify()).toEqual([]);
  });

  it('is confirmed by word of that file alone: what is said of the leader’s does not speak for the sealed one', async () => {
    const { request, file } = await signing.signed();
    await override('khanh', request.id);
    await signing.seal(request, file);
    await override('khanh', request.id);
    signing.isListAway = false;
    const jobs = await manager().find(OutboxEntity, {
      where: { kind: JUDGE_AGAIN.kind },
      order: { seq: 'ASC' },
    });
    const results: unknown[] = [];
    for (const { payload } of jobs) {
      await signing.app.nest.get(JudgeAgain).handle(JUDGE_AGAIN.read(payload));
      results.push((await signing.letters.request(request.id)).proof);
    }
    expect(results).toEqual([
      expect.not.objectContaining({ later: expect.anything() as object }),
      expect.objectContaining({ later: expect.objectContaining({ result: 'confirmed' }) as object }),
    ]);
  });

  it('is judged anew when it is revoked while its annexes are owed, and the seal is ordered again', async () => {
    const { app, letters } = signing;
    jest.replaceProperty(app.desk, 'abilities', new Set(SIGNING_ABILITIES.filter((each) => each !== 'sealFile')));
    const draftId = await letters.begin(await letters.ticketInHand());
    const files = [{ name: 'bang-1.pdf', content: await unsignedPdf(501) }];
    const { version } = await letters.draftOf(draftId);
    await app.nest.get(ChangeAnnexes).add(await letters.actor('ngoc'), draftId, { files, version, reason: '' });
    const signed = await signing.signedFrom(draftId);
    await override('khanh', signed.request.id);
    const { request, file } = await signing.seal(signed.request, signed.file);
    await override('khanh', request.id);
    await app.work();
    expect((await letters.request(request.id)).state).toBe('sealing');

    await signing.revokeLeader();
    signing.isListAway = false;
    await later();
    const stopped = await letters.request(request.id);
    expect([stopped.state, stopped.comment === null]).toEqual(['sealFailed', false]);
    await app.nest.get(NumberAndSeal).sealAgain(await letters.actor('vanthu'), request.id);
    const judged = await signing.comesBack(request, file, { status: 'sealed', revision: 5 });
    expect(judged).toMatchObject({ state: 'sealFailed', comment: null, proof: { passed: false, verdict: 'invalid' } });
  });
});
