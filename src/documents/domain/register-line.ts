import { saidInstant } from '../../kernel/hash-chain.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { NumberSource } from './given-number.js';
import type { CopyForm, CopySource, CopyState } from './copy.js';
import type { TakenOver } from './take-over/taken-over.js';
import type { Amendment, Book, IncomingAmendment, OutgoingState } from './register.js';

/**
 * What is done to a line of a register; `recalled`: by us, of a document of ours · `takenBack`: by its sender, of one that came · `recovered`: a
 * letter that left before a restore is back under the number that was kept for it · `takenOver`: another register made the line, before this book began ·
 * `numbered`: the e-office gave a line of the incoming book the number for which it waited · `carried`: such a line goes into the book of another year.
 */
export const LINE_ACTS = [
  'entered',
  'amended',
  'sealed',
  'released',
  'voided',
  'recalled',
  'takenBack',
  'recovered',
  'takenOver',
  'numbered',
  'carried',
] as const;

export type LineAct = (typeof LINE_ACTS)[number];

/**
 * `begun`: the book of the year, at another number than 1 and before anything else · `closed`: the book, after which nothing but a recall or a taking
 * back is done to any of its lines.
 */
export type RegisterAct = LineAct | 'begun' | 'closed';

/** One act upon one line, with all that the line says after it; of a beginning, the first number and why; of a closing, the last number given and its digest. */
export interface RegisterEntry {
  readonly book: Book;
  readonly year: number;
  readonly seq: number;
  readonly at: Date;
  readonly act: RegisterAct;
  readonly number: number;
  readonly documentId: string;
  /** The line after the act, as `incomingLine` and `outgoingLine` write it. */
  readonly facts: object;
}

/** A line as the registers hold it: its number, and what a check compares with the last entry about it. */
export interface RegisterLine {
  readonly book: Book;
  readonly year: number;
  readonly number: number;
  readonly documentId: string;
  readonly facts: object;
  readonly voided: boolean;
  /** sha256 of each stored file that the line vouches for. */
  readonly files: readonly string[];
}

export interface IncomingFacts {
  readonly id: string;
  readonly year: number;
  readonly arrivalNumber: number;
  readonly arrivalDate: CivilDate;
  readonly senderCode: string;
  readonly senderName: string;
  readonly code: string;
  readonly issuedDate: CivilDate;
  readonly typeName: string;
  readonly subject: string;
  readonly priority: number;
  readonly documentId: string;
  readonly messageId: string | null;
  readonly queuedAt: Date;
  readonly amendment: IncomingAmendment | null;
  readonly amendsId: string | null;
  readonly takenBackAt: Date | null;
  /** Null for a document that was entered here. */
  readonly takenOver: TakenOver | null;
  /** Null for a number of this register's own, and while it is awaited. */
  readonly givenBy: NumberSource | null;
}

export interface FileFacts {
  readonly position: number;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
}

export interface OutgoingFacts {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly notation: string;
  readonly issuedDate: CivilDate;
  readonly typeName: string;
  readonly subject: string;
  readonly signerName: string;
  readonly recipients: readonly string[];
  readonly keeper: string;
  readonly state: OutgoingState;
  readonly replyToId: string | null;
  readonly signatureRequestId: string;
  readonly reservedAt: Date | null;
  readonly sealedSha256: string | null;
  readonly releasedAt: Date | null;
  readonly voidReason: string | null;
  readonly recalledAt: Date | null;
  readonly recallReason: string | null;
  readonly amendment: Amendment | null;
  readonly amendsId: string | null;
  /** Null for a letter that was numbered here. */
  readonly takenOver: TakenOver | null;
  /** Null for a number of this register's own. */
  readonly givenBy: NumberSource | null;
}

export interface CopyFacts {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly form: CopyForm;
  readonly notation: string;
  readonly issuedDate: CivilDate;
  readonly typeName: string;
  readonly code: string;
  readonly issuer: string;
  readonly originalDate: CivilDate;
  readonly subject: string;
  readonly recipients: readonly string[];
  readonly keeper: string;
  readonly askedBy: string | null;
  readonly pages: string | null;
  readonly source: CopySource;
  readonly sourceId: string | null;
  readonly baseSha256: string;
  readonly state: CopyState;
  readonly sealedSha256: string | null;
  readonly voidReason: string | null;
}

/** What the hash of an entry covers. */
export function saidByEntry({ book, year, seq, at, act, number, documentId, facts }: RegisterEntry): object {
  return { book, year, seq, at: saidInstant(at), act, number, documentId, facts };
}

/**
 * What the incoming register vouches for; who handles it, until when and how it ended is followed elsewhere and may change. What came later to lines
 * of registers is left out where there is nothing of it, so that older entries hold.
 */
export function incomingLine(document: IncomingFacts, files: readonly FileFacts[]): RegisterLine {
  const { id, arrivalNumber, year, arrivalDate, senderCode, senderName, code, issuedDate } = document;
  const { typeName, subject, priority, documentId, messageId, queuedAt } = document;
  const sender = { senderCode, senderName, code, issuedDate, documentId, messageId };
  const facts = {
    year,
    number: arrivalNumber,
    arrivalDate,
    typeName,
    subject,
    priority,
    ...sender,
    queuedAt: saidInstant(queuedAt),
    ...(document.amendsId === null ? {} : { amendment: document.amendment, amendsId: document.amendsId }),
    ...(document.takenBackAt === null ? {} : { takenBackAt: saidInstant(document.takenBackAt) }),
    ...(document.takenOver === null ? {} : { takenOver: document.takenOver }),
    ...(document.givenBy === null ? {} : { givenBy: document.givenBy }),
    files: files.map(({ position, name, contentType, size, sha256 }) => ({
      position,
      name,
      contentType,
      size,
      sha256,
    })),
  };
  return {
    book: 'incoming',
    year,
    number: arrivalNumber,
    documentId: id,
    facts,
    voided: false,
    files: files.map(({ sha256 }) => sha256),
  };
}

/** What the outgoing register vouches for: the whole line. What came later to lines of registers is left out where there is nothing of it, so that older entries hold. */
export function outgoingLine(document: OutgoingFacts): RegisterLine {
  const { id, year, number, notation, issuedDate, typeName, subject, signerName, recipients, keeper } = document;
  const { state, replyToId, signatureRequestId, sealedSha256, releasedAt, voidReason } = document;
  const facts = {
    year,
    number,
    notation,
    issuedDate,
    typeName,
    subject,
    signerName,
    recipients: [...recipients],
    keeper,
    state,
    replyToId,
    signatureRequestId,
    sealedSha256,
    voidReason,
    releasedAt: releasedAt && saidInstant(releasedAt),
    ...(document.reservedAt === null ? {} : { reservedAt: saidInstant(document.reservedAt) }),
    ...(document.givenBy === null ? {} : { givenBy: document.givenBy }),
    ...recallOf(document),
    ...(document.amendsId === null ? {} : { amendment: document.amendment, amendsId: document.amendsId }),
    ...(document.takenOver === null ? {} : { takenOver: document.takenOver }),
  };
  return {
    book: 'outgoing',
    year,
    number,
    documentId: id,
    facts,
    voided: state === 'voided',
    files: sealedSha256 === null ? [] : [sealedSha256],
  };
}

function recallOf({ recalledAt, recallReason }: OutgoingFacts): object {
  return recalledAt === null ? {} : { recalledAt: saidInstant(recalledAt), recallReason };
}

/** What the register of copies vouches for: the whole line, without how often its signature was asked for. */
export function copyLine(copy: CopyFacts): RegisterLine {
  const { id, year, number, form, notation, issuedDate, typeName, code, issuer, originalDate, subject } = copy;
  const { recipients, keeper, askedBy, pages, source, sourceId, baseSha256, state, sealedSha256, voidReason } = copy;
  const original = { typeName, code, issuer, originalDate, subject, source, sourceId };
  return {
    book: 'copies',
    year,
    number,
    documentId: id,
    facts: {
      year,
      number,
      form,
      notation,
      issuedDate,
      ...original,
      recipients: [...recipients],
      keeper,
      askedBy,
      pages,
      baseSha256,
      state,
      sealedSha256,
      voidReason,
    },
    voided: state === 'voided',
    files: sealedSha256 === null ? [baseSha256] : [baseSha256, sealedSha256],
  };
}
