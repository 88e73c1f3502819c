import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DraftQueries, tellCase } from '../../../drafting/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { mayOverride, OVERRIDE_REASON, type ProofOverride } from '../../domain/proof/proof-override.js';
import { fileShortOfEvidence } from '../../domain/signature-request.js';
import type { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { KeepEvidence } from '../evidence/keep-evidence.js';
import { LetterSealed } from '../numbering/letter-sealed.js';
import { SignatureRequests } from '../signature-requests.js';
import { JUDGE_AGAIN } from '../../jobs/jobs.js';

/**
 * A leader answers for a letter of which nothing is open but whether its certificates were revoked. It goes on at once; the authority is asked on, and
 * what it says later confirms the letter or flags it.
 */
@Injectable()
export class OverrideProof {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly requests: SignatureRequests,
    private readonly drafts: DraftQueries,
    private readonly evidence: KeepEvidence,
    private readonly sealedLetter: LetterSealed,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param answered the file that was seen, and the reason to use it
   * @throws DomainError `forbidden`, `input-invalid`, `proof-not-overridable`, `changed-meanwhile` when another file has come since
   */
  async override(
    actor: Actor,
    requestId: string,
    answered: { readonly fileSha256: string; readonly reason: string },
  ): Promise<void> {
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      const authorId = (await this.drafts.byId(request.draftId))?.authorId ?? '';
      if (!mayOverride(actor, { authorId, submittedById: request.submittedById }))
        throw new DomainError('forbidden', { ability: 'overrideProof' });
      const said = requireReason(answered.reason);
      const fileSha256 = fileShortOfEvidence(request);
      if (fileSha256 === null) throw new DomainError('proof-not-overridable', { state: request.state });
      if (fileSha256 !== answered.fileSha256) throw new DomainError('changed-meanwhile', { what: 'signedFile' });
      const evidenceId = await this.evidence.override(tx, actor, { requestId, fileSha256, reason: said });
      await this.outbox.enqueue(tx, JUDGE_AGAIN.of({ requestId, fileSha256, evidenceId, leaderId: actor.id }));
      const override = { by: actor.name, at: this.clock.now().toISOString(), reason: said };
      await this.letOn(tx, actor, request, override);
    });
  }

  private async letOn(
    tx: EntityManager,
    actor: Actor,
    request: SignatureRequestEntity,
    override: ProofOverride,
  ): Promise<void> {
    const proof = { ...request.proof, override };
    const { draftId, sealedSha256 } = request;
    const told = { draftId, detail: `${override.by}: ${override.reason}` };
    if (request.state === 'signed') {
      await this.requests.move(tx, actor, request, { to: 'verified', change: { proof } });
      await tellCase(this.outbox, tx, actor, { ...told, what: 'signedOnOverride' });
    } else {
      await tellCase(this.outbox, tx, actor, { ...told, what: 'sealedOnOverride' });
      await this.sealedLetter.proved(tx, request, { sealedSha256, proof });
    }
  }
}

/** @throws DomainError `input-invalid` */
function requireReason(reason: string): string {
  const said = reason.trim();
  const { shortest, longest } = OVERRIDE_REASON;
  if (said.length >= shortest && said.length <= longest) return said;
  const message =
    said.length < shortest
      ? `Viết rõ căn cứ để dùng bản này: cần từ ${String(shortest)} ký tự, hiện có ${String(said.length)}.`
      : `Viết ngắn lại: nhiều nhất ${String(longest)} ký tự.`;
  throw new DomainError('input-invalid', { field: 'reason', message });
}
