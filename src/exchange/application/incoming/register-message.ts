import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beginningOf } from '../../../kernel/beginning-of.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { KnownNumber } from '../../../documents/domain/lost-number.js';
import type { IncomingEntry } from '../../../documents/index.js';
import { REGISTER_LENGTHS } from '../../../documents/domain/register-lengths.js';
import { Database } from '../../../platform/database/database.js';
import { rowBy } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { EndJob, JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { InboxMessageEntity } from '../../persistence/exchange.entities.js';
import type { DocumentMessage } from '../../ports/message.js';
import { MessageCodec } from '../../ports/message-codec.port.js';
import { AwaitedDocuments } from './awaited-documents.js';
import { CheckArrival, type CheckedArrival } from './check-arrival.js';
import { CheckMessageSignature } from './check-message-signature.js';
import { ClerkTasks } from './clerk-tasks.js';
import { EnterMessage } from './enter-message.js';
import { JudgeMessage, type Finding } from './judge-message.js';
import { ReturnMessage } from './return-message.js';
import { RedactHotlineSubject } from './redact-hotline-subject.js';
import { codeOf, textsInLine } from './register-fit.js';
import { REGISTER_MESSAGE } from '../../jobs/jobs.js';

/** A message, what is to be written of it, and what its files were found to be. */
interface Arrived {
  readonly inbox: InboxMessageEntity;
  readonly message: DocumentMessage;
  readonly entry: IncomingEntry;
  readonly arrival: CheckedArrival;
}

/**
 * Takes a received document on: into the incoming register, back to its sender, or before a clerk. What a clerk has decided on comes here again, with
 * the decision.
 */
@Injectable()
export class RegisterMessage implements JobHandler<typeof REGISTER_MESSAGE> {
  readonly job = REGISTER_MESSAGE;

  constructor(
    private readonly codec: MessageCodec,
    private readonly redactHotlineSubject: RedactHotlineSubject,
    private readonly files: FileStore,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly judgeMessage: JudgeMessage,
    private readonly tasks: ClerkTasks,
    private readonly enterMessage: EnterMessage,
    private readonly checkArrival: CheckArrival,
    private readonly checkMessageSignature: CheckMessageSignature,
    private readonly returnMessage: ReturnMessage,
    private readonly awaited: AwaitedDocuments,
  ) {}

  /** @throws DomainError `numbering-held` while no number is given after a restore; what was taken waits */
  async handle({ inboxId }: PayloadOf<typeof REGISTER_MESSAGE>, end?: EndJob): Promise<void> {
    if (await this.enterMessage.isHeld()) throw new DomainError('numbering-held', { inboxId });
    await this.register(inboxId, {}, end);
  }

  /** Brings the line of a message back after a restore. @param under the number that it is known to have had; null where nobody knows one */
  async restore(inboxId: string, under: KnownNumber | null): Promise<void> {
    await this.register(inboxId, { restored: { under } });
  }

  private async register(inboxId: string, how: Pick<IncomingEntry, 'restored'>, end?: EndJob): Promise<void> {
    const inbox = await rowBy(this.database.reader.manager, InboxMessageEntity, { id: inboxId });
    if (!inbox) throw new DomainError('not-found', { what: 'inboxMessage' });
    if (inbox.state !== 'stored') return;
    const bytes = await this.files.get(inbox.sha256);
    const { message } = await this.codec.readInTurns(bytes);
    if (message?.kind !== 'document') throw new DomainError('message-unreadable', { inboxId });
    const messageSignature = await this.checkMessageSignature.check(bytes, message);
    const arrival = await this.checkArrival.check(message.attachments, inbox.receivedAt);
    const entry = { ...this.entryOf(inbox, message), ...how, messageSignature, files: arrival.files };
    await this.uow.run(async (tx) => {
      await this.apply(tx, { inbox, message, entry, arrival });
      await end?.(tx);
    });
  }

  private async apply(tx: EntityManager, { inbox, message, entry, arrival }: Arrived): Promise<void> {
    const judged = await this.judgeMessage.judge(tx, inbox, message);
    if (judged.state !== null) return this.setAside(tx, { inbox, message, finding: judged });
    const returned = await this.returnMessage.why(message, entry.files);
    if (returned !== null) {
      await this.checkArrival.record(tx, arrival);
      return this.returnMessage.return(tx, inbox, returned);
    }
    const change = { state: 'registered' as const, reason: null };
    const claimed = await tx.update(InboxMessageEntity, { id: inbox.id, state: 'stored' }, change);
    if (claimed.affected !== 1) return;
    await this.checkArrival.record(tx, arrival);
    await this.enterMessage.enter(tx, { inboxId: inbox.id, entry, task: judged.task });
  }

  private async setAside(
    tx: EntityManager,
    { inbox, message, finding }: { inbox: InboxMessageEntity; message: DocumentMessage; finding: Finding },
  ): Promise<void> {
    const { id: inboxId } = inbox;
    const { state, reason, task, awaits } = finding;
    const claimed = await tx.update(InboxMessageEntity, { id: inboxId, state: 'stored' }, { state, reason });
    if (claimed.affected !== 1) return;
    if (task !== undefined) await this.tasks.open(tx, { inboxId, ...task });
    if (awaits !== undefined) await this.awaited.wait(tx, inbox, awaits, message);
  }

  private entryOf(
    inbox: InboxMessageEntity,
    message: DocumentMessage,
  ): Omit<IncomingEntry, 'messageSignature' | 'files'> {
    return {
      senderCode: message.from.id,
      senderName: beginningOf(message.from.name, REGISTER_LENGTHS.agencyName),
      code: codeOf(message),
      issuedDate: message.promulgationDate ?? civilDateOf(inbox.queuedAt),
      ...textsInLine(message, this.redactHotlineSubject.redact(message, message.subject)),
      priority: message.priority,
      documentId: message.documentId,
      messageId: inbox.remoteId,
      queuedAt: inbox.queuedAt,
    };
  }
}
