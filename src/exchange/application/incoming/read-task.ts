import { Injectable } from '@nestjs/common';
import { RegisterQueries, type IncomingDocumentEntity } from '../../../documents/index.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { sha256Of } from '../../../kernel/sha256.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { DocumentVersion } from '../../domain/changed-document.js';
import { amendmentOf, namesMeant } from '../../domain/clerk-task.js';
import { TaskQueries, type TaskWithMessage } from '../../persistence/task-queries.js';
import { MessageCodec } from '../../ports/message-codec.port.js';
import type { DocumentMessage, ExchangeMessage, Staff, StatusMessage } from '../../ports/message.js';
import { codeOf, fileNameInLine, textsInLine } from './register-fit.js';
import { RedactHotlineSubject } from './redact-hotline-subject.js';

/** What a message that waits for a decision says. */
export interface SaidInMessage {
  readonly from: ExchangeMessage['from'];
  /** Number and notation of what it brings, or of what it speaks of. */
  readonly code: string;
  readonly subject: string | null;
  readonly reason: string | null;
  /** The documents it means, as its sender calls them. */
  readonly means: readonly string[];
  readonly files: readonly { readonly name: string; readonly size: number }[];
  /** The agencies through which it came, first to last. */
  readonly way: readonly { readonly organId: string; readonly at: Date }[];
  /** Who can be asked about it. */
  readonly staff: Staff | undefined;
}

export interface DocumentVersions {
  readonly before: DocumentVersion;
  readonly after: DocumentVersion;
}

export interface TaskReading extends TaskWithMessage {
  readonly said: SaidInMessage;
  /** The line of the register that it means. */
  readonly about: IncomingDocumentEntity | null;
  /** What the register has, beside what is to stand beside it or in its place, cut as its line would be; null for a wish that brings no document, and where we have none. */
  readonly versions: DocumentVersions | null;
  /** The line under which it was entered. */
  readonly entered: IncomingDocumentEntity | null;
}

/** A task with all that a clerk needs to decide: the message beside the document it speaks of. */
@Injectable()
export class ReadTask {
  constructor(
    private readonly tasks: TaskQueries,
    private readonly registers: RegisterQueries,
    private readonly files: FileStore,
    private readonly codec: MessageCodec,
    private readonly redactHotlineSubject: RedactHotlineSubject,
  ) {}

  /** @throws DomainError `not-found` */
  async read(id: string): Promise<TaskReading> {
    const seen = await this.tasks.byId(id);
    if (!seen) throw new DomainError('not-found', { what: 'exchangeTask' });
    const { message } = await this.codec.readInTurns(await this.files.get(seen.inbox.sha256));
    if (message === null) throw new DomainError('message-unreadable', { inboxId: seen.inbox.id });
    const { aboutDocumentId, kind } = seen.task;
    const about = aboutDocumentId === null ? null : await this.registers.incomingById(aboutDocumentId);
    const isVersion = message.kind === 'document' && amendmentOf(kind) !== null;
    return {
      ...seen,
      said: message.kind === 'status' ? saidByStatus(message) : this.saidByDocument(message),
      about,
      versions: about !== null && isVersion ? await this.versionsOf(about, message) : null,
      entered: await this.registers.incomingByMessage(seen.inbox.remoteId),
    };
  }

  private async versionsOf(about: IncomingDocumentEntity, message: DocumentMessage): Promise<DocumentVersions> {
    const { code, issuedDate, typeName, subject, priority } = about;
    const { promulgationDate = null, attachments } = message;
    return {
      before: { code, issuedDate, typeName, subject, priority, files: await this.registers.filesOf(about.id) },
      after: {
        code: codeOf(message),
        issuedDate: promulgationDate,
        priority: message.priority,
        ...textsInLine(message, this.redactHotlineSubject.redact(message, message.subject)),
        files: attachments.map(({ name, content }) => ({
          name: fileNameInLine(name),
          size: content.length,
          sha256: sha256Of(content),
        })),
      },
    };
  }

  private saidByDocument(message: DocumentMessage): SaidInMessage {
    const { from, businessDetail: detail = {}, attachments, trace } = message;
    return {
      from,
      code: codeOf(message),
      means: namesMeant(message),
      way: trace,
      staff: detail.staff,
      subject: this.redactHotlineSubject.redact(message, message.subject),
      reason: detail.reason === undefined ? null : this.redactHotlineSubject.redact(message, detail.reason),
      files: attachments.map(({ name, content }) => ({ name, size: content.length })),
    };
  }
}

function saidByStatus({ from, responseFor, description, staff }: StatusMessage): SaidInMessage {
  return {
    from,
    code: responseFor.code,
    subject: null,
    reason: description ?? null,
    means: [responseFor.documentId],
    files: [],
    way: [],
    staff,
  };
}
