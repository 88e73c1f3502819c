import { Check, Entity, Index, VersionColumn } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { DocumentOutcome } from '../domain/document-outcome.js';
import { NUMBER_PROBLEM_LENGTH, type NumberSource } from '../domain/given-number.js';
import type { FileSignature } from '../domain/file-signature.js';
import {
  OUTGOING_STATES,
  type Amendment,
  type Book,
  type IncomingAmendment,
  type OutgoingState,
} from '../domain/register.js';
import type { TakenOver } from '../domain/take-over/taken-over.js';
import { RECEIPT_LENGTH } from '../domain/delivery/receipt.js';
import { REGISTER_LENGTHS } from '../domain/register-lengths.js';

/** The last number given in a book and year; its update is what makes numbers consecutive. */
@Entity('register_book')
export class RegisterBookEntity {
  @KeyColumn({ text: 20 }, 'pk_register_book')
  book!: Book;

  @KeyColumn('integer', 'pk_register_book')
  year!: number;

  @KindColumn('integer')
  last!: number;
}

/** One line of the incoming register. */
@Entity('incoming_document')
@Index('uq_incoming_document_number', ['year', 'arrivalNumber'], { unique: true })
@Index('uq_incoming_document_message', ['messageId'], { unique: true, where: '"messageId" IS NOT NULL' })
@Index('uq_incoming_document_source', ['senderCode', 'documentId'], { unique: true, where: '"edition" IS NULL' })
@Index('uq_incoming_document_edition', ['senderCode', 'documentId', 'edition'], {
  unique: true,
  where: '"edition" IS NOT NULL',
})
@Index('ix_incoming_document_amends', ['amendsId'])
@Index('ix_incoming_document_code', ['senderCode', 'code'])
export class IncomingDocumentEntity {
  @KeyColumn({ text: 36 }, 'pk_incoming_document')
  id!: string;

  @KindColumn('integer')
  year!: number;

  /** Below 1 while the e-office's book has yet to give it (`arrival-number.ts`). */
  @KindColumn('integer')
  arrivalNumber!: number;

  @KindColumn('day')
  arrivalDate!: CivilDate;

  @KindColumn({ text: REGISTER_LENGTHS.agencyCode })
  senderCode!: string;

  @KindColumn({ text: REGISTER_LENGTHS.agencyName })
  senderName!: string;

  /** Number and notation given by the sender, `7816/TĐ1022`. */
  @KindColumn({ text: REGISTER_LENGTHS.code })
  code!: string;

  @KindColumn('day')
  issuedDate!: CivilDate;

  @KindColumn({ text: REGISTER_LENGTHS.typeName })
  typeName!: string;

  @KindColumn({ text: REGISTER_LENGTHS.subject })
  subject!: string;

  /** 0 thường … 4 hỏa tốc hẹn giờ. */
  @KindColumn('integer')
  priority!: number;

  /** The document's own id between agencies; a reply names it in ResponseFor. */
  @KindColumn({ exact: REGISTER_LENGTHS.documentId })
  documentId!: string;

  /** The e-office's message that brought it; null for paper. */
  @KindColumn({ exact: REGISTER_LENGTHS.messageId }, { nullable: true })
  messageId!: string | null;

  /** What the XML signature of the message was worth when it came; null without one. */
  @KindColumn('json', { nullable: true })
  messageSignature!: FileSignature | null;

  /** When the e-office queued it for us: the start of legal periods. */
  @KindColumn('instant')
  queuedAt!: Date;

  /** Who handles it, as the register shows it. */
  @KindColumn({ text: 200 }, { nullable: true })
  handler!: string | null;

  /** The day on which it was handed on to them; null before, and for what was entered before this was kept. */
  @KindColumn('day', { nullable: true })
  routedOn!: CivilDate | null;

  /** Who took it over there, and when: `Lê Thị Ngọc, 18/03/2026`. */
  @KindColumn({ text: RECEIPT_LENGTH }, { nullable: true })
  receipt!: string | null;

  @KindColumn('day', { nullable: true })
  dueDate!: CivilDate | null;

  /** What became of it; null while somebody goes on with it. */
  @KindColumn({ text: 20 }, { nullable: true })
  outcome!: DocumentOutcome | null;

  @KindColumn('day', { nullable: true })
  outcomeOn!: CivilDate | null;

  /** The incoming document with which it is answered, all its matters being carried there; null where it is answered by itself. */
  @KindColumn({ text: 36 }, { nullable: true })
  joinedToId!: string | null;

  /** The e-office's id of the mirrored entry; empty where a clerk enters it there by hand, and null until either is known. */
  @KindColumn({ text: 100 }, { nullable: true })
  eOfficeId!: string | null;

  /** What it does to another document of its sender; null for one that stands by itself. */
  @KindColumn({ text: 20 }, { nullable: true })
  amendment!: IncomingAmendment | null;

  /** The line that it updates or replaces. */
  @KindColumn({ text: 36 }, { nullable: true })
  amendsId!: string | null;

  /** 2, 3…: its sender has sent it again under the same `documentId`, changed; null for the first. */
  @KindColumn('integer', { nullable: true })
  edition!: number | null;

  /** When we agreed that its sender takes it back; the line and its files stay. */
  @KindColumn('instant', { nullable: true })
  takenBackAt!: Date | null;

  /** What another register said of the line; null for what was entered here. */
  @KindColumn('json', { nullable: true })
  takenOver!: TakenOver | null;

  /** Whose word its number is, where the e-office's book gave it; null where this register did, and while it is awaited. */
  @KindColumn('json', { nullable: true })
  givenBy!: NumberSource | null;

  /** Why the number that the e-office gave cannot stand here, for people; null where nothing stands against it. */
  @KindColumn({ text: NUMBER_PROBLEM_LENGTH }, { nullable: true })
  numberProblem!: string | null;
}

/** One line of the outgoing register. A number once given stays, voided with a reason if need be. */
@Entity('outgoing_document')
@Index('uq_outgoing_document_number', ['year', 'number'], { unique: true })
@Index('uq_outgoing_document_request', ['signatureRequestId'], { unique: true })
@Index('ix_outgoing_document_reply', ['replyToId'])
@Index('ix_outgoing_document_amends', ['amendsId'])
@Index('ix_outgoing_document_amending', ['year', 'number'], { where: '"amendsId" IS NOT NULL' })
@Index('ix_outgoing_document_state', ['year', 'state', 'number'])
@Index('ix_outgoing_document_void', ['year', 'number'], { where: '"voidReason" IS NOT NULL' })
@Index('ix_outgoing_document_file', ['sealedSha256'])
@Check('ck_outgoing_document_state', `"state" in (${OUTGOING_STATES.map((state) => `'${state}'`).join(', ')})`)
export class OutgoingDocumentEntity {
  @KeyColumn({ text: 36 }, 'pk_outgoing_document')
  id!: string;

  @KindColumn('integer')
  year!: number;

  @KindColumn('integer')
  number!: number;

  /** `SGDĐT-GDTrH` */
  @KindColumn({ text: 60 })
  notation!: string;

  @KindColumn('day')
  issuedDate!: CivilDate;

  @KindColumn({ text: REGISTER_LENGTHS.typeName })
  typeName!: string;

  @KindColumn({ text: REGISTER_LENGTHS.subject })
  subject!: string;

  @KindColumn({ text: 100 })
  signerName!: string;

  @KindColumn('json', { broken: (text) => [text] })
  recipients!: string[];

  /** How many copies each recipient gets, in their order; null: one each. */
  @KindColumn('json', { nullable: true })
  copies!: number[] | null;

  /** Who keeps the file copy. */
  @KindColumn({ text: 200 })
  keeper!: string;

  @KindColumn({ text: 20 })
  state!: OutgoingState;

  /** The incoming document that this answers: the other half of the pair. */
  @KindColumn({ text: 36 }, { nullable: true })
  replyToId!: string | null;

  @KindColumn({ text: 36 })
  signatureRequestId!: string;

  /** When its number and date were given before its leader had signed; null where they were given after it. */
  @KindColumn('instant', { nullable: true })
  reservedAt!: Date | null;

  @KindColumn({ text: 64 }, { nullable: true })
  sealedSha256!: string | null;

  @KindColumn('instant', { nullable: true })
  releasedAt!: Date | null;

  /** How it left where no exchange carries it: `Gửi qua bưu điện 19/03/2026, RR123456789VN`. */
  @KindColumn({ text: RECEIPT_LENGTH }, { nullable: true })
  receipt!: string | null;

  @KindColumn({ text: 500 }, { nullable: true })
  voidReason!: string | null;

  /** From then on it is frozen: line and file stay, nobody sends or amends it any more. */
  @KindColumn('instant', { nullable: true })
  recalledAt!: Date | null;

  @KindColumn({ text: 500 }, { nullable: true })
  recallReason!: string | null;

  /** What it does to another document of ours; null for one that stands by itself. */
  @KindColumn({ text: 20 }, { nullable: true })
  amendment!: Amendment | null;

  /** The document that it corrects or replaces. */
  @KindColumn({ text: 36 }, { nullable: true })
  amendsId!: string | null;

  /** What another register said of the line; null for what was numbered here. */
  @KindColumn('json', { nullable: true })
  takenOver!: TakenOver | null;

  /** Whose word its number is, where the e-office's book gave it; null where this register did. */
  @KindColumn('json', { nullable: true })
  givenBy!: NumberSource | null;

  @VersionColumn()
  version!: number;
}

/** A file that belongs to a registered document, in the order in which it came. */
@Entity('document_file')
@Index('ix_document_file_owner', ['documentId', 'position'])
export class DocumentFileEntity {
  @KeyColumn({ text: 36 }, 'pk_document_file')
  id!: string;

  @KindColumn({ text: 36 })
  documentId!: string;

  @KindColumn('integer')
  position!: number;

  @KindColumn({ text: REGISTER_LENGTHS.fileName })
  name!: string;

  @KindColumn({ text: REGISTER_LENGTHS.contentType })
  contentType!: string;

  @KindColumn('integer')
  size!: number;

  @KindColumn({ text: 64 })
  sha256!: string;

  /** Why nobody may open it; null where nothing stands against it. */
  @KindColumn({ text: REGISTER_LENGTHS.refusal }, { nullable: true })
  refusal!: string | null;

  /** What the signatures of a PDF were worth when it came; null for other files, and for what came before it was looked at. */
  @KindColumn('json', { nullable: true })
  signature!: FileSignature | null;
}
