import { Check, Entity, Index } from 'typeorm';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { INBOX_STATES, type InboxState } from '../domain/inbox.js';
import type { BusinessType, EdxmlStatus } from '../ports/message.js';

/** A message from outside under the e-office's own id, with its raw bytes; a second delivery finds this row. */
@Entity('inbox_message')
@Index('uq_inbox_message_remote', ['remoteId'], { unique: true })
@Index('ix_inbox_message_document', ['documentId'])
@Index('ix_inbox_message_queued', ['queuedAt'])
@Index('ix_inbox_message_state', ['state', 'receivedAt'])
@Index('ix_inbox_message_other', ['receivedAt'], { where: '"otherSha256" IS NOT NULL' })
@Check('ck_inbox_message_state', `"state" in (${INBOX_STATES.map((state) => `'${state}'`).join(', ')})`)
export class InboxMessageEntity {
  @KeyColumn({ text: 36 }, 'pk_inbox_message')
  id!: string;

  @KindColumn({ exact: REGISTER_LENGTHS.messageId })
  remoteId!: string;

  @KindColumn({ text: REGISTER_LENGTHS.agencyCode })
  fromAgency!: string;

  /** The raw bytes, in the file store; those of nothing when the e-office would not hand them over. */
  @KindColumn({ text: 64 })
  sha256!: string;

  @KindColumn('integer')
  size!: number;

  @KindColumn('instant')
  queuedAt!: Date;

  @KindColumn('instant')
  receivedAt!: Date;

  @KindColumn({ text: 20 })
  state!: InboxState;

  @KindColumn({ exact: REGISTER_LENGTHS.documentId }, { nullable: true })
  documentId!: string | null;

  @KindColumn({ text: 1000 }, { nullable: true })
  reason!: string | null;

  @KindColumn('json')
  warnings!: string[];

  @KindColumn('instant', { nullable: true })
  acknowledgedAt!: Date | null;

  /** Of a refused message: when it was read, judged and sent back with a reason; null when it could not be read. */
  @KindColumn('instant', { nullable: true })
  returnedAt!: Date | null;

  /** Other bytes that came later under the same name: kept, and refused. */
  @KindColumn({ text: 64 }, { nullable: true })
  otherSha256!: string | null;

  @KindColumn('instant', { nullable: true })
  otherSeenAt!: Date | null;
}

/** A message of ours to another agency; sent once under its consignment id, however often we try. */
@Entity('dispatch')
@Index('uq_dispatch_consignment', ['consignmentId'], { unique: true })
@Index('ix_dispatch_about', ['aboutDocumentId', 'createdAt'])
@Index('ix_dispatch_letter', ['outgoingDocumentId'])
@Index('ix_dispatch_unsent', ['createdAt'], { where: '"sentAt" IS NULL' })
export class DispatchEntity {
  @KeyColumn({ text: 36 }, 'pk_dispatch')
  id!: string;

  @KindColumn({ text: 100 })
  consignmentId!: string;

  @KindColumn({ text: 10 })
  kind!: 'document' | 'status';

  /**
   * The incoming document (our id) that this speaks of; the inbox entry where it was returned before it had a line in the register; the outgoing one
   * itself where it answers nothing.
   */
  @KindColumn({ text: 36 })
  aboutDocumentId!: string;

  /** The letter that is sent; null for a status. */
  @KindColumn({ text: 36 }, { nullable: true })
  outgoingDocumentId!: string | null;

  /** The agency that gets the letter without being the one whose document it answers; null for that one, and for a status. */
  @KindColumn({ exact: REGISTER_LENGTHS.agencyCode }, { nullable: true })
  receiverCode!: string | null;

  @KindColumn({ text: 300 }, { nullable: true })
  receiverName!: string | null;

  /** Agencies that get it with the same message, where an e-office takes a document only once. */
  @KindColumn('json', { nullable: true })
  alsoTo!: readonly { readonly code: string; readonly name: string }[] | null;

  /** The message of another agency that this status answers, 15 or 16; null for any other. */
  @KindColumn({ text: 36 }, { nullable: true })
  answersInboxId!: string | null;

  /** What the message does to a document that its receiver has; null where it brings a new one, or is a status. */
  @KindColumn({ text: 10 }, { nullable: true })
  business!: Exclude<BusinessType, 'new'> | null;

  @KindColumn({ text: 2 }, { nullable: true })
  status!: EdxmlStatus | null;

  @KindColumn('longText', { nullable: true })
  description!: string | null;

  /** The edXML that was or will be sent, in the file store; null until written. */
  @KindColumn({ text: 64 }, { nullable: true })
  sha256!: string | null;

  @KindColumn('instant')
  createdAt!: Date;

  @KindColumn('instant', { nullable: true })
  sentAt!: Date | null;

  @KindColumn({ text: 100 }, { nullable: true })
  receiptId!: string | null;

  /** Why it will not be tried again by itself. */
  @KindColumn({ text: 1000 }, { nullable: true })
  failure!: string | null;

  /** It was held back before anything of it left. */
  @KindColumn('instant', { nullable: true })
  cancelledAt!: Date | null;

  /** What its receiver says to a recall or a change: 15 agreed, 16 refused; null while nothing came. */
  @KindColumn({ text: 2 }, { nullable: true })
  answer!: Extract<EdxmlStatus, '15' | '16'> | null;

  @KindColumn('instant', { nullable: true })
  answeredAt!: Date | null;

  @KindColumn({ text: 1000 }, { nullable: true })
  answerReason!: string | null;

  /** What the agencies say that got it with the same message, each its last word; null while none of them said anything. */
  @KindColumn('json', { nullable: true })
  alsoAnswered!: readonly AlsoAnswered[] | null;
}

/** The answer of an agency of `alsoTo` to a recall or a change. */
export interface AlsoAnswered {
  readonly code: string;
  readonly name: string;
  readonly answer: Extract<EdxmlStatus, '15' | '16'>;
  /** ISO time. */
  readonly answeredAt: string;
  readonly answerReason: string | null;
}

/** An event that the e-office sent to the callback; a replay finds this row. */
@Entity('e_office_event')
export class EOfficeEventEntity {
  @KeyColumn({ exact: 100 }, 'pk_e_office_event')
  eventId!: string;

  @KindColumn('instant')
  receivedAt!: Date;

  @KindColumn({ text: 64 })
  sha256!: string;

  @KindColumn({ text: 36 })
  receiptId!: string;
}

/** What a door refused, for the clerk's list; kept as long as other evidence of the exchange. */
@Entity('refused_call')
@Index('ix_refused_call_at', ['at'])
export class RefusedCallEntity {
  @KeyColumn({ text: 36 }, 'pk_refused_call')
  id!: string;

  @KindColumn('instant')
  at!: Date;

  @KindColumn({ text: 40 })
  door!: string;

  @KindColumn({ text: 60 })
  code!: string;

  @KindColumn({ text: 1000 })
  reason!: string;

  @KindColumn({ text: 64 }, { nullable: true })
  rawSha256!: string | null;

  /** Where those bytes are kept; null for none, and for those of before bundles, which lie among the stored files. */
  @KindColumn({ text: 64 }, { nullable: true })
  bundle!: string | null;
}
