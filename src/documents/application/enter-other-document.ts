import { Injectable } from '@nestjs/common';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { yearOf } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { isConfirmedNumber, type NumberSource } from '../domain/given-number.js';
import {
  requireEnterOther,
  requireOtherDocument,
  type OtherDocument,
  type TypedOtherDocument,
} from '../domain/other-document.js';
import { outgoingLine } from '../domain/register-line.js';
import { printedCode } from '../domain/register.js';
import { BOOK_THERE } from '../domain/take-over/taken-over.js';
import { OutgoingDocumentEntity } from '../persistence/documents.entities.js';
import { GivenNumbers } from './given-numbers.js';
import { indexOutgoing } from './index-document.js';
import { RegisterChain } from './register-chain.js';

/**
 * Where the e-office owns the book of outgoing documents, it numbers other documents than ours as well: a clerk enters their lines, so that the register
 * has no gap and says of each number whose it is. We know their text, but have neither file nor proof.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15, Phụ lục IV: every number stands in the register.
 */
@Injectable()
export class EnterOtherDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly given: GivenNumbers,
    private readonly chain: RegisterChain,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`; `input-invalid` beside a field; `number-not-given-there` where the year's book was ours throughout; `register-closed`, `numbering-held` */
  async enter(actor: Actor, typed: TypedOtherDocument): Promise<void> {
    requireEnterOther(actor);
    const other = requireOtherDocument(typed);
    // Not by who numbers today: the gaps of such a year are filled also after the book has changed hands.
    if (!(await this.agencyProfiles.wasBookOfEOffice('outgoing', yearOf(other.issuedDate)))) {
      throw new DomainError('number-not-given-there');
    }
    const source = { by: 'clerk' as const, name: actor.name };
    await this.uow.run(async (tx) => {
      const { number, issuedDate } = other;
      const isConfirmed = isConfirmedNumber(number, typed.confirmed);
      const fault = await this.given.take(tx, 'outgoing', { number, issuedDate, source, isConfirmed }, 'lastYear');
      if (fault !== null) throw new DomainError('input-invalid', { field: fault.field, message: fault.sentence });
      const document = lineOf(other, source);
      await tx.insert(OutgoingDocumentEntity, document);
      await this.chain.append(tx, 'takenOver', outgoingLine(document));
      await indexOutgoing(tx, document);
      const detail = { code: printedCode(document.number, document.notation), issuedDate: document.issuedDate };
      await this.journal.record(tx, actor, {
        action: 'outgoing.enterOther',
        objectKind: 'outgoingDocument',
        objectId: document.id,
        detail,
      });
    });
  }
}

function lineOf(other: OtherDocument, givenBy: NumberSource): OutgoingDocumentEntity {
  const followedThere = { source: BOOK_THERE, row: null, sentOn: null, receipt: null, copies: null, note: null };
  return Object.assign(new OutgoingDocumentEntity(), {
    ...other,
    id: newId(),
    year: yearOf(other.issuedDate),
    recipients: [...other.recipients],
    state: 'released' as const,
    replyToId: null,
    signatureRequestId: newId(),
    reservedAt: null,
    sealedSha256: null,
    releasedAt: null,
    copies: null,
    receipt: null,
    voidReason: null,
    recalledAt: null,
    recallReason: null,
    amendment: null,
    amendsId: null,
    takenOver: followedThere,
    givenBy,
    version: 1,
  });
}
