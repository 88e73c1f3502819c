import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { DraftQueries, ReviewDraft, tellCase, type DraftEntity } from '../../drafting/index.js';
import { StaffDirectory, type Person, type Unit } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { signedFields } from '../../../templates/document-fields.js';
import { isAboutTicket } from '../../drafting/domain/case.js';
import { receiversNamed, senderByCode } from '../../drafting/domain/letter/addressees.js';
import { leaderWithoutCode } from '../domain/missing-code.js';
import { clientRequestId } from '../domain/signature-request.js';
import { sealRecords } from '../../journal/index.js';
import { SEALED_REQUEST } from '../persistence/sealed-requests.js';
import { LetterAnnexEntity } from '../persistence/letter-annex.entity.js';
import { SignatureRequestEntity } from '../persistence/signing.entities.js';
import { BoundCertificates } from '../trust/index.js';
import { LetterNumbers } from './numbering/letter-numbers.js';
import { SignatureRoutes } from './signature-routes.js';
import { SignatureRequests } from './signature-requests.js';
import { SUBMIT_LETTER } from '../jobs/jobs.js';

/** A letter that goes to its leader, with what only its case knows. */
export interface LetterForSignature {
  readonly draftId: string;
  /** `PAKN.20260312.0042`; `bao-cao` where it answers no ticket. */
  readonly caseCode: string;
  /** The incoming document that it answers. */
  readonly replyToId: string | null;
  /** Names of those who sent the feedback that it answers; the register must not tell them. */
  readonly senders: readonly string[];
}

/** Who signs a letter, in whose unit it was written, and which submission of its revision this is. */
interface Standing {
  readonly draft: DraftEntity;
  readonly leader: Person;
  readonly unit: Pick<Unit, 'symbol'>;
  readonly time: number;
}

/** Puts an approved letter before its leader: one request id for this revision, sent to the e-office by a job after commit. */
@Injectable()
export class SubmitForSignature {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly review: ReviewDraft,
    private readonly staff: StaffDirectory,
    private readonly requests: SignatureRequests,
    private readonly drafts: DraftQueries,
    private readonly numbers: LetterNumbers,
    private readonly routes: SignatureRoutes,
    private readonly certificates: BoundCertificates,
  ) {}

  /**
   * @returns the id of the signature request
   * @throws DomainError `not-found`, `forbidden`, `draft-approval-missing`, `changed-meanwhile`; `signing-not-allowed` for a leader whose certificates no
   *   longer count
   */
  async submit(actor: Actor, letter: LetterForSignature): Promise<string> {
    const { signerId, unitId } = await this.draftOf(letter);
    const [leader, unit] = await Promise.all([this.staff.person(signerId), this.staff.unit(unitId)]);
    if (leader.eOfficeCode === null || leader.eOfficeCode.trim() === '') {
      throw new DomainError('input-invalid', { field: 'signerId', message: leaderWithoutCode(leader).words });
    }
    const message = await this.certificates.whyNotSigning(leader);
    if (message !== null) throw new DomainError('signing-not-allowed', { field: 'signerId', message });
    return this.uow.run(async (tx) => {
      const draft = await this.review.submit(tx, actor, letter.draftId);
      const sameAsBefore = { draftId: draft.id, draftRevision: draft.revision };
      const time = 1 + (await tx.countBy(SignatureRequestEntity, sameAsBefore));
      const request = this.requestFor(actor, letter, { draft, leader, unit, time });
      request.outgoingDocumentId = (await this.numbers.atSubmission(tx, actor, request))?.id ?? null;
      await tx.insert(SignatureRequestEntity, request);
      await sealRecords(tx, SEALED_REQUEST, [request.id]);
      await this.freezeAnnexes(tx, request);
      await this.routes.layOut(tx, request, draft);
      await this.requests.recordStep(tx, actor, request.id, { to: 'pending' });
      await this.outbox.enqueue(tx, SUBMIT_LETTER.of({ requestId: request.id }));
      await tellCase(this.outbox, tx, actor, { draftId: draft.id, what: 'submitted', detail: leader.fullName });
      return request.id;
    });
  }

  private async draftOf({ draftId }: LetterForSignature): Promise<DraftEntity> {
    const draft = await this.drafts.byId(draftId);
    if (!draft) throw new DomainError('not-found', { what: 'draft' });
    return draft;
  }

  /** From now on these files, and no others, follow the letter. */
  private async freezeAnnexes(
    tx: EntityManager,
    { id: requestId, draftId, draftRevision }: SignatureRequestEntity,
  ): Promise<void> {
    const written = await this.drafts.revision(draftId, draftRevision);
    for (const [at, annex] of (written?.annexes ?? []).entries()) {
      const unsigned = { sealedSha256: null, sealedSize: null };
      await tx.insert(LetterAnnexEntity, { ...annex, ...unsigned, requestId, position: at + 1 });
    }
  }

  private requestFor(
    actor: Actor,
    { caseCode, replyToId, senders }: LetterForSignature,
    { draft, leader, unit, time }: Standing,
  ): SignatureRequestEntity {
    if (draft.signerId !== leader.id || draft.pdfSha256 === null)
      throw new DomainError('changed-meanwhile', { what: 'draft' });
    const fields = z.object(signedFields).parse(draft.fields);
    const { trich_yeu: subject, ky_hieu: notation } = fields;
    // The register is open to the whole staff: who sent feedback stands there by its code.
    const unnamed = isAboutTicket(draft.caseKind) ? { words: senderByCode(caseCode), senders } : null;
    const recipients = receiversNamed(fields, unnamed);
    return Object.assign(new SignatureRequestEntity(), {
      subject,
      notation,
      recipients,
      replyToId,
      id: newId(),
      draftId: draft.id,
      keeper: `VT, ${unit.symbol}`,
      clientRequestId: clientRequestId(caseCode, draft, time),
      remoteId: null,
      remoteRevision: 0,
      numberThere: null,
      state: 'pending' as const,
      draftRevision: draft.revision,
      caseKind: draft.caseKind,
      caseId: draft.caseId,
      leaderId: leader.id,
      leaderName: leader.fullName,
      leaderCode: leader.eOfficeCode ?? '',
      submittedById: actor.id,
      submittedSha256: draft.pdfSha256,
      fileId: null,
      signedSha256: null,
      sealedSha256: null,
      proof: null,
      comment: null,
      outgoingDocumentId: null,
      createdAt: this.clock.now(),
      lastLookAt: null,
      nextLookAt: null,
      failedLooks: 0,
      lookFailure: null,
      withdrawal: null,
      withdrawalRefusal: null,
      lateSha256: null,
      version: 1,
    });
  }
}
