import { Injectable } from '@nestjs/common';
import { Between, In, IsNull, LessThan, Like, MoreThan, MoreThanOrEqual, Not } from 'typeorm';
import { cutList } from '../../platform/cut-lists.js';
import { countOf, countTogether } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { isSet } from '../../platform/database/is-set.js';
import { rowBy, rowsBy } from '../../platform/database/rows.js';
import {
  DocumentFileEntity,
  IncomingDocumentEntity,
  OutgoingDocumentEntity,
  RegisterBookEntity,
} from './documents.entities.js';
import { linksBetween, type LinksOfLines } from './amendment-links.js';
import { inPages } from './in-pages.js';
import { LinesOfBooks } from './lines-of-books.js';
import { byArrival } from '../domain/arrival/arrival-number.js';
import { answeringCode, answers } from '../domain/after-release.js';
import { replyWords } from '../domain/incoming-note.js';
import { LOST_WORDS } from '../domain/lost-number.js';
import { bearSameNumber, NO_NUMBER } from '../domain/same-number.js';
import type { Book } from '../domain/register.js';
import type { RegisterSpan } from '../domain/register-span.js';

const PAGE = 50;
const LOST_SHOWN = 200;

type RegisterDays = Pick<RegisterSpan, 'year' | 'from' | 'to'>;

/** What `isLostLetter` asks, for the database. */
export const LOST_LETTERS = { state: 'voided', signerName: '', voidReason: Like(`${LOST_WORDS}%`) } as const;

/** Reads of the registers: pages by number, newest first; the pair both ways. */
@Injectable()
export class RegisterQueries {
  private readonly lines: LinesOfBooks;

  constructor(private readonly database: Database) {
    this.lines = new LinesOfBooks(database);
  }

  /** Without what waits for its number. @param before the number above which nothing is shown; leave out for the newest */
  incomingPage(year: number, before = Number.MAX_SAFE_INTEGER, size = PAGE): Promise<IncomingDocumentEntity[]> {
    return this.incoming.find({
      where: { year, arrivalNumber: Between(1, cap(before) - 1) },
      order: { arrivalNumber: 'DESC' },
      take: size,
    });
  }

  outgoingPage(year: number, before = Number.MAX_SAFE_INTEGER, size = PAGE): Promise<OutgoingDocumentEntity[]> {
    return this.outgoing.find({
      where: { year, number: LessThan(cap(before)) },
      order: { number: 'DESC' },
      take: size,
    });
  }

  /** The documents that came on days of a year, in the order of their numbers; what waits for its number comes last, as it came. */
  async *incomingBetween({ year, from, to }: RegisterDays): AsyncGenerator<readonly IncomingDocumentEntity[]> {
    const days = { year, arrivalDate: Between(from, to) };
    yield* inPages(
      (after, take) => {
        const where = { ...days, arrivalNumber: MoreThan(after) };
        return this.incoming.find({ where, order: { arrivalNumber: 'ASC' }, take });
      },
      ({ arrivalNumber }) => arrivalNumber,
    );
    yield* inPages(
      (after, take) => {
        const where = { ...days, arrivalNumber: LessThan(-after) };
        return this.incoming.find({ where, order: { arrivalNumber: 'DESC' }, take });
      },
      ({ arrivalNumber }) => -arrivalNumber,
    );
  }

  /** The letters that bear days of a year, in the order of their numbers. */
  outgoingBetween({ year, from, to }: RegisterDays): AsyncGenerator<readonly OutgoingDocumentEntity[]> {
    return inPages(
      (after, take) =>
        this.outgoing.find({
          where: { year, number: MoreThan(after), issuedDate: Between(from, to) },
          order: { number: 'ASC' },
          take,
        }),
      ({ number }) => number,
    );
  }

  incomingById(id: string): Promise<IncomingDocumentEntity | null> {
    return rowBy(this.database.reader.manager, IncomingDocumentEntity, { id });
  }

  /** The line under which a message of the e-office was entered. */
  incomingByMessage(messageId: string): Promise<IncomingDocumentEntity | null> {
    return this.incoming.findOneBy({ messageId });
  }

  async incomingByIds(ids: readonly string[]): Promise<IncomingDocumentEntity[]> {
    if (ids.length === 0) return [];
    return this.incoming.findBy({ id: In([...ids]) });
  }

  /** The documents with which these are answered. */
  async joinedBy(documents: readonly IncomingDocumentEntity[]): Promise<readonly IncomingDocumentEntity[]> {
    const ids = new Set(documents.flatMap(({ joinedToId }) => joinedToId ?? []));
    return ids.size === 0 ? [] : this.incomingByIds([...ids]);
  }

  /** Arrival numbers of the documents that bear the same number of the same agency, by the document. */
  async sameNumbers(documents: readonly IncomingDocumentEntity[]): Promise<ReadonlyMap<string, readonly number[]>> {
    const codes = [...new Set(documents.map(({ code }) => code).filter((code) => code !== NO_NUMBER))];
    const senderCode = In([...new Set(documents.map((document) => document.senderCode))]);
    const others =
      codes.length === 0
        ? []
        : await this.incoming.find({
            where: { senderCode, code: In(codes) },
            order: { year: 'ASC', arrivalNumber: 'ASC' },
          });
    const found = documents.map((document): [string, readonly number[]] => [
      document.id,
      others.filter((other) => bearSameNumber(document, other)).map(({ arrivalNumber }) => arrivalNumber),
    ]);
    return new Map(found.filter(([, numbers]) => numbers.length > 0));
  }

  /** Arrival numbers of the documents that these lines update or replace, by their ids. */
  async amendedBy(documents: readonly IncomingDocumentEntity[]): Promise<ReadonlyMap<string, number>> {
    const ids = [...new Set(documents.flatMap(({ amendsId }) => amendsId ?? []))];
    const amended = ids.length === 0 ? [] : await this.incomingByIds(ids);
    return new Map(amended.map(({ id, arrivalNumber }) => [id, arrivalNumber]));
  }

  /** What came later and updates or replaces this document, in the order of arrival. */
  async amending(documentId: string): Promise<IncomingDocumentEntity[]> {
    return (await this.incoming.findBy({ amendsId: documentId })).toSorted(byArrival);
  }

  outgoingById(id: string): Promise<OutgoingDocumentEntity | null> {
    return rowBy(this.database.reader.manager, OutgoingDocumentEntity, { id });
  }

  async outgoingByIds(ids: readonly string[]): Promise<OutgoingDocumentEntity[]> {
    if (ids.length === 0) return [];
    return this.outgoing.findBy({ id: In([...ids]) });
  }

  /** Letters whose sealed file has a hash from one text to another; at most two, enough to tell whether there is exactly one. */
  outgoingByFile(from: string, to = from): Promise<OutgoingDocumentEntity[]> {
    return this.outgoing.find({ where: { sealedSha256: Between(from, to) }, order: { id: 'ASC' }, take: 2 });
  }

  /** The line that a number of a year stands in, voided or not. */
  outgoingByNumber(year: number, number: number): Promise<OutgoingDocumentEntity | null> {
    return this.outgoing.findOneBy({ year, number: cap(number) });
  }

  incomingByNumber(year: number, arrivalNumber: number): Promise<IncomingDocumentEntity | null> {
    return this.incoming.findOneBy({ year, arrivalNumber: cap(arrivalNumber) });
  }

  /** Lines that only keep the number of a letter which left before a restore, oldest first. */
  lostLetters(): Promise<OutgoingDocumentEntity[]> {
    return cutList(
      { name: 'Văn bản đi chờ đưa trở lại sổ', how: 'Đưa các văn bản đầu trở lại sổ thì dòng sau hiện ra.' },
      this.outgoing.findAndCount({
        where: LOST_LETTERS,
        order: { year: 'ASC', number: 'ASC' },
        take: LOST_SHOWN,
      }),
    );
  }

  /** Every number that these letters were given, voided ones too. */
  async outgoingOfRequests(signatureRequestIds: readonly string[]): Promise<OutgoingDocumentEntity[]> {
    if (signatureRequestIds.length === 0) return [];
    return this.outgoing.findBy({ signatureRequestId: In([...signatureRequestIds]) });
  }

  /** The letters that answer these incoming documents, the last one last; a number that was voided answers nothing. */
  async repliesTo(incomingIds: readonly string[]): Promise<OutgoingDocumentEntity[]> {
    if (incomingIds.length === 0) return [];
    return this.outgoing.find({
      where: { replyToId: In([...incomingIds]), state: Not('voided') },
      order: { year: 'ASC', number: 'ASC' },
    });
  }

  /** Number and day of the letters that answer documents which came in a year, by the incoming document. */
  async repliesInYears(arrivalYear: number): Promise<ReadonlyMap<string, string>> {
    const replies = await this.outgoing.find({
      where: { year: Between(arrivalYear, arrivalYear + 1), replyToId: Not(IsNull()), state: Not('voided') },
      order: { year: 'ASC', number: 'ASC' },
    });
    return new Map(
      replies
        .filter(answers)
        .map((reply) => [reply.replyToId ?? '', replyWords(answeringCode(reply), reply.issuedDate)]),
    );
  }

  /** What these documents of a year amend, and what amends them, to be asked line by line; amendments are few, lines many. */
  async amendmentLinks(rows: readonly OutgoingDocumentEntity[]): Promise<LinksOfLines> {
    if (rows.length === 0) return linksBetween([], []);
    const years = rows.map(({ year }) => year);
    const originals = new Set(rows.flatMap(({ amendsId }) => amendsId ?? []));
    const [amended, amending] = await Promise.all([
      this.outgoingByIds([...originals]),
      this.outgoing.find({
        where: { amendsId: isSet(), state: 'released', year: MoreThanOrEqual(Math.min(...years)) },
        order: { year: 'ASC', number: 'ASC' },
      }),
    ]);
    return linksBetween(amended, amending);
  }

  filesOf(documentId: string): Promise<DocumentFileEntity[]> {
    return rowsBy(this.database.reader.manager, DocumentFileEntity, { documentId }, { order: { position: 'ASC' } });
  }

  /** The files of these documents whose signatures were looked at, in the order in which they came. */
  async signedFilesOf(documentIds: readonly string[]): Promise<DocumentFileEntity[]> {
    if (documentIds.length === 0) return [];
    return this.database.reader.getRepository(DocumentFileEntity).find({
      where: { documentId: In([...documentIds]), signature: Not(IsNull()) },
      order: { position: 'ASC' },
    });
  }

  fileById(id: string): Promise<DocumentFileEntity | null> {
    return this.database.reader.getRepository(DocumentFileEntity).findOneBy({ id });
  }

  /** The number that the next document of the book will get. */
  async nextNumber(book: Book, year: number): Promise<number> {
    const row = await this.database.reader.getRepository(RegisterBookEntity).findOneBy({ book, year });
    return (row?.last ?? 0) + 1;
  }

  /** The book of each year that has one, with the last number it gave, newest first. */
  booksOf(book: Book): Promise<readonly RegisterBookEntity[]> {
    return this.database.reader.getRepository(RegisterBookEntity).find({ where: { book }, order: { year: 'DESC' } });
  }

  /** How many lines with a number a book holds; as many as numbers were given, when it is whole. */
  linesOf(book: Book, year: number): Promise<number> {
    return this.lines.count(book, year);
  }

  /** How many numbers of a year were voided. */
  voidsOf(year: number): Promise<number> {
    const voided = this.outgoing.createQueryBuilder('line').where({ year, state: 'voided' });
    return countTogether(this.database, countOf(voided));
  }

  /** Numbers that were voided, newest first. */
  voidedIn(year: number): Promise<OutgoingDocumentEntity[]> {
    return cutList(
      { name: 'Số đã hủy trong năm', how: 'Hiện các số mới nhất; sổ in và bản xuất có đủ.' },
      this.outgoing.findAndCount({ where: { year, state: 'voided' }, order: { number: 'DESC' }, take: PAGE }),
    );
  }

  private get incoming() {
    return this.database.reader.getRepository(IncomingDocumentEntity);
  }

  private get outgoing() {
    return this.database.reader.getRepository(OutgoingDocumentEntity);
  }
}

/** Numbers are 32-bit integers in both databases. */
function cap(number: number): number {
  return Math.min(number, 2_147_483_647);
}
