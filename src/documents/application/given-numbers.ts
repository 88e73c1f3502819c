import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { dayWords } from '../domain/day-words.js';
import type { OwnedBook } from '../../agency-profile/domain/agency-profile.js';
import { dayFault, numberFault, type CalledDay, type GivenNumber, type NumberFault } from '../domain/given-number.js';
import type { KnownNumber } from '../domain/lost-number.js';
import { printedCode } from '../domain/register.js';
import { typeAndCode } from '../domain/same-number.js';
import { IncomingDocumentEntity, OutgoingDocumentEntity } from '../persistence/documents.entities.js';
import { RegisterEntryEntity } from '../persistence/register-entry.entity.js';
import { RegisterNumbers } from './register-numbers.js';

const CALLED: Readonly<Record<OwnedBook, CalledDay>> = { incoming: 'Ngày đến', outgoing: 'Ngày văn bản' };

/** Numbers that the e-office's book gives: compared with our register before they stand in it. */
@Injectable()
export class GivenNumbers {
  constructor(
    private readonly clock: Clock,
    private readonly numbers: RegisterNumbers,
  ) {}

  /**
   * Keeps a number for the line that is entered under it in the same transaction.
   *
   * @param backTo the first year whose book takes it: what went out, or came, in the last days of a year may become known in the next
   * @returns what stands against it; null where it is kept
   * @throws DomainError `register-closed`, `numbering-held` as `RegisterNumbers.next` does
   */
  async take(
    tx: EntityManager,
    book: OwnedBook,
    given: GivenNumber,
    backTo: 'thisYear' | 'lastYear' = 'thisYear',
  ): Promise<NumberFault | null> {
    const { number, issuedDate } = given;
    const today = civilDateOf(this.clock.now());
    const thisYear = yearOf(today);
    const years = backTo === 'lastYear' ? [thisYear - 1, thisYear] : [thisYear];
    const wrongDay = dayFault(issuedDate, { today, years, called: CALLED[book] });
    if (wrongDay !== null) return wrongDay;
    const year = yearOf(issuedDate);
    const last = await this.numbers.lastWhileOpen(tx, book, year);
    const holder = await holderOf(tx, book, { year, number });
    const fault = numberFault(given, { first: await firstOf(tx, book, year), last, holder });
    if (fault === null) await this.numbers.raise(tx, { book, year, to: number });
    return fault;
  }
}

async function firstOf(tx: EntityManager, book: OwnedBook, year: number): Promise<number> {
  const begun = await tx.findOneBy(RegisterEntryEntity, { book, year, seq: 1, act: 'begun' });
  return begun?.number ?? 1;
}

async function holderOf(tx: EntityManager, book: OwnedBook, { year, number }: KnownNumber): Promise<string | null> {
  if (book === 'incoming') {
    const document = await tx.findOneBy(IncomingDocumentEntity, { year, arrivalNumber: number });
    return document && `${typeAndCode(document)} của ${document.senderName}, đến ${dayWords(document.arrivalDate)}`;
  }
  const line = await tx.findOneBy(OutgoingDocumentEntity, { year, number });
  return line && `${printedCode(line.number, line.notation)}, ${dayWords(line.issuedDate)}`;
}
