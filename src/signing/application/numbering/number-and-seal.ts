import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM, type Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { RegisterQueries, type OutgoingDocumentEntity } from '../../../documents/index.js';
import { maySealAgain, printedCode, printedNumber } from '../../../documents/domain/register.js';
import { tellCase } from '../../../drafting/index.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Outbox, type Payload, type JobHandler } from '../../../platform/outbox/outbox.js';
import { requireRelease } from '../../domain/policy.js';
import { isLetterSealed } from '../../domain/letter-annexes.js';
import { isSealedThere, revisionToPassAgain } from '../../domain/signature-request.js';
import type { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { SigningDesk, type SealOrder } from '../../ports/signing-desk.port.js';
import { LetterNumbers } from './letter-numbers.js';
import { LetterSealed } from './letter-sealed.js';
import { LETTER_FILE_ID } from '../compose-submission.js';
import { SignerAtSigning } from '../proof/signer-at-signing.js';
import { SignatureRequests } from '../signature-requests.js';

/**
 * The registry clerk's one act: number and date are taken for a letter whose leader's signature is proved, and the e-office is asked
 * to fill them in and seal; where both were printed before signing, to seal alone. All that follows (proof of the seal, release, word to the hotline) goes by itself.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15, 16 và 32 khoản 2: only the registry, only on what the competent person has signed.
 */
@Injectable()
export class NumberAndSeal implements JobHandler {
  readonly kind = 'signing.applySeal';

  constructor(
    private readonly desk: SigningDesk,
    private readonly numbers: LetterNumbers,
    private readonly registers: RegisterQueries,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
    private readonly signer: SignerAtSigning,
    private readonly sealedLetter: LetterSealed,
  ) {}

  /**
   * @throws DomainError `forbidden`, `signature-not-valid`, `number-already-taken`, `changed-meanwhile`; `signing-not-allowed` when the signer might
   *   not sign it that day or what it amends was recalled, and the letter has gone back to its author
   */
  async numberAndSeal(actor: Actor, requestId: string): Promise<void> {
    const refusal = await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      requireRelease(actor, request);
      if (request.state !== 'verified') throw new DomainError('signature-not-valid', { state: request.state });
      const refused = await this.signer.giveBackUnlessAllowed(tx, actor, request);
      if (refused !== null) return refused;
      const outgoing = await this.numbers.afterSigning(tx, actor, request);
      await this.requests.move(tx, actor, request, { to: 'sealing', change: { outgoingDocumentId: outgoing.id } });
      await this.orderSeal(tx, request.id);
      const detail = printedCode(outgoing.number, outgoing.notation);
      const what = outgoing.reservedAt === null ? 'numbered' : 'sealOrdered';
      await tellCase(this.outbox, tx, actor, { draftId: request.draftId, what, detail });
      return null;
    });
    if (refusal !== null)
      throw new DomainError('signing-not-allowed', { message: `${refusal} Công văn đã về người soạn.` });
  }

  /**
   * Orders the seal once more for a letter that stopped at it: same number, same date, same order to the e-office, a new proof of what comes. Where the
   * letter is sealed and an annex is not, only the annexes that lack it.
   *
   * @throws DomainError `forbidden`, `signature-transition-refused`, `changed-meanwhile`
   */
  async sealAgain(actor: Actor, requestId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      requireRelease(actor, request);
      if (request.state !== 'sealFailed') {
        throw new DomainError('signature-transition-refused', { from: request.state, to: 'sealing' });
      }
      const outgoing = await this.registers.outgoingById(request.outgoingDocumentId ?? '');
      if (outgoing && !maySealAgain(outgoing))
        throw new DomainError('signature-transition-refused', { from: outgoing.state, to: 'sealing' });
      const isSealed = isLetterSealed(request);
      const heard = isSealed ? {} : { remoteRevision: await this.revisionToHear(tx, request) };
      await this.requests.move(tx, actor, request, { to: 'sealing', change: { ...heard, comment: null } });
      if (isSealed) await this.sealedLetter.orderAnnexes(tx, request.id);
      else await this.orderSeal(tx, request.id);
      await tellCase(this.outbox, tx, actor, { draftId: request.draftId, what: 'sealOrderedAgain' });
    });
  }

  private async revisionToHear(tx: EntityManager, request: SignatureRequestEntity): Promise<number> {
    const stoppedBy = (await this.requests.wasRefusedLast(tx, request)) ? 'refusal' : 'proof';
    return revisionToPassAgain(request.remoteRevision, stoppedBy);
  }

  private async orderSeal(tx: EntityManager, requestId: string): Promise<void> {
    const time = await this.requests.timesIn(tx, requestId, 'sealing');
    await this.outbox.enqueue(tx, {
      kind: this.kind,
      key: `${this.kind}:${requestId}:${time}`,
      payload: { requestId },
    });
  }

  /** Where the e-office seals nothing over the wire, the clerk does it there, and brings the file. */
  async handle({ requestId }: Payload): Promise<void> {
    const request = await this.requests.byId(this.database.reader.manager, requestId ?? '');
    if (!this.desk.abilities.has('seal') || !isAwaitingSeal(request)) return;
    const outgoing = await this.registers.outgoingById(request.outgoingDocumentId ?? '');
    if (!outgoing || request.remoteId === null || request.signedSha256 === null) {
      throw new DomainError('not-found', { what: 'outgoingDocument' });
    }
    const { status } = await this.desk.applySeal({
      clientRequestId: request.clientRequestId,
      signatureRequestId: request.remoteId,
      fileId: request.fileId ?? LETTER_FILE_ID,
      sha256: request.signedSha256,
      ...(outgoing.reservedAt === null ? { entry: entryOf(outgoing) } : {}),
    });
    await this.hearAgainIfSealed(request.id, status);
  }

  /**
   * The e-office may have sealed before it was asked to: then what it told of that before its time is news now. Not where the seal is ordered again:
   * what was heard last is then a refusal, or is heard anew already.
   */
  private async hearAgainIfSealed(requestId: string, status: string): Promise<void> {
    if (!isSealedThere(status)) return;
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      if (request.state !== 'sealing' || (await this.requests.timesIn(tx, requestId, 'sealing')) > 1) return;
      const remoteRevision = revisionToPassAgain(request.remoteRevision, 'proof');
      await this.requests.note(tx, request, { remoteRevision });
    });
  }

  /** The e-office will not seal: the number stays in the register, the clerk sees why. */
  async giveUp({ requestId }: Payload, reason: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId ?? '');
      if (request.state !== 'sealing') return;
      await this.requests.move(tx, SYSTEM, request, { to: 'sealFailed', change: { comment: reason.slice(0, 1000) } });
      await tellCase(this.outbox, tx, SYSTEM, { draftId: request.draftId, what: 'sealFailed', detail: reason });
    });
  }
}

function isAwaitingSeal(request: SignatureRequestEntity): boolean {
  return request.state === 'sealing' && !isLetterSealed(request);
}

function entryOf({ number, notation, issuedDate }: OutgoingDocumentEntity): SealOrder['entry'] {
  return { number: printedNumber(number), notation, issuedDate };
}
