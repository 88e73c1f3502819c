import type { Attachment, DocumentMessage } from '../../../../src/exchange/ports/message.js';
import type { FeedbackDraft } from '../feedback-ticket.js';
import { hotlineDay, hotlineLetter } from '../hotline-letter.js';
import type { Office } from '../office.js';
import type { SentFeedback } from '../store/feedback-book.js';
import type { Consignment } from '../store/ledger.js';
import type { QueuedMessage } from '../store/mailbox.js';
import { DeskRefusal } from './desk-refusal.js';
import type { RecallDesk } from './recall-desk.js';

/** Something that came back from the department about a citizen's feedback. */
export interface Returned {
  readonly consignment: Consignment;
  /** The letter itself, when it was one and can still be read. */
  readonly letter: DocumentMessage | null;
  /** Whether it was given up when its sender took it back. */
  readonly recalled: boolean;
}

/** Where the hotline's operator sends a citizen's feedback and sees what comes back. */
export class HotlineDesk {
  constructor(
    private readonly office: Office,
    private readonly recalls: RecallDesk,
  ) {}

  /** Queues the feedback for the department as an edXML document. @param files at most as many as the caller's form takes */
  send(draft: FeedbackDraft, files: readonly Attachment[]): SentFeedback {
    const { store, clock, codec, parties } = this.office;
    const at = clock.now();
    return store.atomically(() => {
      const number = store.feedback.nextNumber(hotlineDay(at));
      const { ticket, document } = hotlineLetter(draft, files, parties, { number, at });
      const message = this.queue(codec.write(document), document.documentId);
      const sent = { documentId: document.documentId, messageId: message.id, sentAt: at };
      store.feedback.note(sent, ticket);
      return { ...sent, hotlineCode: ticket.hotlineCode, ticket };
    });
  }

  /** Queues bytes as they are, readable or not, as if the hotline's system had sent them. */
  queue(bytes: Buffer, documentId: string | null, kind: QueuedMessage['kind'] = 'document'): QueuedMessage {
    const { store, clock, parties } = this.office;
    return store.atomically(() => {
      const message = store.mailbox.queue({
        kind,
        fromAgency: parties.hotline.id,
        toAgency: parties.department.id,
        documentId,
        bytes,
        queuedAt: clock.now(),
      });
      this.office.tellOfMessage(message.id);
      return message;
    });
  }

  /**
   * Delivers once more what was delivered before.
   *
   * @param as `same` puts the very message back into the list; `copy` queues its bytes under a new message id
   * @throws DeskRefusal when there is no such message
   */
  deliverAgain(messageId: string, as: 'same' | 'copy'): QueuedMessage {
    const { mailbox } = this.office.store;
    const message = mailbox.find(messageId);
    if (!message) throw new DeskRefusal('unknown', 'Không có văn bản này trong hộp thư.');
    if (as === 'copy') return this.queue(mailbox.bytes(message), message.documentId, message.kind);
    return this.office.store.atomically(() => {
      this.office.tellOfMessage(messageId);
      return mailbox.putBack(messageId);
    });
  }

  /** What the department answered, oldest first. */
  cameBack(sent: SentFeedback): readonly Returned[] {
    const { ledger } = this.office.store;
    return ledger.answersTo(sent.documentId).map((consignment) => {
      const letter = this.letter(consignment);
      return { consignment, letter, recalled: letter !== null && this.recalls.isGivenUp(letter.documentId) };
    });
  }

  /** A file that came with an answer. @param index of the attachment, from 0 */
  attachment(consignmentId: string, index: number): Attachment | undefined {
    const consignment = this.office.store.ledger.find(consignmentId);
    return consignment && this.letter(consignment)?.attachments[index];
  }

  private letter(consignment: Consignment): DocumentMessage | null {
    if (consignment.kind !== 'document') return null;
    const { message } = this.office.codec.read(this.office.store.ledger.bytes(consignment));
    return message?.kind === 'document' ? message : null;
  }
}
