import { civilDate, civilDateOf, yearOf } from '../../../../src/kernel/civil-date.js';
import type { TakeNumberRequest, TakeNumberResponse } from '../../soap/registry-contract.js';
import { SoapRefusal } from '../../soap/door/soap-refusal.js';
import type { Office } from '../office.js';
import type { GivenNumber } from '../store/number-book.js';
import { notFound } from './refusals.js';

/** Where the e-office's own book numbers a letter of the department. */
export class NumberOperation {
  constructor(private readonly office: Office) {}

  take({ clientRequestId, signatureRequestId }: TakeNumberRequest): TakeNumberResponse {
    const { store, clock } = this.office;
    return store.atomically(() => {
      const request = store.signatures.find(signatureRequestId);
      if (request?.clientRequestId !== clientRequestId) throw notFound('yêu cầu ký', 'signatureRequestId');
      const known = store.numbers.find(request.id);
      if (known) {
        store.numbers.countRepetition(request.id);
        return answered(known, true);
      }
      if (request.status !== 'signed' || request.documentNumber !== null) {
        const why = 'Chỉ cấp số cho văn bản lãnh đạo đã ký và chưa có số.';
        throw new SoapRefusal('EO-STATE', why, { fields: ['signatureRequestId'] });
      }
      const issuedDate = civilDateOf(clock.now());
      const given = store.numbers.give({
        requestId: request.id,
        clientRequestId,
        notation: request.notation,
        bookYear: yearOf(issuedDate),
        issuedDate,
      });
      const { documentNumber, notation: documentNotation } = given;
      const named = { status: request.status, documentNumber, documentNotation, issuedDate };
      this.office.tellOfSignature(store.signatures.change(request, named, clock.now()));
      return answered(given, false);
    });
  }
}

function answered({ documentNumber, issuedDate }: GivenNumber, duplicate: boolean): TakeNumberResponse {
  return { documentNumber, issuedDate: civilDate(issuedDate), duplicate };
}
