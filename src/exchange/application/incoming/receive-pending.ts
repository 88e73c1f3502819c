import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { SYSTEM } from '../../../kernel/actor.js';
import { beginningOf } from '../../../kernel/beginning-of.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { OutsideRefused, OutsideUnavailable } from '../../../kernel/outside-failure.js';
import { REGISTER_LENGTHS } from '../../../documents/domain/register-lengths.js';
import { Journal } from '../../../journal/index.js';
import { isUniqueViolation } from '../../../platform/database/database-errors.js';
import { Database } from '../../../platform/database/database.js';
import { inPieces } from '../../../platform/database/in-pieces.js';
import { insertRows, rowsBy } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { EndJob } from '../../../platform/outbox/job.js';
import { OutboxEntity } from '../../../platform/outbox/outbox.entity.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { Log } from '../../../platform/telemetry/log.js';
import { inSpan, SPAN_OF } from '../../../platform/telemetry/spans.js';
import { inWorkContext } from '../../../platform/telemetry/work-context.js';
import { NO_BYTES } from '../../domain/inbox.js';
import { InboxMessageEntity } from '../../persistence/exchange.entities.js';
import {
  type FetchedMessage,
  MessageTransport,
  type MessageHead,
  type PendingItem,
} from '../../ports/message-transport.port.js';
import { MessageCodec } from '../../ports/message-codec.port.js';
import { LateMessages } from './late-messages.js';
import { readingOf, REASON_LONGEST } from './read-message.js';
import { RefuseConflictingContent } from './refuse-conflicting-content.js';
import { ACKNOWLEDGE_MESSAGE, HEED_STATUS, REGISTER_MESSAGE } from '../../jobs/jobs.js';

/** New messages taken in one turn; what is left comes with the next. */
const AT_ONCE = 200;
/** After so many messages of a turn that did not come, it is asked whether the e-office is there at all. */
const SILENCES_TO_ASK = 3;
/** After so many the turn ends: each may have kept us waiting for a minute. */
const SILENCES_TO_STOP = 10;
/** A message that was not handed over is asked for again after an hour. */
const ASK_AGAIN_MS = 60 * 60_000;

/** What a message is, under whatever name it came. */
type Content = Pick<InboxMessageEntity, 'sha256' | 'size' | 'documentId' | 'warnings' | 'state' | 'reason'> & {
  readonly head: MessageHead;
};

/**
 * Takes what the e-office holds for us: raw bytes and message under its own id in one transaction, acknowledged only after commit.
 * A message that we have already is acknowledged again and changes nothing; one that cannot be taken holds up none of the others.
 */
@Injectable()
export class ReceivePending {
  private readonly late = new LateMessages();

  constructor(
    private readonly transport: MessageTransport,
    private readonly codec: MessageCodec,
    private readonly files: FileStore,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly refuseConflictingContent: RefuseConflictingContent,
  ) {}

  /**
   * @param end ends the job that asked, with the last message; where that changes nothing, its worker does
   * @returns how many new messages were stored
   * @throws OutsideUnavailable when the e-office does not answer
   */
  async receive(end?: EndJob): Promise<number> {
    const askedAt = this.clock.now();
    const pending = this.late.inOrder(await this.transport.listPending(), askedAt);
    const open = await this.openAcknowledgements();
    const known = await this.knownOf(pending);
    const heard = new Set(
      [...known.values()].filter(
        ({ id, acknowledgedAt }) => open.has(id) || (acknowledgedAt !== null && acknowledgedAt > askedAt),
      ),
    );
    let [asked, stored, silences] = [0, 0, 0];
    for (const item of pending) {
      const before = known.get(item.messageId);
      if (before === undefined) asked += 1;
      if (asked > AT_ONCE || silences === SILENCES_TO_STOP) break;
      try {
        if (await this.take(item, before, { heard, end: item === pending.at(-1) ? end : undefined })) stored += 1;
        this.late.came(item.messageId);
      } catch (error) {
        this.log.warn('exchange.notTaken', { messageId: item.messageId, error });
        if (error instanceof OutsideUnavailable) silences += 1;
        if (silences === SILENCES_TO_ASK) await this.requireThere(error);
        await this.leave(item, before, error);
      }
    }
    return stored;
  }

  /** Takes one message that need not be pending any more, unless we have it. @throws OutsideUnavailable · OutsideRefused */
  async fetch(item: PendingItem): Promise<void> {
    const known = (await this.knownOf([item])).get(item.messageId);
    if (known === undefined || known.sha256 === NO_BYTES) await this.receiveItem(item, known);
  }

  /** What has not come all too often is shown to a clerk, and like everything that a clerk sees so asked for again after an hour only. */
  private async leave(item: PendingItem, known: InboxMessageEntity | undefined, error: unknown): Promise<void> {
    const { messageId } = item;
    if (!(error instanceof OutsideUnavailable)) {
      this.late.broke(messageId);
      return;
    }
    const isOverdue = this.late.stayedOut(messageId, this.clock.now());
    if (known === undefined ? !isOverdue : known.sha256 !== NO_BYTES) return;
    const why = `Hệ thống quản lý văn bản nhiều lần không giao trọn vẹn tin này: ${error.options.reason ?? error.message}`;
    await this.storeAs(item, known, await this.withoutBytes(item, why));
    this.late.came(messageId);
  }

  /** An e-office that answers has messages that do not come; one that does not is away. */
  private async requireThere(failure: unknown): Promise<void> {
    if (!this.transport.abilities.has('serviceInfo')) throw failure;
    await this.transport.serviceInfo();
  }

  private async knownOf(pending: readonly PendingItem[]): Promise<ReadonlyMap<string, InboxMessageEntity>> {
    const rows = await inPieces(
      pending.map(({ messageId }) => messageId),
      (some) => rowsBy(this.database.reader.manager, InboxMessageEntity, { remoteId: some }),
    );
    return new Map(rows.map((row) => [row.remoteId, row]));
  }

  /** @param heard those whose acknowledgement the e-office gets anyway, or has got since it was asked @returns whether a new message was stored */
  private async take(
    item: PendingItem,
    known: InboxMessageEntity | undefined,
    { heard, end }: { readonly heard: ReadonlySet<InboxMessageEntity>; readonly end: EndJob | undefined },
  ): Promise<boolean> {
    if (known === undefined) return this.receiveItem(item, undefined, end);
    if (known.sha256 !== NO_BYTES) {
      if (!(await this.refuseConflictingContent.refuse(item, known)) && !heard.has(known))
        await this.acknowledgeAgain(known);
      return false;
    }
    if (this.clock.now().getTime() - known.receivedAt.getTime() < ASK_AGAIN_MS) return false;
    return this.receiveItem(item, known);
  }

  /** Messages whose acknowledgement is on its way. Read before the messages themselves: one that is kept meanwhile shows there. */
  private async openAcknowledgements(): Promise<ReadonlySet<string>> {
    const open = await this.database.reader
      .getRepository(OutboxEntity)
      .find({ where: { kind: ACKNOWLEDGE_MESSAGE.kind, finishedAt: IsNull() }, select: { seq: true, payload: true } });
    return new Set(open.map(({ payload }) => ACKNOWLEDGE_MESSAGE.read(payload).inboxId));
  }

  /** Known, yet still pending there, and nothing on its way: our acknowledgement was lost or given up. Again at most once a day. */
  private async acknowledgeAgain({ id }: InboxMessageEntity): Promise<void> {
    const job = ACKNOWLEDGE_MESSAGE.of({ inboxId: id }, this.clock.now().toISOString().slice(0, 10));
    if (await this.database.reader.getRepository(OutboxEntity).existsBy({ key: job.key })) return;
    await this.uow.run((tx) => this.outbox.enqueue(tx, job));
  }

  /** The first step of what becomes of a message. */
  private receiveItem(item: PendingItem, known: InboxMessageEntity | undefined, end?: EndJob): Promise<boolean> {
    const attributes = { [SPAN_OF.message]: item.messageId };
    return inSpan('exchange.receive', { attributes }, async () =>
      this.storeAs(item, known, await this.contentOf(item), end),
    );
  }

  private async storeAs(
    { messageId }: PendingItem,
    known: InboxMessageEntity | undefined,
    { head, ...content }: Content,
    end?: EndJob,
  ): Promise<boolean> {
    const message = Object.assign(new InboxMessageEntity(), {
      id: known?.id ?? newId(),
      remoteId: messageId,
      fromAgency: beginningOf(head.fromAgency, REGISTER_LENGTHS.agencyCode),
      queuedAt: head.queuedAt,
      receivedAt: this.clock.now(),
      acknowledgedAt: null,
      returnedAt: null,
      otherSha256: known?.otherSha256 ?? null,
      otherSeenAt: known?.otherSeenAt ?? null,
      ...content,
    });
    try {
      await this.store(message, known, end);
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
    this.log.info('exchange.received', { messageId, state: message.state, size: message.size });
    return true;
  }

  private async contentOf(item: PendingItem): Promise<Content> {
    try {
      const fetched = await inWorkContext({ messageId: item.messageId }, () =>
        this.transport.getMessage(item.messageId),
      );
      return { ...(await this.keep(fetched)), head: fetched.head ?? this.listedHead(item) };
    } catch (error) {
      if (!(error instanceof OutsideRefused)) throw error;
      return this.withoutBytes(item, `Hệ thống quản lý văn bản không giao tin này: ${error.reason}`);
    }
  }

  /** What the e-office will not hand over is kept without bytes, so that a clerk sees it; it stays pending there. */
  private async withoutBytes(item: PendingItem, why: string): Promise<Content> {
    const sha256 = await this.files.put(Buffer.alloc(0));
    const none = { sha256, size: item.size ?? 0, documentId: null, warnings: [] };
    return { ...none, state: 'refused', reason: beginningOf(why, REASON_LONGEST), head: this.listedHead(item) };
  }

  private listedHead({ fromAgency = '', queuedAt = this.clock.now() }: PendingItem): MessageHead {
    return { fromAgency, queuedAt };
  }

  private async keep({ bytes }: FetchedMessage) {
    try {
      const reading = readingOf(await this.codec.outline(bytes));
      return { sha256: await this.files.putHeld(bytes), size: bytes.size, ...reading };
    } finally {
      await bytes.release();
    }
  }

  private async store(message: InboxMessageEntity, known: InboxMessageEntity | undefined, end?: EndJob): Promise<void> {
    const { id, state, sha256 } = message;
    await this.uow.run(async (tx) => {
      if (known === undefined) await insertRows(tx, InboxMessageEntity, message);
      else await tx.update(InboxMessageEntity, { id, sha256: NO_BYTES }, message);
      const payload = { inboxId: id };
      if (sha256 !== NO_BYTES) await this.outbox.enqueue(tx, ACKNOWLEDGE_MESSAGE.of(payload));
      if (state === 'stored') await this.outbox.enqueue(tx, REGISTER_MESSAGE.of(payload));
      if (state === 'noted') await this.outbox.enqueue(tx, HEED_STATUS.of(payload));
      const act = state === 'refused' ? 'message.refuse' : 'message.receive';
      await this.journal.record(tx, SYSTEM, { action: act, objectKind: 'inboxMessage', objectId: id });
      await end?.(tx);
    });
  }
}
