import { Injectable } from '@nestjs/common';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { instantOf, yearOf } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { fold } from '../../kernel/vietnamese.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireOtherArrival, type OtherArrival, type TypedOtherArrival } from '../domain/arrival/other-arrival.js';
import { refusedArrival } from '../domain/arrival/typed-arrival.js';
import { WITHOUT_MESSAGE } from '../domain/arrival/without-message.js';
import { isConfirmedNumber, type NumberSource } from '../domain/given-number.js';
import { REGISTER_LENGTHS } from '../domain/register-lengths.js';
import { incomingLine } from '../domain/register-line.js';
import { BOOK_THERE, TAKEN_OVER_SENDER } from '../domain/take-over/taken-over.js';
import { IncomingDocumentEntity } from '../persistence/documents.entities.js';
import { GivenNumbers } from './given-numbers.js';
import { indexIncoming } from './index-document.js';
import { RegisterChain } from './register-chain.js';

/**
 * Where the e-office owns the book of incoming documents, it numbers others than those that come through this system: a clerk enters their lines, so that
 * the register has no gap and says of each number whose it is. We know their text, but have no file.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 22, Phụ lục IV: every number stands in the register.
 */
@Injectable()
export class EnterOtherArrival {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly given: GivenNumbers,
    private readonly chain: RegisterChain,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`; `input-invalid` beside a field; `number-not-given-there` where the year's book was ours throughout; `register-closed`, `numbering-held` */
  async enter(actor: Actor, typed: TypedOtherArrival): Promise<void> {
    const other = requireOtherArrival(actor, typed);
    const { number, arrivalDate } = other;
    // Not by who numbers today: the gaps of such a year are filled also after the book has changed hands.
    if (!(await this.agencyProfiles.wasBookOfEOffice('incoming', yearOf(arrivalDate)))) {
      throw new DomainError('number-not-given-there');
    }
    const source = { by: 'clerk' as const, name: actor.name };
    const isConfirmed = isConfirmedNumber(number, typed.confirmed);
    await this.uow.run(async (tx) => {
      const given = { number, issuedDate: arrivalDate, source, isConfirmed };
      const fault = await this.given.take(tx, 'incoming', given, 'lastYear');
      if (fault !== null) throw refusedArrival(fault);
      const document = lineOf(other, source);
      await tx.insert(IncomingDocumentEntity, document);
      await this.chain.append(tx, 'takenOver', incomingLine(document, []));
      await indexIncoming(tx, document);
      await this.journal.record(tx, actor, {
        action: 'incoming.enterOther',
        objectKind: 'incomingDocument',
        objectId: document.id,
        detail: { arrivalNumber: number, arrivalDate },
      });
    });
  }
}

function lineOf({ number, ...other }: OtherArrival, givenBy: NumberSource): IncomingDocumentEntity {
  const { arrivalDate, senderName } = other;
  const year = yearOf(arrivalDate);
  return Object.assign(new IncomingDocumentEntity(), {
    ...WITHOUT_MESSAGE,
    ...other,
    id: newId(),
    year,
    arrivalNumber: number,
    senderCode: `${TAKEN_OVER_SENDER}${fold(senderName)}`.slice(0, REGISTER_LENGTHS.agencyCode),
    documentId: `so-khac:${String(year)}:${String(number)}`,
    queuedAt: instantOf(arrivalDate, 0),
    routedOn: null,
    receipt: null,
    takenOver: { source: BOOK_THERE, row: null, sentOn: null, receipt: null, copies: null, note: null },
    givenBy,
  });
}
