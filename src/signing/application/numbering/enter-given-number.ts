import { Injectable } from '@nestjs/common';
import { isConfirmedNumber, numberIn } from '../../../documents/domain/given-number.js';
import { civilDate, isCivilDate } from '../../../kernel/civil-date.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { numberRoad } from '../../domain/number-order.js';
import { requireRelease } from '../../domain/policy.js';
import { SigningDesk } from '../../ports/signing-desk.port.js';
import { SignatureRequests } from '../signature-requests.js';
import { LetterNumbers } from './letter-numbers.js';
import { LetterUnderGivenNumber } from './letter-under-given-number.js';
import { NumberOrders } from './number-orders.js';

/** As a clerk typed it. */
export interface TypedNumber {
  readonly number: string;
  readonly issuedDate: string;
  /** The number that was asked about; empty where none was. */
  readonly confirmed: string;
}

/**
 * The registry clerk enters number and day that the e-office gave a letter: where it gives none over the wire, or where what came over the wire could not
 * stand in our register and was set right there.
 */
@Injectable()
export class EnterGivenNumber {
  constructor(
    private readonly desk: SigningDesk,
    private readonly uow: UnitOfWork,
    private readonly requests: SignatureRequests,
    private readonly orders: NumberOrders,
    private readonly numbers: LetterNumbers,
    private readonly letters: LetterUnderGivenNumber,
  ) {}

  /**
   * @throws DomainError `forbidden`; `signature-not-valid`, `signature-transition-refused` for a letter that awaits no number by hand; `input-invalid` beside
   *   `number` or `issuedDate`, or `confirmed` where the number is to be confirmed; `changed-meanwhile`; `signing-not-allowed` as `NumberAndSeal` does
   */
  async enter(actor: Actor, requestId: string, typed: TypedNumber): Promise<void> {
    const { number, issuedDate } = requireTyped(typed);
    const isConfirmed = isConfirmedNumber(number, typed.confirmed);
    const refusal = await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      requireRelease(actor, request);
      if (request.state !== 'verified') throw new DomainError('signature-not-valid', { state: request.state });
      const road = numberRoad(this.desk.abilities, await this.orders.of(tx, requestId));
      const isAwaited =
        (await this.numbers.ownerOf(tx, request)) === 'eOffice' && (road === 'byHand' || road === 'stopped');
      if (!isAwaited) throw new DomainError('signature-transition-refused', { from: request.state, to: 'sealing' });
      const given = { number, issuedDate, isConfirmed, source: { by: 'clerk' as const, name: actor.name } };
      const entered = await this.letters.enter(tx, actor, request, { given });
      if (entered.fault === null) return entered.refusal;
      throw new DomainError('input-invalid', { field: entered.fault.field, message: entered.fault.sentence });
    });
    if (refusal !== null)
      throw new DomainError('signing-not-allowed', { message: `${refusal} Công văn đã về người soạn.` });
  }
}

function requireTyped(typed: TypedNumber): { number: number; issuedDate: ReturnType<typeof civilDate> } {
  const number = numberIn(typed.number.trim());
  if (number === null) {
    const message = 'Ghi riêng số, không kèm ký hiệu: 513.';
    throw new DomainError('input-invalid', { field: 'number', message });
  }
  if (isCivilDate(typed.issuedDate)) return { number, issuedDate: civilDate(typed.issuedDate) };
  throw new DomainError('input-invalid', { field: 'issuedDate', message: 'Ghi ngày văn bản như trên hệ thống.' });
}
