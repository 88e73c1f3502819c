import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { GivenNumbers, OutgoingRegister } from '../../../documents/index.js';
import { earlyFault, type GivenNumber, type NumberFault } from '../../../documents/domain/given-number.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import type { Actor } from '../../../kernel/actor.js';
import type { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { SignerAtSigning } from '../proof/signer-at-signing.js';
import type { StepWord } from '../signature-requests.js';
import { LetterNumbers } from './letter-numbers.js';
import { NumberOrders } from './number-orders.js';
import { SealOrders } from './seal-orders.js';

const WITHDRAWN = 'Văn bản đã rút trước khi hệ thống quản lý văn bản cấp số';

const GIVEN_BACK = 'Văn bản đã trả về người soạn trước khi hệ thống quản lý văn bản cấp số';

/** Room for it in the register. */
const MAX_REASON_LENGTH = 480;

/** What became of a number that the e-office gave a letter: `fault` stands against the number, `refusal` against the letter, whose number is void then. */
export type UnderGivenNumber =
  | { readonly fault: NumberFault }
  | { readonly fault: null; readonly refusal: string | null };

/** Enters a letter in the register under the number that the e-office gave it, and has it sealed. */
@Injectable()
export class LetterUnderGivenNumber {
  constructor(
    private readonly given: GivenNumbers,
    private readonly signer: SignerAtSigning,
    private readonly numbers: LetterNumbers,
    private readonly register: OutgoingRegister,
    private readonly orders: NumberOrders,
    private readonly seals: SealOrders,
  ) {}

  /** @param word whose press it follows, where that is not the actor's own */
  async enter(
    tx: EntityManager,
    actor: Actor,
    request: SignatureRequestEntity,
    { given, word }: { readonly given: GivenNumber; readonly word?: StepWord },
  ): Promise<UnderGivenNumber> {
    const refusal = await this.whyNotIssued(tx, actor, request);
    // A number that is only voided may be of the year that has just ended: the letter was asked for in its last days.
    const fault =
      earlyFault(given.issuedDate, civilDateOf(request.createdAt)) ??
      (await this.given.take(tx, 'outgoing', given, refusal === null ? 'thisYear' : 'lastYear'));
    if (fault !== null) return { fault };
    const line = await this.numbers.enterGiven(tx, actor, request, { given, stands: refusal === null });
    await this.orders.close(tx, request.id);
    if (refusal === null) await this.seals.orderFirst(tx, actor, request, { line, ...(word && { word }) });
    else await this.register.voidNumber(tx, actor, line.id, refusal.slice(0, MAX_REASON_LENGTH));
    return { fault: null, refusal };
  }

  /** A letter may have been withdrawn, or have lost its ground, while its number was on the way: the number is then void, with the reason, and no gap. */
  private async whyNotIssued(tx: EntityManager, actor: Actor, request: SignatureRequestEntity): Promise<string | null> {
    if (request.state === 'verified') return this.signer.giveBackUnlessAllowed(tx, actor, request);
    return request.state === 'proofFailed' ? (request.comment ?? GIVEN_BACK) : WITHDRAWN;
  }
}
