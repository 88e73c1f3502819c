import { Injectable } from '@nestjs/common';
import { Like, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { Journal } from '../../journal/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { PositionSources } from '../../platform/position/position-sources.js';
import { WITHOUT_MESSAGE } from '../domain/arrival/without-message.js';
import { LOST, LOST_WORDS, lostDocumentId, MAX_LOST, type KnownNumber } from '../domain/lost-number.js';
import { incomingLine, outgoingLine } from '../domain/register-line.js';
import type { Book } from '../domain/register.js';
import { NO_NUMBER } from '../domain/same-number.js';
import { IncomingDocumentEntity, OutgoingDocumentEntity } from '../persistence/documents.entities.js';
import { LOST_LETTERS } from '../persistence/register-queries.js';
import { RegisterChain } from './register-chain.js';
import { RegisterNumbers } from './register-numbers.js';

/** What is known from elsewhere about a number that was given. */
export interface LostNumber extends KnownNumber {
  /** Of a letter: `GDĐT-VP`; empty where it is not known. */
  readonly notation?: string;
  readonly day?: CivilDate;
  /** What it was given to, in Vietnamese, without a citizen's words. */
  readonly said?: string;
}

/**
 * Numbers that were given out and whose documents went with the database that was replaced. Each keeps a line of its own, which says so: the register
 * stays without a gap, the number is not given again, and the clerk sees what is to be looked up in the papers or in the e-office.
 * Where the e-office numbered in the book, a number that is not known to be a letter of ours may be any other document's: it keeps no line, and stands among
 * those that a clerk has yet to enter.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15, Điều 22: numbers run on within a year, none is given twice.
 */
@Injectable()
export class LostNumbers {
  constructor(
    private readonly clock: Clock,
    private readonly numbers: RegisterNumbers,
    private readonly chain: RegisterChain,
    private readonly journal: Journal,
    private readonly positions: PositionSources,
    private readonly agencyProfiles: AgencyProfiles,
  ) {}

  /** Makes room for a line under a number that it is known to have had. @returns whether the number is free for it now */
  async take(tx: EntityManager, book: Exclude<Book, 'copies'>, known: KnownNumber): Promise<boolean> {
    const { number, year } = known;
    const last = await this.numbers.last(tx, book, year);
    if (number <= last) return !(await isHeld(tx, book, known));
    if (number - last > MAX_LOST) return false;
    await this.fill(tx, book, { year, to: number - 1 });
    await this.numbers.raise(tx, { book, year, to: number });
    return true;
  }

  /**
   * Nothing up to this number is given again; each that our register gave, or is known to have given, and that has no line gets one.
   *
   * @param known what is known of some of them, by number
   * @returns how many lines were entered
   */
  async fill(
    tx: EntityManager,
    book: Book,
    { year, to }: { readonly year: number; readonly to: number },
    known: ReadonlyMap<number, LostNumber> = new Map(),
  ): Promise<number> {
    const last = await this.numbers.last(tx, book, year);
    if (to - last > MAX_LOST) return 0;
    if (to > last) await this.numbers.raise(tx, { book, year, to });
    // A copy bears a text and no number that a line could be made of: the check of that register names the gap.
    if (book === 'copies') return 0;
    const hasOthers = await this.agencyProfiles.wasBookOfEOffice(book, year);
    // An arrival number that the e-office gave may be that of any document that came to the agency.
    if (hasOthers && book === 'incoming') return 0;
    const lost = hasOthers
      ? await withoutLine(tx, known)
      : numbersBetween(last, to).map((number) => known.get(number) ?? { year, number });
    for (const one of lost) await this.enter(tx, book, one);
    return lost.length;
  }

  /**
   * How many lines only keep a number: of incoming documents those that were entered since then, of letters all that are not yet brought back. Counted
   * where they stand, so that a second try after a crash says the same as the first.
   */
  async countLines(tx: EntityManager, since: Date): Promise<{ readonly incoming: number; readonly letters: number }> {
    return {
      incoming: await tx.countBy(IncomingDocumentEntity, {
        documentId: Like(`${LOST}%`),
        queuedAt: MoreThanOrEqual(since),
      }),
      letters: await tx.countBy(OutgoingDocumentEntity, LOST_LETTERS),
    };
  }

  private async enter(tx: EntityManager, book: Exclude<Book, 'copies'>, lost: LostNumber): Promise<void> {
    const id = newId();
    const day = lost.day ?? civilDateOf(this.clock.now());
    if (book === 'incoming') await this.enterIncoming(tx, id, { ...lost, day });
    // Codes of tickets are counted day by day: only where the day is known, for a code that is left out for nothing would move those after it.
    if (book === 'incoming' && lost.day !== undefined) await this.positions.lineLost(tx, lost.day);
    if (book === 'outgoing') await this.enterOutgoing(tx, id, { ...lost, day });
    const detail = { year: lost.year, number: lost.number };
    await this.journal.record(tx, SYSTEM, {
      action: `${book}.lostNumber`,
      objectKind: `${book}Document`,
      objectId: id,
      detail,
    });
  }

  private async enterIncoming(tx: EntityManager, id: string, lost: LostNumber & { day: CivilDate }): Promise<void> {
    const document = Object.assign(new IncomingDocumentEntity(), {
      ...WITHOUT_MESSAGE,
      id,
      year: lost.year,
      arrivalNumber: lost.number,
      arrivalDate: lost.day,
      issuedDate: lost.day,
      senderCode: 'phuc-hoi',
      senderName: 'Chưa ghi lại',
      code: NO_NUMBER,
      typeName: 'Văn bản',
      subject: wordsOf(lost),
      documentId: lostDocumentId(lost),
      queuedAt: this.clock.now(),
      handler: null,
      routedOn: null,
      receipt: null,
      takenOver: null,
      givenBy: null,
    });
    await tx.insert(IncomingDocumentEntity, document);
    await this.chain.append(tx, 'entered', incomingLine(document, []));
  }

  private async enterOutgoing(tx: EntityManager, id: string, lost: LostNumber & { day: CivilDate }): Promise<void> {
    const subject = wordsOf(lost);
    const document = Object.assign(new OutgoingDocumentEntity(), {
      id,
      year: lost.year,
      number: lost.number,
      notation: lost.notation ?? '',
      issuedDate: lost.day,
      typeName: 'Văn bản',
      subject,
      signerName: '',
      recipients: [],
      keeper: '',
      state: 'voided' as const,
      replyToId: null,
      signatureRequestId: newId(),
      reservedAt: null,
      sealedSha256: null,
      releasedAt: null,
      receipt: null,
      voidReason: subject,
      recalledAt: null,
      recallReason: null,
      amendment: null,
      amendsId: null,
      takenOver: null,
      givenBy: null,
      version: 1,
    });
    await tx.insert(OutgoingDocumentEntity, document);
    await this.chain.append(tx, 'entered', outgoingLine(document));
  }
}

function numbersBetween(last: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - last) }, (_, at) => last + 1 + at);
}

/** Of letters that are known by a number those that have no line in the outgoing register. */
async function withoutLine(tx: EntityManager, known: ReadonlyMap<number, LostNumber>): Promise<readonly LostNumber[]> {
  const lost: LostNumber[] = [];
  for (const one of known.values()) if (!(await isHeld(tx, 'outgoing', one))) lost.push(one);
  return lost;
}

function wordsOf({ said }: LostNumber): string {
  const what = said === undefined ? `${LOST_WORDS} dữ liệu` : `${LOST_WORDS} cho ${said}`;
  return `${what}; nội dung không còn ở đây, tra sổ giấy hoặc hệ thống quản lý văn bản rồi ghi lại.`.slice(0, 480);
}

async function isHeld(
  tx: EntityManager,
  book: Exclude<Book, 'copies'>,
  { number, year }: KnownNumber,
): Promise<boolean> {
  return book === 'incoming'
    ? tx.existsBy(IncomingDocumentEntity, { year, arrivalNumber: number })
    : tx.existsBy(OutgoingDocumentEntity, { year, number });
}
