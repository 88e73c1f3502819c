import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Settings } from '../../config/settings.js';
import { IncomingDocumentEntity, RegisterIncoming, type IncomingEntry } from '../../documents/index.js';
import { beginningOf, REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { withoutPeople } from '../../privacy/domain/find-private.js';
import { Outbox, type Payload, type PromiseKeeper } from '../../platform/outbox/outbox.js';
import { whyReturned } from '../domain/incoming-check.js';
import { InboxMessageEntity } from '../persistence/exchange.entities.js';
import type { DocumentMessage } from '../ports/message.js';
import { MessageCodec } from '../ports/message-codec.port.js';
import { FeedbackReader } from '../ports/feedback-reader.port.js';
import { Dispatches } from './dispatches.js';
import { CheckArrival } from './check-arrival.js';
import { CheckMessageSignature } from './check-message-signature.js';
import { ReturnMessage } from './return-message.js';
import { codeOf } from './register-fit.js';

/** Enters a received document in the incoming register, answers 01 and 03, and tells the case it opens; or sends it back before that. */
@Injectable()
export class RegisterMessage implements PromiseKeeper {
  readonly kind = 'exchange.register';

  constructor(
    private readonly settings: Settings,
    private readonly codec: MessageCodec,
    private readonly feedback: FeedbackReader,
    private readonly files: FileStore,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly dispatches: Dispatches,
    private readonly registerIncoming: RegisterIncoming,
    private readonly arrival: CheckArrival,
    private readonly signature: CheckMessageSignature,
    private readonly returnMessage: ReturnMessage,
  ) {}

  async keep({ inboxId }: Payload): Promise<void> {
    const inbox = await this.database.reader.getRepository(InboxMessageEntity).findOneBy({ id: inboxId ?? '' });
    if (!inbox) throw new DomainError('not-found', { what: 'inboxMessage' });
    if (inbox.state !== 'stored') return;
    const bytes = await this.files.get(inbox.sha256);
    const { message } = this.codec.read(bytes);
    if (message?.kind !== 'document') throw new DomainError('message-unreadable', { inboxId });
    const entry = await this.entryOf(inbox, message, await this.signature.execute(bytes, message));
    await this.uow.run((tx) => this.apply(tx, { inbox, message, entry }));
  }

  private async apply(
    tx: EntityManager,
    { inbox, message, entry }: { inbox: InboxMessageEntity; message: DocumentMessage; entry: IncomingEntry },
  ): Promise<void> {
    const finding = await this.findingOf(tx, inbox, message);
    const returned = finding === null ? this.whyReturned(message, entry) : null;
    if (returned !== null) return this.returnMessage.execute(tx, inbox, returned);
    const claimed = await tx.update(
      InboxMessageEntity,
      { id: inbox.id, state: 'stored' },
      finding ?? { state: 'registered' },
    );
    if (finding || claimed.affected !== 1) return;
    const document = await this.registerIncoming.execute(tx, SYSTEM, entry);
    await this.dispatches.status(tx, document, {
      status: '01',
      description: 'Hệ thống của Sở đã nhận văn bản.',
      key: '01',
    });
    const description = `Đã vào Sổ văn bản đến, số ${document.arrivalNumber}.`;
    await this.dispatches.status(tx, document, { status: '03', description, key: '03' });
    const payload = { inboxId: inbox.id, incomingDocumentId: document.id };
    await this.outbox.promise(tx, {
      kind: 'exchange.mirrorIncoming',
      key: `exchange.mirrorIncoming:${document.id}`,
      payload,
    });
    if (message.from.id === this.settings.hotline.code) {
      await this.outbox.promise(tx, { kind: 'case.open', key: `case.open:${document.id}`, payload });
    }
  }

  /** What a clerk must look at before anything is applied; a document that came before is never applied twice. */
  private async findingOf(
    tx: EntityManager,
    inbox: InboxMessageEntity,
    { documentId, business, from }: DocumentMessage,
  ): Promise<Pick<InboxMessageEntity, 'state' | 'reason'> | null> {
    if (from.id !== inbox.fromAgency) return { state: 'task', reason: senderDoubt(from.id, inbox.fromAgency) };
    if (business !== 'new') return { state: 'task', reason: BUSINESS_TASKS[business] };
    const known = await tx.findOneBy(IncomingDocumentEntity, { senderCode: from.id, documentId });
    if (!known) return null;
    const brought = await tx.findOneBy(InboxMessageEntity, { remoteId: known.messageId ?? '' });
    if (brought?.sha256 === inbox.sha256)
      return { state: 'duplicate', reason: 'Văn bản này đã nhận trước đó; không ghi sổ lần nữa.' };
    return {
      state: 'changed',
      reason: `Cùng mã văn bản với tin đã nhận (số đến ${known.arrivalNumber}) nhưng nội dung khác. Chưa ghi đè; hãy hỏi lại nơi gửi.`,
    };
  }

  private async entryOf(
    inbox: InboxMessageEntity,
    message: DocumentMessage,
    messageSignature: IncomingEntry['messageSignature'],
  ): Promise<IncomingEntry> {
    return {
      senderCode: message.from.id,
      senderName: beginningOf(message.from.name, REGISTER_LENGTHS.agencyName),
      code: codeOf(message),
      issuedDate: message.promulgationDate ?? civilDateOf(inbox.queuedAt),
      typeName: beginningOf(message.typeName, REGISTER_LENGTHS.typeName),
      subject: beginningOf(this.subjectOf(message), REGISTER_LENGTHS.subject),
      priority: message.priority,
      documentId: message.documentId,
      messageId: inbox.remoteId,
      messageSignature,
      queuedAt: inbox.queuedAt,
      files: await this.arrival.execute(message.attachments),
    };
  }

  private whyReturned(message: DocumentMessage, { files }: IncomingEntry): string | null {
    if (message.from.id === this.settings.hotline.code) return null;
    return whyReturned(message.to, this.settings.agency.code, files);
  }

  /** The registers are read by the whole staff and shown in the e-office, so of what citizens wrote no person stands in them. */
  private subjectOf(message: DocumentMessage): string {
    if (message.from.id !== this.settings.hotline.code) return message.subject;
    const { name = '', phone = '', email = '', address = '' } = this.feedback.read(message).feedback.sender;
    return withoutPeople(beginningOf(message.subject, LOOKED_THROUGH), { name, phone, email, address });
  }
}

/** Of an overlong subject no more is looked through for people: eight times what the register keeps. */
const LOOKED_THROUGH = 8 * REGISTER_LENGTHS.subject;

/** Anyone on the axis can write any agency into a message; whose it is, the e-office knows. */
function senderDoubt(written: string, handedInBy: string): string {
  return `Văn bản ghi nơi gửi là ${written}, nhưng e-office nhận từ ${handedInBy}. Chưa vào sổ; văn thư xác minh nơi gửi.`;
}

const BUSINESS_TASKS: Readonly<Record<'revoke' | 'update' | 'replace', string>> = {
  revoke: 'Nơi gửi thu hồi văn bản; văn thư xem và quyết định.',
  update: 'Nơi gửi cập nhật văn bản; văn thư xem và quyết định.',
  replace: 'Nơi gửi thay thế văn bản; văn thư xem và quyết định.',
};
