import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf, type CivilDate } from '../../kernel/civil-date.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { ownerOf } from '../../agency-profile/domain/agency-profile.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Journal } from '../../journal/index.js';
import type { FileSignature } from '../domain/file-signature.js';
import { bearSameNumber } from '../domain/same-number.js';
import { dayUnder, type KnownNumber } from '../domain/lost-number.js';
import type { IncomingAmendment } from '../domain/register.js';
import { awaitsNumber, nextWaitingPlace } from '../domain/arrival/arrival-number.js';
import type { NumberSource } from '../domain/given-number.js';
import { incomingLine } from '../domain/register-line.js';
import { DocumentFileEntity, IncomingDocumentEntity } from '../persistence/documents.entities.js';
import { incomingLineOf } from './line-of.js';
import { RegisterChain } from './register-chain.js';
import { LostNumbers } from './lost-numbers.js';
import { RegisterNumbers } from './register-numbers.js';
import { insertRows } from '../../platform/database/rows.js';

export interface IncomingEntry {
  readonly senderCode: string;
  readonly senderName: string;
  readonly code: string;
  readonly issuedDate: CivilDate;
  readonly typeName: string;
  readonly subject: string;
  readonly priority: number;
  readonly documentId: string;
  readonly messageId: string | null;
  /** What the XML signature of the message is worth; null without one. */
  readonly messageSignature: FileSignature | null;
  readonly queuedAt: Date;
  /** The line of the same sender that this document updates or replaces. */
  readonly amends?: { readonly id: string; readonly amendment: IncomingAmendment };
  /** Brought back after a restore: under the number that it is known to have had, or, where nobody knows one, under the next. */
  readonly restored?: { readonly under: KnownNumber | null };
  readonly files: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly size: number;
    readonly sha256: string;
    readonly refusal: string | null;
    readonly signature: FileSignature | null;
  }[];
}

type Place = Pick<IncomingDocumentEntity, 'year' | 'arrivalDate' | 'arrivalNumber' | 'givenBy'>;

const GIVEN_THERE: NumberSource = { by: 'eOffice' };

/**
 * Enters a document in the incoming register: the arrival number is taken in the transaction of its line. Where the e-office owns the book, the line waits for
 * the number that comes from there (`NumberIncoming`), and all that follows from its arrival goes on.
 */
@Injectable()
export class RegisterIncoming {
  constructor(
    private readonly clock: Clock,
    private readonly numbers: RegisterNumbers,
    private readonly lost: LostNumbers,
    private readonly chain: RegisterChain,
    private readonly journal: Journal,
    private readonly agencyProfiles: AgencyProfiles,
  ) {}

  async register(tx: EntityManager, actor: Actor, entry: IncomingEntry): Promise<IncomingDocumentEntity> {
    const { files, amends, restored, ...facts } = entry;
    const place = restored === undefined ? await this.next(tx) : await this.restored(tx, entry, restored.under);
    const { year } = place;
    const document = Object.assign(new IncomingDocumentEntity(), {
      ...facts,
      ...place,
      id: newId(),
      handler: null,
      routedOn: null,
      receipt: null,
      dueDate: null,
      outcome: null,
      outcomeOn: null,
      joinedToId: null,
      eOfficeId: null,
      amendment: amends?.amendment ?? null,
      amendsId: amends?.id ?? null,
      edition: amends === undefined ? null : await editionOf(tx, entry),
      takenBackAt: null,
      takenOver: null,
      numberProblem: null,
    });
    await insertRows(tx, IncomingDocumentEntity, document);
    const kept = files.map((file, position) => ({ ...file, id: newId(), documentId: document.id, position }));
    if (kept.length > 0) await insertRows(tx, DocumentFileEntity, ...kept);
    await this.chain.append(tx, 'entered', incomingLine(document, kept));
    const { arrivalNumber } = document;
    const detail = { year, ...(awaitsNumber(document) ? {} : { arrivalNumber }), documentId: entry.documentId };
    await this.journal.record(tx, actor, {
      action: 'incoming.register',
      objectKind: 'incomingDocument',
      objectId: document.id,
      detail,
    });
    await this.warnOfSameNumber(tx, actor, document);
    return document;
  }

  private async next(tx: EntityManager): Promise<Place> {
    const arrivalDate = civilDateOf(this.clock.now());
    const year = yearOf(arrivalDate);
    if ((await this.agencyProfiles.ownerOf('incoming')) === 'eOffice') {
      await this.numbers.lastWhileOpen(tx, 'incoming', year);
      return { year, arrivalDate, arrivalNumber: await waitingPlace(tx, year), givenBy: null };
    }
    return { year, arrivalDate, arrivalNumber: await this.numbers.next(tx, 'incoming', year), givenBy: null };
  }

  /** Under its old number, unless that stands for something else here: two lines never share one. */
  private async restored(tx: EntityManager, { queuedAt }: IncomingEntry, under: KnownNumber | null): Promise<Place> {
    const today = civilDateOf(this.clock.now());
    if (under !== null && (await this.lost.take(tx, 'incoming', under))) {
      const arrivalDate = dayUnder(under, queuedAt, today);
      const owner = ownerOf(await this.agencyProfiles.at(arrivalDate), 'incoming');
      const givenBy = owner === 'eOffice' ? GIVEN_THERE : null;
      return { year: under.year, arrivalDate, arrivalNumber: under.number, givenBy };
    }
    const year = yearOf(today);
    if ((await this.agencyProfiles.ownerOf('incoming')) === 'eOffice') {
      await this.numbers.last(tx, 'incoming', year);
      return { year, arrivalDate: today, arrivalNumber: await waitingPlace(tx, year), givenBy: null };
    }
    const arrivalNumber = await this.numbers.nextInRecovery(tx, 'incoming', year);
    return { year, arrivalDate: today, arrivalNumber, givenBy: null };
  }

  /** Its sender takes a document back, and we agree. The line and its files stay; a second time changes nothing. */
  async markTakenBack(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    const change = { takenBackAt: this.clock.now() };
    const { affected } = await tx.update(IncomingDocumentEntity, { id, takenBackAt: IsNull() }, change);
    if (affected !== 1) return;
    await this.chain.append(tx, 'takenBack', await incomingLineOf(tx, id));
    await this.journal.record(tx, actor, {
      action: 'incoming.takenBack',
      objectKind: 'incomingDocument',
      objectId: id,
    });
  }

  /** Entered all the same, for it has come; the register and the ticket say it. */
  private async warnOfSameNumber(tx: EntityManager, actor: Actor, document: IncomingDocumentEntity): Promise<void> {
    const { id, senderCode, code } = document;
    const others = await tx.find(IncomingDocumentEntity, {
      where: { senderCode, code },
      order: { year: 'ASC', arrivalNumber: 'ASC' },
    });
    const same = others.filter((other) => bearSameNumber(document, other));
    if (same.length === 0) return;
    const numbered = same.filter((other) => !awaitsNumber(other));
    await this.journal.record(tx, actor, {
      action: 'incoming.sameNumber',
      objectKind: 'incomingDocument',
      objectId: id,
      detail: { code, arrivalNumbers: numbered.map(({ arrivalNumber }) => arrivalNumber) },
    });
  }

  /** The document gets the name by which answers to it will call it, where it came without one. */
  async nameDocument(tx: EntityManager, actor: Actor, id: string, documentId: string): Promise<void> {
    await tx.update(IncomingDocumentEntity, { id }, { documentId });
    await this.chain.append(tx, 'amended', await incomingLineOf(tx, id));
    await this.journal.record(tx, actor, {
      action: 'incoming.name',
      objectKind: 'incomingDocument',
      objectId: id,
      detail: { documentId },
    });
  }
}

/** No other transaction takes it: asking for the last number has locked the book. */
async function waitingPlace(tx: EntityManager, year: number): Promise<number> {
  const where = { year, arrivalNumber: LessThan(1) };
  const lowest = await tx.findOne(IncomingDocumentEntity, { where, order: { arrivalNumber: 'ASC' } });
  return nextWaitingPlace(lowest?.arrivalNumber ?? null);
}

/** Null where the sender has given the document a name of its own. */
async function editionOf(
  tx: EntityManager,
  { senderCode, documentId }: Pick<IncomingEntry, 'senderCode' | 'documentId'>,
): Promise<number | null> {
  const known = await tx.countBy(IncomingDocumentEntity, { senderCode, documentId });
  return known === 0 ? null : known + 1;
}
