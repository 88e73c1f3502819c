import { Injectable } from '@nestjs/common';
import type { KnownNumber } from '../../../documents/domain/lost-number.js';
import { yearOf, type CivilDate } from '../../../kernel/civil-date.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { SigningDesk, type RemoteSignatureState } from '../../ports/signing-desk.port.js';
import { LetterNumbers } from './letter-numbers.js';
import { NumberOrders } from './number-orders.js';
import { SignatureRequests } from '../signature-requests.js';

/** A letter that the e-office knows by a number. */
export interface LetterThere extends KnownNumber {
  readonly clientRequestId: string;
  readonly notation: string;
  readonly issuedDate: CivilDate;
}

/** Letters that were numbered after the restored backup: those that are here without their number get it again. */
@Injectable()
export class RestoreLetterNumbers {
  constructor(
    private readonly desk: SigningDesk,
    private readonly uow: UnitOfWork,
    private readonly numbers: LetterNumbers,
    private readonly requests: SignatureRequests,
    private readonly orders: NumberOrders,
  ) {}

  /** In the order of their numbers. @throws OutsideUnavailable · OutsideRefused */
  async there(): Promise<readonly LetterThere[]> {
    if (!this.desk.abilities.has('states')) return [];
    return (await this.desk.allStates()).flatMap(letterOf).sort((a, b) => a.year - b.year || a.number - b.number);
  }

  /** @returns whether the letter is here: it has its number now, or had one */
  async restore({ clientRequestId, ...known }: LetterThere): Promise<boolean> {
    return this.uow.run(async (tx) => {
      const request = await tx.findOneBy(SignatureRequestEntity, { clientRequestId });
      if (request === null) return false;
      if (request.outgoingDocumentId !== null) return true;
      const line = await this.numbers.restore(tx, request, known);
      if (line === null) return true;
      await this.requests.note(tx, request, { outgoingDocumentId: line.id });
      await this.orders.close(tx, request.id);
      return true;
    });
  }
}

/** Only a number that is one, on a day that is known. */
function letterOf({ clientRequestId, entry }: RemoteSignatureState): LetterThere[] {
  const { issuedDate = null, notation = '', number = '' } = entry ?? {};
  if (issuedDate === null || !/^0?[1-9]\d{0,8}$/u.test(number)) return [];
  return [{ clientRequestId, notation, issuedDate, year: yearOf(issuedDate), number: Number(number) }];
}
