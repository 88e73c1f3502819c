import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReviewDraft, tellCase } from '../../../drafting/index.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { OutsideUnavailable } from '../../../kernel/outside-failure.js';
import { Notices } from '../../../notices/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { EvidenceReport } from '../../domain/evidence/evidence-report.js';
import type { LaterFinding } from '../../domain/proof/proof-override.js';
import { type ReasonCode, weighs } from '../../domain/verification/reasons.js';
import type { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { KeepEvidence, type PreparedEvidence } from '../evidence/keep-evidence.js';
import { SignatureRequests } from '../signature-requests.js';
import { VerifyNow } from '../evidence/verify-now.js';
import { JUDGE_AGAIN, HOLD_BACK_LETTER } from '../../jobs/jobs.js';

/** Asks on about a file that a leader let on, until the authority answers: the letter is confirmed then, or stopped and flagged. */
@Injectable()
export class JudgeAgain implements JobHandler<typeof JUDGE_AGAIN> {
  readonly job = JUDGE_AGAIN;

  constructor(
    private readonly verify: VerifyNow,
    private readonly evidence: KeepEvidence,
    private readonly requests: SignatureRequests,
    private readonly review: ReviewDraft,
    private readonly notices: Notices,
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  /** @throws OutsideUnavailable as long as nothing can be told */
  async handle({ requestId, fileSha256, evidenceId, leaderId }: PayloadOf<typeof JUDGE_AGAIN>): Promise<void> {
    const { answer, judgement } = await this.verify.judge(
      await this.verify.forThread(fileSha256),
      { kind: 'note' },
      'wait',
    );
    if (answer.verdict === 'unknown' && isStillOpen(judgement.report))
      throw new OutsideUnavailable('tổ chức chứng thực', { elsewhere: true });
    const prepared = await this.evidence.prepare({ file: fileSha256, submitted: null }, judgement);
    const result = answer.verdict === 'valid' ? 'confirmed' : 'withdrawn';
    const finding: LaterFinding = { result, at: this.clock.now().toISOString(), why: whyOf(judgement.report) };
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      await this.record(tx, request, prepared, finding);
      if (result === 'confirmed') return this.confirm(tx, request, fileSha256, finding);
      await this.stop(tx, request, finding);
      const words = `Công văn đã cho phép dùng khi chưa đủ căn cứ nay không đạt: ${finding.why}`;
      const key = `${this.job.kind}:${evidenceId}`;
      await this.notices.tellEach(tx, [leaderId, request.submittedById], { key, kind: 'news', words });
    });
  }

  private async record(
    tx: EntityManager,
    { id, clientRequestId }: SignatureRequestEntity,
    prepared: PreparedEvidence,
    { result, why }: LaterFinding,
  ): Promise<void> {
    const about = { subjectKind: 'letter', subjectId: id, fileName: `${clientRequestId}.pdf` } as const;
    if (result === 'confirmed') await this.evidence.record(tx, prepared, about);
    else await this.evidence.withdraw(tx, prepared, { ...about, reason: why });
  }

  /** A word for the leader's file does not speak for the sealed one, which has an override of its own. */
  private async confirm(
    tx: EntityManager,
    request: SignatureRequestEntity,
    fileSha256: string,
    later: LaterFinding,
  ): Promise<void> {
    const present = request.sealedSha256 ?? request.signedSha256;
    if (fileSha256 === present) await this.requests.note(tx, request, { proof: { ...request.proof, later } });
  }

  /** What has not left the agency goes no further; what has left is flagged, and people decide whether to recall it. */
  private async stop(tx: EntityManager, request: SignatureRequestEntity, later: LaterFinding): Promise<void> {
    const { state, draftId } = request;
    const change = { proof: { ...request.proof, override: undefined, later } };
    const told = { draftId, detail: later.why };
    if (state === 'verified') {
      await this.requests.move(tx, SYSTEM, request, { to: 'proofFailed', change });
      await this.review.backFromSigning(tx, SYSTEM, draftId, `Bản ký không còn dùng được. ${later.why}`);
      return tellCase(this.outbox, tx, SYSTEM, { ...told, what: 'proofFailed' });
    }
    if (state === 'sealing' || state === 'sealed') {
      await this.requests.move(tx, SYSTEM, request, { to: 'sealFailed', change: { ...change, comment: later.why } });
      return tellCase(this.outbox, tx, SYSTEM, { ...told, what: 'sealFailed' });
    }
    await this.requests.note(tx, request, { proof: { ...request.proof, later } });
    await this.holdBack(tx, request);
    await tellCase(this.outbox, tx, SYSTEM, { ...told, what: 'overrideWithdrawn' });
  }

  private async holdBack(tx: EntityManager, { id, outgoingDocumentId }: SignatureRequestEntity): Promise<void> {
    if (outgoingDocumentId === null) return;
    await this.outbox.enqueue(tx, HOLD_BACK_LETTER.of({ requestId: id, documentId: outgoingDocumentId }));
  }
}

/** What an authority may still say, or we of an authority; a timestamp that is of no use stays so. */
const MAY_COME: ReadonlySet<string> = new Set<ReasonCode>([
  'revocation-unknown',
  'timestamp-revocation-unknown',
  'path-missing',
  'timestamp-path-missing',
  'file-encrypted',
]);

function isStillOpen({ reasons }: EvidenceReport): boolean {
  return reasons.every(({ code }) => weighs(code) === 'note' || MAY_COME.has(code));
}

function whyOf({ reasons }: EvidenceReport): string {
  return reasons
    .map(({ message }) => message)
    .join(' ')
    .slice(0, 500);
}
