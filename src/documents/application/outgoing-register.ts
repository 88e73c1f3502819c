import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { Journal } from '../../journal/index.js';
import type { GivenNumber, NumberSource } from '../domain/given-number.js';
import { isLostLetter, type KnownNumber } from '../domain/lost-number.js';
import { withReceipt } from '../domain/delivery/receipt.js';
import { outgoingLine } from '../domain/register-line.js';
import { printedCode, type Amendment, type OutgoingState } from '../domain/register.js';
import { DocumentFileEntity, OutgoingDocumentEntity } from '../persistence/documents.entities.js';
import { indexOutgoing } from './index-document.js';
import { RegisterChain } from './register-chain.js';
import { requireOpen } from './require-open.js';
import { LostNumbers } from './lost-numbers.js';
import { RegisterNumbers } from './register-numbers.js';

export interface OutgoingEntry {
  readonly notation: string;
  readonly typeName: string;
  readonly subject: string;
  readonly signerName: string;
  readonly recipients: readonly string[];
  readonly keeper: string;
  readonly replyToId: string | null;
  readonly signatureRequestId: string;
  /** The document of ours that it corrects or replaces. */
  readonly amends?: { readonly id: string; readonly as: Amendment } | null;
}

/** An annex in a file of its own, as the agency signed it. */
export interface SignedAnnex {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** A letter that left before a restore, as its signed file and the clerk who brings it say. */
export interface RecoveredLetter extends Pick<
  OutgoingEntry,
  'notation' | 'typeName' | 'subject' | 'signerName' | 'recipients' | 'keeper' | 'replyToId'
> {
  readonly issuedDate: CivilDate;
  readonly sealedSha256: string;
  readonly releasedAt: Date;
}

interface Numbered extends KnownNumber {
  readonly act: 'number' | 'reserve' | 'restore';
  readonly issuedDate: CivilDate;
  /** Null for a number of this register's own. */
  readonly givenBy: NumberSource | null;
}

type LaterState = Exclude<OutgoingState, 'numbered'>;

/** The outgoing register: a signed letter gets number and date, is sealed, is released. */
@Injectable()
export class OutgoingRegister {
  constructor(
    private readonly clock: Clock,
    private readonly numbers: RegisterNumbers,
    private readonly lost: LostNumbers,
    private readonly chain: RegisterChain,
    private readonly journal: Journal,
  ) {}

  /**
   * Gives number and date to a letter that its leader has validly signed.
   *
   * @throws DomainError `number-already-taken` when this signature request has a line in the register; `changed-meanwhile` when what it amends was recalled
   */
  number(tx: EntityManager, actor: Actor, entry: OutgoingEntry): Promise<OutgoingDocumentEntity> {
    return this.enter(tx, actor, entry, 'number');
  }

  /**
   * Gives number and date to a letter that goes to its leader with both of them printed. Comes it back unsigned, the number is void.
   *
   * @throws DomainError as `number` does
   *
   * Source: Nghị định 30/2020/NĐ-CP, Điều 15 khoản 3: the system gives numbers to electronic documents.
   */
  reserve(tx: EntityManager, actor: Actor, entry: OutgoingEntry): Promise<OutgoingDocumentEntity> {
    return this.enter(tx, actor, entry, 'reserve');
  }

  /**
   * Enters a letter under number and day that the e-office's book gave it, and that `GivenNumbers` has kept for it in this transaction.
   *
   * @throws DomainError as `number` does
   */
  async enterGiven(
    tx: EntityManager,
    actor: Actor,
    entry: OutgoingEntry,
    { number, issuedDate, source: givenBy }: GivenNumber,
  ): Promise<OutgoingDocumentEntity> {
    await requireUnnumbered(tx, entry);
    const year = yearOf(issuedDate);
    return this.enterUnder(tx, actor, entry, { act: 'number', number, year, issuedDate, givenBy });
  }

  /**
   * After a restore: a letter gets the number and date back that the e-office knows it by.
   *
   * @returns null where the number stands for something else here @throws DomainError as `number` does
   */
  async restore(
    tx: EntityManager,
    actor: Actor,
    entry: OutgoingEntry,
    known: KnownNumber & { readonly issuedDate: CivilDate; readonly givenBy: NumberSource | null },
  ): Promise<OutgoingDocumentEntity | null> {
    if (await tx.existsBy(OutgoingDocumentEntity, { signatureRequestId: entry.signatureRequestId })) return null;
    if (!(await this.lost.take(tx, 'outgoing', known))) return null;
    return this.enterUnder(tx, actor, entry, { act: 'restore', ...known });
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    entry: OutgoingEntry,
    act: 'number' | 'reserve',
  ): Promise<OutgoingDocumentEntity> {
    await requireUnnumbered(tx, entry);
    const issuedDate = civilDateOf(this.clock.now());
    const year = yearOf(issuedDate);
    const number = await this.numbers.next(tx, 'outgoing', year);
    return this.enterUnder(tx, actor, entry, { act, number, year, issuedDate, givenBy: null });
  }

  private async enterUnder(
    tx: EntityManager,
    actor: Actor,
    entry: OutgoingEntry,
    { act, number, year, issuedDate, givenBy }: Numbered,
  ): Promise<OutgoingDocumentEntity> {
    const { amends = null, ...said } = entry;
    const document = Object.assign(new OutgoingDocumentEntity(), {
      ...said,
      recipients: [...said.recipients],
      copies: null,
      id: newId(),
      year,
      number,
      issuedDate,
      state: 'numbered' as const,
      reservedAt: act === 'reserve' ? this.clock.now() : null,
      sealedSha256: null,
      releasedAt: null,
      receipt: null,
      voidReason: null,
      recalledAt: null,
      recallReason: null,
      amendment: amends?.as ?? null,
      amendsId: amends?.id ?? null,
      takenOver: null,
      givenBy,
      version: 1,
    });
    await tx.insert(OutgoingDocumentEntity, document);
    await this.chain.append(tx, 'entered', outgoingLine(document));
    await indexOutgoing(tx, document);
    const code = printedCode(document.number, document.notation);
    await this.journal.record(tx, actor, {
      action: `outgoing.${act}`,
      objectKind: 'outgoingDocument',
      objectId: document.id,
      detail: { code, issuedDate, ...(givenBy === null ? {} : { givenBy }) },
    });
    return document;
  }

  /**
   * After a restore: a letter that had left is back in the line that kept its number, as a released one. Nothing is sent.
   *
   * @throws DomainError `changed-meanwhile` where the line stands for a letter (again); `number-already-taken` where the file stands in another line
   */
  async recover(tx: EntityManager, actor: Actor, id: string, letter: RecoveredLetter): Promise<void> {
    const { sealedSha256 } = letter;
    const line = await tx.findOneByOrFail(OutgoingDocumentEntity, { id });
    if (!isLostLetter(line)) throw new DomainError('changed-meanwhile', { what: 'outgoingDocument', id });
    if (await tx.existsBy(OutgoingDocumentEntity, { sealedSha256 })) {
      throw new DomainError('number-already-taken', { sealedSha256 });
    }
    const change = { ...letter, recipients: [...letter.recipients], state: 'released' as const, voidReason: null };
    const kept = { id, state: 'voided' as const, version: line.version };
    const { affected } = await tx.update(OutgoingDocumentEntity, kept, change);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'outgoingDocument', id });
    const document = await tx.findOneByOrFail(OutgoingDocumentEntity, { id });
    await this.chain.append(tx, 'recovered', outgoingLine(document));
    await this.journal.record(tx, actor, {
      action: 'outgoing.recovered',
      objectKind: 'outgoingDocument',
      objectId: id,
      detail: { code: printedCode(document.number, document.notation), sha256: sealedSha256 },
    });
  }

  /** Keeps the annexes that go out with a document, each proved with the agency's signature; the journal holds what they are. */
  async attach(tx: EntityManager, actor: Actor, documentId: string, annexes: readonly SignedAnnex[]): Promise<void> {
    if (annexes.length === 0) return;
    for (const [at, annex] of annexes.entries()) {
      const file = { ...annex, contentType: 'application/pdf', refusal: null, signature: null };
      await tx.insert(DocumentFileEntity, { ...file, id: newId(), documentId, position: at + 1 });
    }
    await this.journal.record(tx, actor, {
      action: 'outgoing.annexes',
      objectKind: 'outgoingDocument',
      objectId: documentId,
      detail: { files: annexes.map(({ name, sha256 }) => ({ name, sha256 })) },
    });
  }

  /** The sealed file has proved itself: both signatures, number and date. */
  async markSealed(tx: EntityManager, actor: Actor, id: string, sealedSha256: string): Promise<void> {
    await this.move(tx, actor, { id, from: ['numbered'], to: 'sealed', change: { sealedSha256 } });
  }

  /** @throws DomainError `changed-meanwhile` when it is not sealed, or was released already */
  async markReleased(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    await this.move(tx, actor, { id, from: ['sealed'], to: 'released', change: { releasedAt: this.clock.now() } });
  }

  /** How a letter left that no exchange carries. Beside what the register vouches for: it is followed, as who handles an incoming document is. */
  async noteReceipt(tx: EntityManager, id: string, said: string): Promise<void> {
    const { receipt } = await tx.findOneByOrFail(OutgoingDocumentEntity, { id });
    await tx.update(OutgoingDocumentEntity, { id }, { receipt: withReceipt(receipt, said) });
  }

  /**
   * Gives a number up that no released letter carries; it stays in the register with its reason and is never given again.
   *
   * @throws DomainError `changed-meanwhile` when the letter was released, or the number is void already
   *
   * Source: Nghị định 30/2020/NĐ-CP, Điều 15; a number once given is not given twice.
   */
  async voidNumber(tx: EntityManager, actor: Actor, id: string, voidReason: string): Promise<void> {
    await this.move(tx, actor, { id, from: ['numbered', 'sealed'], to: 'voided', change: { voidReason } });
  }

  /**
   * Takes a released document back: its line and its file stay as they are, and it stands as recalled for good.
   *
   * @throws DomainError `changed-meanwhile` when it was not released, or is recalled already
   *
   * Source: Nghị định 30/2020/NĐ-CP, Điều 18 khoản 4; Phụ lục VI, phần III, mục 8.
   */
  async markRecalled(tx: EntityManager, actor: Actor, id: string, recallReason: string): Promise<void> {
    const released = { id, state: 'released' as const, recalledAt: IsNull(), takenOver: IsNull() };
    const change = { recalledAt: this.clock.now(), recallReason };
    const moved = await tx.update(OutgoingDocumentEntity, released, change);
    if (moved.affected !== 1) throw new DomainError('changed-meanwhile', { id, to: 'recalled' });
    const document = await tx.findOneByOrFail(OutgoingDocumentEntity, { id });
    await this.chain.append(tx, 'recalled', outgoingLine(document));
    await this.journal.record(tx, actor, { action: 'outgoing.recalled', objectKind: 'outgoingDocument', objectId: id });
  }

  private async move(
    tx: EntityManager,
    actor: Actor,
    step: { id: string; from: readonly OutgoingState[]; to: LaterState; change: Partial<OutgoingDocumentEntity> },
  ): Promise<void> {
    const { id, from, to, change } = step;
    const { year } = await tx.findOneByOrFail(OutgoingDocumentEntity, { id });
    await requireOpen(tx, 'outgoing', year);
    const moved = await tx.update(OutgoingDocumentEntity, { id, state: In([...from]) }, { ...change, state: to });
    if (moved.affected !== 1) throw new DomainError('changed-meanwhile', { id, from: from.join(' '), to });
    const document = await tx.findOneByOrFail(OutgoingDocumentEntity, { id });
    await this.chain.append(tx, to, outgoingLine(document));
    await this.journal.record(tx, actor, { action: `outgoing.${to}`, objectKind: 'outgoingDocument', objectId: id });
  }
}

/** @throws DomainError `number-already-taken`; `changed-meanwhile` when what it amends was recalled */
async function requireUnnumbered(
  tx: EntityManager,
  { signatureRequestId, amends }: Pick<OutgoingEntry, 'signatureRequestId' | 'amends'>,
): Promise<void> {
  if (await tx.existsBy(OutgoingDocumentEntity, { signatureRequestId })) {
    throw new DomainError('number-already-taken', { signatureRequestId });
  }
  if (amends) await requireStanding(tx, amends.id);
}

/** What was recalled is frozen: nothing corrects or replaces it. @throws DomainError `changed-meanwhile` */
async function requireStanding(tx: EntityManager, id: string): Promise<void> {
  if (await tx.existsBy(OutgoingDocumentEntity, { id, state: 'released', recalledAt: IsNull() })) return;
  throw new DomainError('changed-meanwhile', { what: 'outgoingDocument', id });
}
