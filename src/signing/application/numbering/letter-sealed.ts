import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OutgoingRegister, type SignedAnnex } from '../../../documents/index.js';
import { ReviewDraft, tellCase } from '../../../drafting/index.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { LetterAnnexEntity } from '../../persistence/letter-annex.entity.js';
import { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { SignatureRequests } from '../signature-requests.js';
import { RELEASE_LETTER, SEAL_ANNEXES } from '../../jobs/jobs.js';

/** What follows the proof of a letter's seal: its annexes get the agency's signature first, then it is released with them. */
@Injectable()
export class LetterSealed {
  constructor(
    private readonly register: OutgoingRegister,
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
    private readonly review: ReviewDraft,
  ) {}

  /**
   * @param request stays as it was read, so that the unit of work may run again
   * @param sealed the file that proved itself, and its proof
   */
  async proved(
    tx: EntityManager,
    request: SignatureRequestEntity,
    sealed: Pick<SignatureRequestEntity, 'sealedSha256' | 'proof'>,
  ): Promise<void> {
    const change = { ...sealed, comment: null };
    await this.requests.note(tx, request, change);
    const noted = Object.assign(new SignatureRequestEntity(), request, change, { version: request.version + 1 });
    if (await tx.existsBy(LetterAnnexEntity, { requestId: request.id })) await this.orderAnnexes(tx, request.id);
    else await this.release(tx, noted);
  }

  /**
   * Once for each time that the seal is ordered; annexes that are signed already are passed over.
   *
   * @param brought position of an annex that a clerk brought: the job takes the letter on, should that have been the last
   */
  async orderAnnexes(tx: EntityManager, requestId: string, brought?: number): Promise<void> {
    const time = await this.requests.timesIn(tx, requestId, 'sealing');
    await this.outbox.enqueue(tx, SEAL_ANNEXES.of({ requestId, time: String(time) }, brought));
  }

  /** The letter and all its annexes are proved. */
  async release(tx: EntityManager, request: SignatureRequestEntity): Promise<void> {
    const { id, draftId, outgoingDocumentId, sealedSha256 } = request;
    const documentId = outgoingDocumentId ?? '';
    const annexes = await tx.find(LetterAnnexEntity, { where: { requestId: id }, order: { position: 'ASC' } });
    await this.register.attach(tx, SYSTEM, documentId, annexes.map(signedFile));
    await this.register.markSealed(tx, SYSTEM, documentId, sealedSha256 ?? '');
    await this.requests.move(tx, SYSTEM, request, { to: 'sealed' });
    await this.review.finish(tx, SYSTEM, draftId);
    await tellCase(this.outbox, tx, SYSTEM, { draftId, what: 'sealed' });
    await this.outbox.enqueue(tx, RELEASE_LETTER.of({ requestId: id }));
  }
}

function signedFile({ name, sealedSha256, sealedSize }: LetterAnnexEntity): SignedAnnex {
  return { name, size: sealedSize ?? 0, sha256: sealedSha256 ?? '' };
}
