import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Journal } from '../../journal/index.js';
import type { FileSignature } from '../domain/file-signature.js';
import { bearSameNumber } from '../domain/same-number.js';
import { dayUnder, type KnownNumber } from '../domain/lost-number.js';
import type { IncomingAmendment } from '../domain/register.js';
import { incomingLine, type RegisterLine } from '../domain/register-line.js';
import { DocumentFileEntity, IncomingDocumentEntity } from '../persistence/documents.entities.js';
import { RegisterChain } from './register-chain.js';
import { LostNumbers } from './lost-numbers.js';
import { RegisterNumbers } from './register-numbers.js';

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

type Place = Pick<IncomingDocumentEntity, 'year' | 'arrivalDate' | 'arrivalNumber'>;

/** Enters a document in the incoming register: the arrival number is taken in the transaction of its line. */
@Injectable()
export class RegisterIncoming {
  constructor(
    private readonly clock: Clock,
    private readonly numbers: RegisterNumbers,
    private readonly lost: LostNumbers,
    private readonly chain: RegisterChain,
    private readonly journal: Journal,
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
    });
    await tx.insert(IncomingDocumentEntity, document);
    const kept = files.map((file, position) => ({ ...file, id: newId(), documentId: document.id, position }));
    await tx.insert(DocumentFileEntity, kept);
    await this.chain.append(tx, 'entered', incomingLine(document, kept));
    const detail = { year, arrivalNumber: document.arrivalNumber, documentId: entry.documentId };
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
    return { year, arrivalDate, arrivalNumber: await this.numbers.next(tx, 'incoming', year) };
  }

  /** Under its old number, unless that stands for something else here: two lines never share one. */
  private async restored(tx: EntityManager, { queuedAt }: IncomingEntry, under: KnownNumber | null): Promise<Place> {
    const today = civilDateOf(this.clock.now());
    if (under !== null && (await this.lost.take(tx, 'incoming', under))) {
      return { year: under.year, arrivalDate: dayUnder(under, queuedAt, today), arrivalNumber: under.number };
    }
    const year = yearOf(today);
    return { year, arrivalDate: today, arrivalNumber: await this.numbers.nextInRecovery(tx, 'incoming', year) };
  }

  /** Its sender takes a document back, and we agree. The line and its files stay; a second time changes nothing. */
  async markTakenBack(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    const change = { takenBackAt: this.clock.now() };
    const { affected } = await tx.update(IncomingDocumentEntity, { id, takenBackAt: IsNull() }, change);
    if (affected !== 1) return;
    await this.chain.append(tx, 'takenBack', await lineOf(tx, id));
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
    await this.journal.record(tx, actor, {
      action: 'incoming.sameNumber',
      objectKind: 'incomingDocument',
      objectId: id,
      detail: { code, arrivalNumbers: same.map(({ arrivalNumber }) => arrivalNumber) },
    });
  }

  /** The document gets the name by which answers to it will call it, where it came without one. */
  async nameDocument(tx: EntityManager, actor: Actor, id: string, documentId: string): Promise<void> {
    await tx.update(IncomingDocumentEntity, { id }, { documentId });
    await this.chain.append(tx, 'amended', await lineOf(tx, id));
    await this.journal.record(tx, actor, {
      action: 'incoming.name',
      objectKind: 'incomingDocument',
      objectId: id,
      detail: { documentId },
    });
  }
}

async function lineOf(tx: EntityManager, id: string): Promise<RegisterLine> {
  const document = await tx.findOneByOrFail(IncomingDocumentEntity, { id });
  const files = await tx.find(DocumentFileEntity, { where: { documentId: id }, order: { position: 'ASC' } });
  return incomingLine(document, files);
}

/** Null where the sender has given the document a name of its own. */
async function editionOf(
  tx: EntityManager,
  { senderCode, documentId }: Pick<IncomingEntry, 'senderCode' | 'documentId'>,
): Promise<number | null> {
  const known = await tx.countBy(IncomingDocumentEntity, { senderCode, documentId });
  return known === 0 ? null : known + 1;
}
