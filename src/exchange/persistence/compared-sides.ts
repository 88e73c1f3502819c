import { Injectable } from '@nestjs/common';
import { And, In, IsNull, LessThan, MoreThanOrEqual, Not, type EntityManager } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../documents/index.js';
import { Database } from '../../platform/database/database.js';
import { inPieces } from '../../platform/database/in-pieces.js';
import { awaitsNumber } from '../../documents/domain/arrival/arrival-number.js';
import { documentIdOf, ownDocument } from '../domain/document-id.js';
import {
  numberKey,
  type MessageThere,
  type NamedThere,
  type ReceivedHere,
  type RegisterNumber,
  type SentHere,
} from '../domain/reconciliation.js';
import type { Window } from '../domain/comparison-window.js';
import type { BusinessType } from '../ports/message.js';
import { EntryQueries } from './entry-queries.js';
import { DispatchEntity, InboxMessageEntity } from './exchange.entities.js';

/** A recall or a change that was sent to an agency, and whose answer may have come. */
export interface Asked {
  readonly dispatchId: string;
  readonly documentId: string;
  readonly agencyCode: string;
  /** No answer to it is older. */
  readonly enqueuedAt: Date;
  readonly answer: string | null;
}

/** Our side of a comparison, as the database has it. */
@Injectable()
export class ComparedSides {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly entries: EntryQueries,
  ) {}

  /** What came in the window, and whatever of it is listed there. */
  async received(listed: readonly MessageThere[], { from, settled }: Window): Promise<readonly ReceivedHere[]> {
    const select = {
      id: true,
      remoteId: true,
      documentId: true,
      sha256: true,
      queuedAt: true,
      receivedAt: true,
    } as const;
    const rows = this.manager.getRepository(InboxMessageEntity);
    const within = { queuedAt: And(MoreThanOrEqual(from), LessThan(settled)) };
    const known = await inPieces(
      listed.map(({ messageId }) => messageId),
      (some) => rows.find({ select, where: { remoteId: In(some) } }),
    );
    const all = new Map([...known, ...(await rows.find({ select, where: within }))].map((row) => [row.id, row]));
    const lines = await this.linesOf([...all.values()].map(({ remoteId }) => remoteId));
    return [...all.values()].map(({ id, remoteId, documentId, sha256, queuedAt, receivedAt }) => ({
      id,
      remoteId,
      documentId,
      sha256,
      queuedAt,
      receivedAt,
      registered: null,
      ...lines.get(remoteId),
    }));
  }

  /** What was sent in the window, and whatever of it is listed there. */
  async sent(listed: readonly MessageThere[], { from, settled }: Window): Promise<readonly SentHere[]> {
    const names = listed.flatMap(({ consignmentId }) => (consignmentId === undefined ? [] : [consignmentId]));
    const rows = this.manager.getRepository(DispatchEntity);
    const known = await inPieces(names, (some) => rows.findBy({ consignmentId: In(some) }));
    const within = await rows.findBy({ sentAt: And(MoreThanOrEqual(from), LessThan(settled)) });
    return [...new Map([...known, ...within].map((row) => [row.id, row])).values()];
  }

  /** Documents of this agency among what is listed there, by the number that their name says. */
  namedThere(listed: readonly MessageThere[]): readonly NamedThere[] {
    return listed.flatMap(({ documentId, kind, at }) => {
      const own =
        kind === 'document' && documentId !== undefined ? ownDocument(this.settings.agency.code, documentId) : null;
      return own === null || documentId === undefined ? [] : [{ ...own, documentId, at }];
    });
  }

  /** What our register calls the documents of these numbers. */
  async namesHere(numbers: readonly RegisterNumber[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (const { year, number } of numbers) {
      const row = await this.manager.findOneBy(OutgoingDocumentEntity, { year, number });
      if (row) names.set(numberKey({ year, number }), documentIdOf(this.settings.agency.code, row));
    }
    return names;
  }

  /** Recalls and changes that were sent since. */
  async asked(since: Date): Promise<readonly Asked[]> {
    const changes: Exclude<BusinessType, 'new'>[] = ['revoke', 'update', 'replace'];
    const where = { business: In(changes), sentAt: MoreThanOrEqual(since), outgoingDocumentId: Not(IsNull()) };
    const asked: Asked[] = [];
    for (const sending of await this.manager.findBy(DispatchEntity, where)) {
      const { id: dispatchId, outgoingDocumentId, aboutDocumentId, receiverCode, createdAt: enqueuedAt } = sending;
      const document = await this.manager.findOneBy(OutgoingDocumentEntity, { id: outgoingDocumentId ?? '' });
      const about = await this.manager.findOneBy(IncomingDocumentEntity, { id: aboutDocumentId });
      const agencyCode = receiverCode ?? about?.senderCode;
      if (document === null || agencyCode === undefined) continue;
      const documentId = documentIdOf(this.settings.agency.code, document);
      const own = { agencyCode, answer: sending.answer };
      for (const one of [own, ...othersAsked(sending)]) asked.push({ dispatchId, documentId, enqueuedAt, ...one });
    }
    return asked;
  }

  /** When the first message came that we have; null for an installation to which nothing was sent yet. */
  async firstMessageAt(): Promise<Date | null> {
    const [first] = await this.manager.find(InboxMessageEntity, { order: { queuedAt: 'ASC' }, take: 1 });
    return first?.queuedAt ?? null;
  }

  private async linesOf(
    messageIds: readonly string[],
  ): Promise<ReadonlyMap<string, Pick<ReceivedHere, 'registered' | 'isNumberedThere'>>> {
    const lines = await inPieces(messageIds, (some) =>
      this.manager.find(IncomingDocumentEntity, {
        select: { id: true, messageId: true, arrivalNumber: true, year: true },
        where: { messageId: In(some) },
      }),
    );
    const byHand = await this.entries.among(lines.map(({ id }) => id));
    return new Map(
      lines.map(({ id, messageId, arrivalNumber: number, year }) => [
        messageId ?? '',
        { registered: { number, year }, isNumberedThere: byHand.has(id) || awaitsNumber({ arrivalNumber: number }) },
      ]),
    );
  }

  private get manager(): EntityManager {
    return this.database.reader.manager;
  }
}

function othersAsked({ alsoTo, alsoAnswered }: DispatchEntity): readonly Pick<Asked, 'agencyCode' | 'answer'>[] {
  const answers = new Map((alsoAnswered ?? []).map(({ code, answer }) => [code, answer]));
  return (alsoTo ?? []).map(({ code }) => ({ agencyCode: code, answer: answers.get(code) ?? null }));
}
