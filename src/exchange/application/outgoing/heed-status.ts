import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { Settings } from '../../../config/settings.js';
import { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../../documents/index.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { documentIdOf, ownDocument } from '../../domain/document-id.js';
import { AgencyQueries } from '../../persistence/agency-queries.js';
import { DispatchEntity, InboxMessageEntity } from '../../persistence/exchange.entities.js';
import { MessageCodec } from '../../ports/message-codec.port.js';
import type { StatusMessage } from '../../ports/message.js';
import { AwaitedDocuments } from '../incoming/awaited-documents.js';
import { ClerkTasks } from '../incoming/clerk-tasks.js';
import { AWAITS } from '../incoming/judge-message.js';
import { RecipientAnswers, type RecipientAnswer } from './recipient-answers.js';
import { HEED_STATUS } from '../../jobs/jobs.js';

const ASKED_BACK = 'Nơi gửi xin lấy lại văn bản; văn thư xem và quyết định.';

type Answer = StatusMessage & Pick<RecipientAnswer, 'status'>;

/**
 * Has kept what a recipient answers to a recall, a correction or a replacement. A sender that asks for a document of its own back, 13, is set before a
 * clerk. Any other status is kept with its message and changes nothing.
 */
@Injectable()
export class HeedStatus implements JobHandler<typeof HEED_STATUS> {
  readonly job = HEED_STATUS;

  constructor(
    private readonly settings: Settings,
    private readonly codec: MessageCodec,
    private readonly files: FileStore,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly answers: RecipientAnswers,
    private readonly tasks: ClerkTasks,
    private readonly awaited: AwaitedDocuments,
    private readonly agencies: AgencyQueries,
  ) {}

  async handle({ inboxId }: PayloadOf<typeof HEED_STATUS>): Promise<void> {
    const inbox = await this.database.reader.getRepository(InboxMessageEntity).findOneBy({ id: inboxId });
    if (!inbox) throw new DomainError('not-found', { what: 'inboxMessage' });
    const { message } = await this.codec.readInTurns(await this.files.get(inbox.sha256));
    if (message?.kind !== 'status' || message.from.id !== inbox.fromAgency) return;
    if (message.status === '13') await this.uow.run((tx) => this.setAside(tx, inbox, message));
    else if (isAnswer(message)) await this.uow.run((tx) => this.apply(tx, message));
  }

  /** What is asked back before it has come waits for it; the same wish once more is answered once. */
  private async setAside(
    tx: EntityManager,
    inbox: InboxMessageEntity,
    { from, responseFor }: StatusMessage,
  ): Promise<void> {
    const { id: inboxId } = inbox;
    const speaking = { from, documentId: responseFor.documentId, responseFor: [responseFor] };
    const about = await this.tasks.meant(tx, speaking);
    if (about === null && this.awaited.mayCome('askedBack', inbox)) {
      await tx.update(InboxMessageEntity, { id: inboxId, state: 'noted' }, { reason: AWAITS });
      return this.awaited.wait(tx, inbox, 'askedBack', speaking);
    }
    if (about !== null && (await this.tasks.isOpen(tx, about.id, 'askedBack'))) return;
    const change = { state: 'task' as const, reason: ASKED_BACK };
    const { affected } = await tx.update(InboxMessageEntity, { id: inboxId, state: 'noted' }, change);
    if (affected === 1) await this.tasks.open(tx, { inboxId, kind: 'askedBack', aboutDocumentId: about?.id ?? null });
  }

  private async apply(tx: EntityManager, message: Answer): Promise<void> {
    const document = await this.spokenOf(tx, message.responseFor.documentId);
    const codes = await this.agencies.codesOf(message.from.id);
    const asked = document && (await askedOf(tx, document.id, codes));
    if (!document || !asked) return;
    const { status, description: reason = '' } = message;
    await this.answers.keep(tx, asked.id, { codes, status, at: this.clock.now(), reason });
  }

  /** The document of ours that a name says; null where the name is not of one. */
  private async spokenOf(tx: EntityManager, documentId: string): Promise<OutgoingDocumentEntity | null> {
    const own = ownDocument(this.settings.agency.code, documentId);
    const document = own && (await tx.findOneBy(OutgoingDocumentEntity, own));
    return document && documentIdOf(this.settings.agency.code, document) === documentId ? document : null;
  }
}

function isAnswer(message: StatusMessage): message is Answer {
  return message.status === '15' || message.status === '16';
}

/** The recall or change that this agency was sent last. */
async function askedOf(
  tx: EntityManager,
  outgoingDocumentId: string,
  codes: readonly string[],
): Promise<DispatchEntity | null> {
  const sent = await tx.find(DispatchEntity, {
    where: { outgoingDocumentId, business: Not(IsNull()), sentAt: Not(IsNull()) },
    order: { createdAt: 'DESC' },
  });
  for (const sending of sent) {
    const { aboutDocumentId: id, receiverCode, alsoTo } = sending;
    const named = [...(receiverCode === null ? [] : [receiverCode]), ...(alsoTo ?? []).map(({ code }) => code)];
    if (named.some((code) => codes.includes(code))) return sending;
    const answered = { id, senderCode: In([...codes]) };
    if (receiverCode === null && (await tx.existsBy(IncomingDocumentEntity, answered))) return sending;
  }
  return null;
}
