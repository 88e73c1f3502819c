import { Injectable } from '@nestjs/common';
import { In, LessThan, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Journal, type JournalAction } from '../../journal/index.js';
import { isYearOver, mayCloseRegister } from '../domain/register-closing.js';
import { registerFlawSentence } from '../domain/register-flaw-words.js';
import { wholeYear } from '../domain/register-span.js';
import { printedCode } from '../domain/register.js';
import { CopyDocumentEntity } from '../persistence/copy-document.entity.js';
import { IncomingDocumentEntity, OutgoingDocumentEntity } from '../persistence/documents.entities.js';
import { RegisterClosingEntity } from '../persistence/register-closing.entities.js';
import { RegisterClosingQueries } from '../persistence/register-closing-queries.js';
import { RegisterCheckQueries, type BookOfYear } from '../persistence/register-check-queries.js';
import { CheckRegister } from './check-register.js';
import { standInLine } from './register-chain.js';
import { RequestPrint } from './request-print.js';

/** Lines or flaws that a refusal names. */
const NAMED = 5;

/** Closes the book of a past year: locks it at once, and has the print-out made that is kept with it. */
@Injectable()
export class CloseRegister {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly checkRegister: CheckRegister,
    private readonly heads: RegisterCheckQueries,
    private readonly closings: RegisterClosingQueries,
    private readonly requestPrint: RequestPrint,
    private readonly journal: Journal,
  ) {}

  /**
   * On a book that is locked but whose print-out could not be made, has it made again.
   *
   * @throws DomainError `forbidden`; `register-year-running`; `register-closed`; `register-not-whole` naming what is wrong;
   *   `register-letters-open` naming letters that are numbered and not released; `register-copies-open` naming copies that are numbered
   *   and not signed; `register-numbers-awaited` where incoming documents wait for their number; `changed-meanwhile`
   *
   * Source: Nghị định 30/2020/NĐ-CP, Điều 16 khoản 2 điểm b và Điều 22 khoản 3 điểm b: registers are printed and bound every year.
   */
  async close(actor: Actor, book: BookOfYear): Promise<void> {
    if (!mayCloseRegister(actor)) throw new DomainError('forbidden', { act: 'register.close' });
    const { year } = book;
    if (!isYearOver(year, civilDateOf(this.clock.now()))) throw new DomainError('register-year-running', { year });
    if (await this.closings.isClosed(book)) return this.printAgain(actor, book);
    const { accept, flaws, head } = await this.checkRegister.withoutFiles(book);
    if (!accept) {
      const message = flaws.slice(0, NAMED).map(registerFlawSentence).join(' ');
      throw new DomainError('register-not-whole', { ...book, message });
    }
    await this.uow.run(async (tx) => {
      await standInLine(tx, book.book, year);
      if (((await this.heads.headOf(book, tx))?.seq ?? 0) !== head.seq)
        throw new DomainError('changed-meanwhile', { ...book });
      await requireNoneOpen(tx, book);
      const closing = { ...book, closedAt: this.clock.now(), closedById: actor.id, closedBy: actor.name };
      await tx.insert(RegisterClosingEntity, closing);
      await this.requestPrint.begin(tx, actor, wholeYear(book.book, year), true);
      await this.record(tx, actor, 'register.close', book);
    });
  }

  private async printAgain(actor: Actor, book: BookOfYear): Promise<void> {
    const found = await this.closings.of(book);
    if (found === null || found.seal !== null || found.print?.problem === null) {
      throw new DomainError('register-closed', { ...book });
    }
    await this.uow.run(async (tx) => {
      await this.requestPrint.begin(tx, actor, wholeYear(book.book, book.year), true);
      await this.record(tx, actor, 'register.printAgain', book);
    });
  }

  private record(tx: EntityManager, actor: Actor, action: JournalAction, { book, year }: BookOfYear): Promise<void> {
    const detail = { book, year };
    return this.journal.record(tx, actor, { action, objectKind: 'register', objectId: `${book} ${year}`, detail });
  }
}

/** What waits for its number would never have one. */
async function requireNoneAwaiting(tx: EntityManager, year: number): Promise<void> {
  const waiting = await tx.countBy(IncomingDocumentEntity, { year, arrivalNumber: LessThan(1) });
  if (waiting > 0) throw new DomainError('register-numbers-awaited', { year, count: waiting });
}

/** A line that has its number and was not finished would stay half done for ever. */
async function requireNoneOpen(tx: EntityManager, { book, year }: BookOfYear): Promise<void> {
  if (book === 'incoming') return requireNoneAwaiting(tx, year);
  const order = { number: 'ASC' } as const;
  const open =
    book === 'outgoing'
      ? await tx.find(OutgoingDocumentEntity, {
          where: { year, state: In(['numbered', 'sealed']) },
          order,
          take: NAMED,
        })
      : await tx.find(CopyDocumentEntity, { where: { year, state: 'numbered' }, order, take: NAMED });
  if (open.length === 0) return;
  const codes = open.map(({ number, notation }) => printedCode(number, notation)).join(', ');
  throw new DomainError(book === 'outgoing' ? 'register-letters-open' : 'register-copies-open', { year, codes });
}
