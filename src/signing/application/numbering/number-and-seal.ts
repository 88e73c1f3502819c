import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM, type Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { RegisterQueries, type OutgoingDocumentEntity } from '../../../documents/index.js';
import { maySealAgain, printedNumber } from '../../../documents/domain/register.js';
import { tellCase } from '../../../drafting/index.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { requireRelease } from '../../domain/policy.js';
import { isLetterSealed } from '../../domain/letter-annexes.js';
import { isSealedThere, revisionToPassAgain } from '../../domain/signature-request.js';
import type { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { SigningDesk, type SealOrder } from '../../ports/signing-desk.port.js';
import { LetterNumbers } from './letter-numbers.js';
import { NumberOrders } from './number-orders.js';
import { SealOrders } from './seal-orders.js';
import { LetterSealed } from './letter-sealed.js';
import { LETTER_FILE_ID } from '../compose-submission.js';
import { SignerAtSigning } from '../proof/signer-at-signing.js';
import { SignatureRequests } from '../signature-requests.js';
import { APPLY_SEAL } from '../../jobs/jobs.js';

/**
 * The registry clerk numbers and seals a letter whose leader's signature is proved. Number and date come from our register, or from the e-office where
 * that owns the book; the e-office writes them into the letter and seals it. Where they were printed before signing, it only seals. The rest (proof of the
 * seal, release, message to the hotline) runs automatically.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15, 16 và 32 khoản 2: only the registry, only on what the competent person has signed.
 */
@Injectable()
export class NumberAndSeal implements JobHandler<typeof APPLY_SEAL> {
  readonly job = APPLY_SEAL;

  constructor(
    private readonly desk: SigningDesk,
    private readonly numbers: LetterNumbers,
    private readonly registers: RegisterQueries,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
    private readonly signer: SignerAtSigning,
    private readonly orders: NumberOrders,
    private readonly seals: SealOrders,
    private readonly sealedLetter: LetterSealed,
  ) {}

  /**
   * @returns `asked` where the e-office is to number it: the seal is ordered when its answer has come
   * @throws DomainError `forbidden`, `signature-not-valid`, `number-already-taken`, `changed-meanwhile`; `number-given-there` while the e-office has the
   *   letter under a number beside ours; `number-from-e-office` where a clerk is to enter its number; `signing-not-allowed` when the signer might not sign
   *   it that day or what it amends was recalled, and the letter has gone back to its author
   */
  async numberAndSeal(actor: Actor, requestId: string): Promise<'sealing' | 'asked'> {
    const { refused, isNumberedThere } = await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      requireRelease(actor, request);
      if (request.state !== 'verified') throw new DomainError('signature-not-valid', { state: request.state });
      const isNumberedThere = (await this.numbers.ownerOf(tx, request)) === 'eOffice';
      if (!isNumberedThere) requireNoOther(request);
      const refused = await this.signer.giveBackUnlessAllowed(tx, actor, request);
      if (refused !== null) return { refused, isNumberedThere };
      if (isNumberedThere) await this.orders.ask(tx, actor, request);
      else
        await this.seals.orderFirst(tx, actor, request, { line: await this.numbers.afterSigning(tx, actor, request) });
      return { refused, isNumberedThere };
    });
    if (refused !== null)
      throw new DomainError('signing-not-allowed', { message: `${refused} Công văn đã về người soạn.` });
    return isNumberedThere ? 'asked' : 'sealing';
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
      else await this.seals.order(tx, request.id);
      await tellCase(this.outbox, tx, actor, { draftId: request.draftId, what: 'sealOrderedAgain' });
    });
  }

  private async revisionToHear(tx: EntityManager, request: SignatureRequestEntity): Promise<number> {
    const stoppedBy = (await this.requests.wasRefusedLast(tx, request)) ? 'refusal' : 'proof';
    return revisionToPassAgain(request.remoteRevision, stoppedBy);
  }

  /** Does nothing where the e-office cannot seal over the wire: the clerk seals there and uploads the file. */
  async handle({ requestId }: PayloadOf<typeof APPLY_SEAL>): Promise<void> {
    const request = await this.requests.byId(this.database.reader.manager, requestId);
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
   * The e-office may have sealed before it was asked to: then the status that came too early is applied now. Not where the seal is ordered again:
   * what was heard last is then a refusal, or is heard again already.
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

  /** The e-office refused to seal: the number stays in the register, and the clerk sees why. */
  async giveUp({ requestId }: PayloadOf<typeof APPLY_SEAL>, reason: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      if (request.state !== 'sealing') return;
      await this.requests.move(tx, SYSTEM, request, { to: 'sealFailed', change: { comment: reason.slice(0, 1000) } });
      await tellCase(this.outbox, tx, SYSTEM, { draftId: request.draftId, what: 'sealFailed', detail: reason });
    });
  }
}

/** Prevents a second number for a letter. @throws DomainError `number-given-there` */
function requireNoOther({ numberThere }: SignatureRequestEntity): void {
  if (numberThere !== null) throw new DomainError('number-given-there', { code: numberThere });
}

function isAwaitingSeal(request: SignatureRequestEntity): boolean {
  return request.state === 'sealing' && !isLetterSealed(request);
}

function entryOf({ number, notation, issuedDate }: OutgoingDocumentEntity): SealOrder['entry'] {
  return { number: printedNumber(number), notation, issuedDate };
}
