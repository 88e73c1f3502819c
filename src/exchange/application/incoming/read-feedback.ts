import { Injectable } from '@nestjs/common';
import { beginningOf } from '../../../kernel/beginning-of.js';
import { sha256Of } from '../../../kernel/sha256.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Database } from '../../../platform/database/database.js';
import { rowBy } from '../../../platform/database/rows.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { InboxMessageEntity } from '../../persistence/exchange.entities.js';
import { FeedbackReader } from '../../ports/feedback-reader.port.js';
import type { FeedbackReading } from '../../ports/feedback.js';
import { MessageCodec } from '../../ports/message-codec.port.js';

/** Length of the hotline's number on a ticket. */
const CODE_LONGEST = 100;
const DIGEST_LENGTH = 40;

export interface ReceivedFeedback extends FeedbackReading {
  readonly subject: string;
  readonly priority: number;
  readonly queuedAt: Date;
}

/** The citizen's feedback in a message that we hold, read from its raw bytes. */
@Injectable()
export class ReadFeedback {
  constructor(
    private readonly codec: MessageCodec,
    private readonly reader: FeedbackReader,
    private readonly files: FileStore,
    private readonly database: Database,
  ) {}

  /** @throws DomainError `not-found`, or `message-unreadable` when it holds no document */
  async read(inboxId: string): Promise<ReceivedFeedback> {
    const inbox = await rowBy(this.database.reader.manager, InboxMessageEntity, { id: inboxId });
    if (!inbox) throw new DomainError('not-found', { what: 'inboxMessage' });
    const { message } = await this.codec.readInTurns(await this.files.get(inbox.sha256));
    if (message?.kind !== 'document') throw new DomainError('message-unreadable', { inboxId });
    const { subject, priority } = message;
    const reading = this.reader.read(message);
    const feedback = { ...reading.feedback, hotlineCode: fittingCode(reading.feedback.hotlineCode) };
    return { ...reading, feedback, subject, priority, queuedAt: inbox.queuedAt };
  }
}

/** A number that is too long for a ticket keeps its beginning and stays apart from others that begin alike. */
function fittingCode(code: string): string {
  if (code.length <= CODE_LONGEST) return code;
  const digest = sha256Of(code).slice(0, DIGEST_LENGTH);
  return beginningOf(code, CODE_LONGEST - DIGEST_LENGTH) + digest;
}
