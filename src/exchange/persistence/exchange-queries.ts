import { Injectable } from '@nestjs/common';
import { In, Not, type FindOptionsWhere } from 'typeorm';
import type { InboxState } from '../domain/inbox.js';
import { cutList } from '../../platform/cut-lists.js';
import { countOf, countTogether } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { rowsBy } from '../../platform/database/rows.js';
import { readInstant } from '../../platform/database/sql.js';
import { isSet } from '../../platform/database/is-set.js';
import { OutboxEntity } from '../../platform/outbox/outbox.entity.js';
import { DocumentRecallEntity } from './document-recall.entity.js';
import { ReconciliationDifferenceEntity } from './reconciliation.entities.js';
import { DispatchEntity, InboxMessageEntity, RefusedCallEntity } from './exchange.entities.js';
import { SEND_DISPATCH } from '../jobs/jobs.js';

const SHOWN = 200;
const LOOKED_AT: InboxState[] = ['refused', 'changed', 'task', 'duplicate'];
/** What came again with another content, of messages that are not looked at for their state: apart, for no index finds either of two. */
const otherContent = (states: readonly InboxState[]): FindOptionsWhere<InboxMessageEntity> => ({
  otherSha256: isSet(),
  state: Not(In(states)),
});

/** Reads of what came, what goes, and what was refused. */
@Injectable()
export class ExchangeQueries {
  constructor(private readonly database: Database) {}

  /** What was said about an incoming document, oldest first. */
  dispatchesAbout(incomingDocumentId: string): Promise<DispatchEntity[]> {
    const order = { createdAt: 'ASC', consignmentId: 'ASC' } as const;
    return rowsBy(this.database.reader.manager, DispatchEntity, { aboutDocumentId: incomingDocumentId }, { order });
  }

  async dispatchesByIds(ids: readonly string[]): Promise<DispatchEntity[]> {
    if (ids.length === 0) return [];
    return this.database.reader.getRepository(DispatchEntity).findBy({ id: In([...ids]) });
  }

  /** The letters among these that were or will be sent as messages. */
  async dispatchesOfLetters(outgoingDocumentIds: readonly string[]): Promise<DispatchEntity[]> {
    if (outgoingDocumentIds.length === 0) return [];
    return this.database.reader
      .getRepository(DispatchEntity)
      .findBy({ outgoingDocumentId: In([...outgoingDocumentIds]) });
  }

  /** Numbers of the jobs that send these, by the dispatch. */
  async sendingsOf(dispatches: readonly Pick<DispatchEntity, 'id'>[]): Promise<ReadonlyMap<string, number>> {
    const found = await this.database.reader.getRepository(OutboxEntity).find({
      where: { key: In(dispatches.map(({ id: dispatchId }) => SEND_DISPATCH.of({ dispatchId }).key)) },
      select: { seq: true, payload: true },
    });
    return new Map(found.map(({ seq, payload }) => [SEND_DISPATCH.read(payload).dispatchId, seq]));
  }

  /** The wishes to recall a document, newest first. */
  recallsOf(documentId: string): Promise<DocumentRecallEntity[]> {
    return this.database.reader
      .getRepository(DocumentRecallEntity)
      .find({ where: { documentId }, order: { proposedAt: 'DESC' } });
  }

  /** One message among those that a clerk should look at; what was applied opens through its ticket alone. */
  messageToLookAt(id: string): Promise<InboxMessageEntity | null> {
    return this.database.reader.getRepository(InboxMessageEntity).findOneBy({ id, state: In(LOOKED_AT) });
  }

  /** One message in any state, for pages that show how it came, not what it says. */
  messageById(id: string): Promise<InboxMessageEntity | null> {
    return this.database.reader.getRepository(InboxMessageEntity).findOneBy({ id });
  }

  refusedCallById(id: string): Promise<RefusedCallEntity | null> {
    return this.database.reader.getRepository(RefusedCallEntity).findOneBy({ id });
  }

  /** Messages that a clerk should look at, newest first. */
  messagesToLookAt(): Promise<InboxMessageEntity[]> {
    const inbox = this.database.reader.getRepository(InboxMessageEntity);
    const kinds = [{ state: In(LOOKED_AT) }, otherContent(LOOKED_AT)];
    return cutList(
      { name: 'Văn bản, bản tin bị từ chối nhận', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
      newestOf(
        kinds.map((where) => inbox.findAndCount({ where, order: { receivedAt: 'DESC', id: 'ASC' }, take: SHOWN })),
      ),
    );
  }

  /** @param besidesTasks leaves out what waits for a decision, which is a list of its own */
  async countToLookAt({ besidesTasks = false } = {}): Promise<number> {
    const states = besidesTasks ? LOOKED_AT.filter((state) => state !== 'task') : LOOKED_AT;
    const inbox = this.database.reader.getRepository(InboxMessageEntity);
    const [byState, byContent] = await Promise.all(
      [{ state: In(states) }, otherContent(LOOKED_AT)].map((where) =>
        countTogether(this.database, countOf(inbox.createQueryBuilder('m').where(where))),
      ),
    );
    return (byState ?? 0) + (byContent ?? 0);
  }

  /** Messages that were fetched and are not entered yet, and since when the oldest of them waits. */
  async waitingInbox(): Promise<{ readonly count: number; readonly oldest: Date | null }> {
    const row = await this.database.reader
      .getRepository(InboxMessageEntity)
      .createQueryBuilder('message')
      .select('COUNT(*)', 'count')
      .addSelect('MIN(message.receivedAt)', 'oldest')
      .where({ state: 'stored' })
      .getRawOne<{ readonly count: number | string; readonly oldest: string | Date | null }>();
    const oldest = row?.oldest ?? null;
    return { count: Number(row?.count ?? 0), oldest: oldest === null ? null : readInstant(oldest) };
  }

  countRefusedCalls(): Promise<number> {
    const calls = this.database.reader.getRepository(RefusedCallEntity);
    return countTogether(this.database, countOf(calls.createQueryBuilder('call')));
  }

  refusedCalls(): Promise<RefusedCallEntity[]> {
    return cutList(
      { name: 'Lượt kết nối bị từ chối', how: 'Hiện các dòng mới nhất.' },
      this.database.reader.getRepository(RefusedCallEntity).findAndCount({ order: { at: 'DESC' }, take: SHOWN }),
    );
  }

  /** Numbers of a book that the e-office knows for documents which it does not have under them, as after a restored backup. */
  async numbersKnownOutside(book: 'incoming' | 'outgoing', year: number): Promise<readonly number[]> {
    const differences = this.database.reader.getRepository(ReconciliationDifferenceEntity);
    const where = { kind: 'numberTaken' as const, state: In(['open', 'repairing'] as const) };
    const held = await countTogether(this.database, countOf(differences.createQueryBuilder('d').where(where)));
    if (held === 0) return [];
    const found = await differences.find({ where, order: { at: 'ASC', name: 'ASC' } });
    const ofBook = found.filter(({ facts }) => facts['book'] === book && facts['year'] === String(year));
    return ofBook.map(({ facts }) => Number(facts['number']));
  }

  inboxOf(documentId: string): Promise<InboxMessageEntity | null> {
    return this.database.reader.getRepository(InboxMessageEntity).findOneBy({ documentId, state: Not('refused') });
  }
}

/** Lists that share no message, as one. */
async function newestOf(
  lists: readonly Promise<readonly [readonly InboxMessageEntity[], number]>[],
): Promise<[InboxMessageEntity[], number]> {
  const found = await Promise.all(lists);
  const rows = found
    .flatMap(([some]) => some)
    .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime() || (a.id < b.id ? -1 : 1));
  return [rows.slice(0, SHOWN), found.reduce((sum, [, count]) => sum + count, 0)];
}
