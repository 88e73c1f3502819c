import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OutgoingDocumentEntity, OutgoingRegister, type OutgoingEntry } from '../../../documents/index.js';
import { isReserved } from '../../../documents/domain/after-release.js';
import { printedCode } from '../../../documents/domain/register.js';
import { DraftQueries, tellCase, type DraftEntity } from '../../../drafting/index.js';
import type { BookOwner } from '../../../agency-profile/domain/agency-profile.js';
import type { GivenNumber } from '../../../documents/domain/given-number.js';
import { AgencyProfiles } from '../../../agency-profile/index.js';
import { SYSTEM, type Actor } from '../../../kernel/actor.js';
import type { CivilDate } from '../../../kernel/civil-date.js';
import type { KnownNumber } from '../../../documents/domain/lost-number.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { kindNamed } from '../../../../templates/catalogue.js';
import { numbererOf } from '../../domain/number-order.js';
import { endedUnsigned } from '../../domain/reserved-number.js';
import type { SignatureState } from '../../domain/signature-request.js';
import type { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { NumberOrders } from './number-orders.js';

/** What a number in the register is given for. */
export type NumberedLetter = Pick<
  SignatureRequestEntity,
  | 'id'
  | 'draftId'
  | 'notation'
  | 'subject'
  | 'leaderName'
  | 'recipients'
  | 'keeper'
  | 'replyToId'
  | 'outgoingDocumentId'
>;

/** Room for it in the register. */
const MAX_REASON_LENGTH = 480;

/**
 * When a letter gets its number: after its leader has signed, or at submission, by the order that holds on that day. A letter keeps the
 * order in which it was submitted.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15.
 */
@Injectable()
export class LetterNumbers {
  constructor(
    private readonly agencyProfiles: AgencyProfiles,
    private readonly register: OutgoingRegister,
    private readonly drafts: DraftQueries,
    private readonly outbox: Outbox,
    private readonly orders: NumberOrders,
  ) {}

  /** @returns the line of the register; null where numbers are given after signing. @throws DomainError `changed-meanwhile` when what it amends was recalled */
  async atSubmission(
    tx: EntityManager,
    actor: Actor,
    letter: Omit<NumberedLetter, 'outgoingDocumentId'>,
  ): Promise<OutgoingDocumentEntity | null> {
    if ((await this.agencyProfiles.today()).actOrder !== 'numberThenSign') return null;
    const line = await this.register.reserve(tx, actor, await this.entryOf(letter));
    const detail = printedCode(line.number, line.notation);
    await tellCase(this.outbox, tx, actor, { draftId: letter.draftId, what: 'numberReserved', detail });
    return line;
  }

  /** The number that the letter has, or its number from now on. @throws DomainError `number-already-taken`, `changed-meanwhile` */
  async afterSigning(tx: EntityManager, actor: Actor, letter: NumberedLetter): Promise<OutgoingDocumentEntity> {
    const reserved = await this.lineOf(tx, letter);
    return reserved ?? this.register.number(tx, actor, await this.entryOf(letter));
  }

  /** After a restore: the number under which the e-office has the letter. @returns null where it stands for another here */
  async restore(
    tx: EntityManager,
    letter: NumberedLetter,
    known: KnownNumber & { readonly issuedDate: CivilDate },
  ): Promise<OutgoingDocumentEntity | null> {
    const givenBy = (await this.ownerOf(tx, letter)) === 'eOffice' ? { by: 'eOffice' as const } : null;
    return this.register.restore(tx, SYSTEM, await this.entryOf(letter), { ...known, givenBy });
  }

  /** Who numbers the letter. */
  async ownerOf(tx: EntityManager, letter: Pick<NumberedLetter, 'id' | 'outgoingDocumentId'>): Promise<BookOwner> {
    const order = await this.orders.of(tx, letter.id);
    const owner = await this.agencyProfiles.ownerOf('outgoing');
    return numbererOf({ hasNumber: letter.outgoingDocumentId !== null, order }, owner);
  }

  /** @param stands whether the letter is issued under it; a number of one that is not is entered to be voided, and amends nothing */
  async enterGiven(
    tx: EntityManager,
    actor: Actor,
    letter: NumberedLetter,
    { given, stands }: { readonly given: GivenNumber; readonly stands: boolean },
  ): Promise<OutgoingDocumentEntity> {
    const entry = await this.entryOf(letter);
    return this.register.enterGiven(tx, actor, stands ? entry : { ...entry, amends: null }, given);
  }

  /**
   * A letter that ends without a signature that holds gives its reserved number up, with the reason; the next submission takes another one.
   *
   * @param said what was said of the end; empty where nothing was
   */
  async giveUp(
    tx: EntityManager,
    actor: Actor,
    letter: NumberedLetter,
    end: { readonly to: SignatureState; readonly said: string },
  ): Promise<void> {
    const why = endedUnsigned(end.to);
    if (why === null) return;
    const line = await this.lineOf(tx, letter);
    if (line === null || !isReserved(line)) return;
    const reason = (end.said === '' ? why : `${why}: ${end.said}`).slice(0, MAX_REASON_LENGTH);
    await this.register.voidNumber(tx, actor, line.id, reason);
    const detail = `Hủy số ${printedCode(line.number, line.notation)}: ${reason}`;
    await tellCase(this.outbox, tx, actor, { draftId: letter.draftId, what: 'reservedNumberVoided', detail });
  }

  private lineOf(tx: EntityManager, { outgoingDocumentId }: NumberedLetter): Promise<OutgoingDocumentEntity | null> {
    return tx.findOneBy(OutgoingDocumentEntity, { id: outgoingDocumentId ?? '' });
  }

  private async entryOf(letter: Omit<NumberedLetter, 'outgoingDocumentId'>): Promise<OutgoingEntry> {
    const draft = await this.drafts.byId(letter.draftId);
    const { id, notation, subject, leaderName, recipients, keeper, replyToId } = letter;
    return {
      notation,
      subject,
      signerName: leaderName,
      recipients,
      keeper,
      replyToId,
      typeName: typeNameOf(draft),
      signatureRequestId: id,
      amends: amendmentOf(draft),
    };
  }
}

/** `Báo cáo`; a letter has no type of its own (Nghị định 30/2020/NĐ-CP, Điều 7). */
function typeNameOf(draft: Pick<DraftEntity, 'template'> | null): string {
  const kind = kindNamed(draft?.template ?? '');
  return kind === undefined || kind.type === null ? 'Công văn' : kind.title;
}

function amendmentOf(draft: DraftEntity | null): OutgoingEntry['amends'] {
  return draft?.amendment && draft.amendsId !== null ? { id: draft.amendsId, as: draft.amendment } : null;
}
