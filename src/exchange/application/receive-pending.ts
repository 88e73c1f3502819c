import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { OutsideRefused } from '../../kernel/outside-failure.js';
import { Journal } from '../../journal/index.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Log } from '../../platform/telemetry/log.js';
import { InboxMessageEntity } from '../persistence/exchange.entities.js';
import { Mailroom, type PendingItem } from '../ports/mailroom.port.js';
import { MessageCodec, type ReadOutcome } from '../ports/message-codec.port.js';

/**
 * Takes what the e-office holds for us: raw bytes and message under its own id in one transaction, acknowledged only after commit.
 * A message that we have already is acknowledged again and changes nothing.
 */
@Injectable()
export class ReceivePending {
  constructor(
    private readonly mailroom: Mailroom,
    private readonly codec: MessageCodec,
    private readonly files: FileStore,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** @returns how many new messages were stored @throws OutsideUnavailable when the e-office does not answer */
  async execute(): Promise<number> {
    let stored = 0;
    for (const item of await this.mailroom.listPending()) {
      if (await this.acknowledgeAgain(item)) continue;
      if (await this.receiveUnlessRefused(item)) stored += 1;
    }
    return stored;
  }

  /** Known, yet still pending there: our acknowledgement was lost, or is on its way. */
  private async acknowledgeAgain(item: PendingItem): Promise<boolean> {
    const known = await this.database.reader.getRepository(InboxMessageEntity).findOneBy({ remoteId: item.messageId });
    if (!known) return false;
    if (known.acknowledgedAt === null) return true;
    const again = `exchange.acknowledge:${known.id}:${this.clock.now().toISOString().slice(0, 16)}`;
    await this.uow.run((tx) =>
      this.outbox.promise(tx, { kind: 'exchange.acknowledge', key: again, payload: { inboxId: known.id } }),
    );
    return true;
  }

  /** A message that the e-office will not hand over holds up none of the others; it stays pending there. */
  private async receiveUnlessRefused(item: PendingItem): Promise<boolean> {
    try {
      return await this.receive(item);
    } catch (error) {
      if (!(error instanceof OutsideRefused)) throw error;
      this.log.warn('exchange.notHandedOver', { messageId: item.messageId, error });
      return false;
    }
  }

  private async receive(item: PendingItem): Promise<boolean> {
    const { bytes } = await this.mailroom.getMessage(item.messageId);
    const sha256 = await this.files.put(bytes);
    const message = Object.assign(new InboxMessageEntity(), {
      id: newId(),
      remoteId: item.messageId,
      fromAgency: item.fromAgency,
      sha256,
      size: bytes.length,
      queuedAt: item.queuedAt,
      receivedAt: this.clock.now(),
      acknowledgedAt: null,
      ...reading(this.codec.read(bytes)),
    });
    try {
      await this.store(message);
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
    this.log.info('exchange.received', { messageId: item.messageId, state: message.state, size: bytes.length });
    return true;
  }

  private async store(message: InboxMessageEntity): Promise<void> {
    await this.uow.run(async (tx) => {
      await tx.insert(InboxMessageEntity, message);
      const payload = { inboxId: message.id };
      await this.outbox.promise(tx, {
        kind: 'exchange.acknowledge',
        key: `exchange.acknowledge:${message.id}`,
        payload,
      });
      if (message.state === 'stored') {
        await this.outbox.promise(tx, { kind: 'exchange.register', key: `exchange.register:${message.id}`, payload });
      }
      const act = message.state === 'refused' ? 'message.refuse' : 'message.receive';
      await this.journal.record(tx, SYSTEM, { action: act, objectKind: 'inboxMessage', objectId: message.id });
    });
  }
}

function reading(outcome: ReadOutcome): Pick<InboxMessageEntity, 'state' | 'documentId' | 'reason' | 'warnings'> {
  const warnings = outcome.warnings.map(({ message }) => message).slice(0, 50);
  if (outcome.message === null) {
    const reason = outcome.errors
      .map(({ message }) => message)
      .join(' ')
      .slice(0, 1000);
    return { state: 'refused', documentId: null, reason, warnings };
  }
  const { message } = outcome;
  if (message.kind === 'status') {
    return { state: 'noted', documentId: message.responseFor.documentId, reason: null, warnings };
  }
  return { state: 'stored', documentId: message.documentId, reason: null, warnings };
}
