import { Injectable } from '@nestjs/common';
import { Between, In, LessThan } from 'typeorm';
import type { OwnedBook } from '../../agency-profile/domain/agency-profile.js';
import { cutList } from '../../platform/cut-lists.js';
import { countOf, countTogether } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { IncomingDocumentEntity, OutgoingDocumentEntity } from './documents.entities.js';
import { RegisterQueries } from './register-queries.js';

const SHOWN = 200;

/** What `awaitsNumber` asks, for the database. */
const AWAITING = { arrivalNumber: LessThan(1) };

/** Reads what books that the e-office owns still owe ours: lines without a number, and numbers without a line. */
@Injectable()
export class GivenNumberQueries {
  constructor(
    private readonly database: Database,
    private readonly registers: RegisterQueries,
  ) {}

  /** Lines of the year that wait for the number that the e-office gives, the one that came last first. */
  awaitingPage(year: number, size: number): Promise<IncomingDocumentEntity[]> {
    return this.incoming.find({ where: { year, ...AWAITING }, order: { arrivalNumber: 'ASC' }, take: size });
  }

  /** Such lines of all years, the oldest first. */
  async awaiting(): Promise<IncomingDocumentEntity[]> {
    const years = (await this.registers.booksOf('incoming')).map(({ year }) => year);
    return cutList(
      { name: 'Văn bản chờ số đến', how: 'Ghi số cho các văn bản đầu thì văn bản sau hiện ra.' },
      this.incoming.findAndCount({
        where: { year: In(years), ...AWAITING },
        order: { year: 'ASC', arrivalNumber: 'DESC' },
        take: SHOWN,
      }),
    );
  }

  /** How many lines of the year wait so. */
  awaitingOf(year: number): Promise<number> {
    const waiting = this.incoming.createQueryBuilder('line').where({ year, ...AWAITING });
    return countTogether(this.database, countOf(waiting));
  }

  /** Numbers of a book between two that no line has, in their order. */
  async missingBetween(
    book: OwnedBook,
    { year, first, last }: { readonly year: number; readonly first: number; readonly last: number },
  ): Promise<readonly number[]> {
    const present = new Set(await this.numbersOf(book, { year, first, last }));
    const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
    return all.filter((number) => !present.has(number));
  }

  private async numbersOf(
    book: OwnedBook,
    { year, first, last }: { readonly year: number; readonly first: number; readonly last: number },
  ): Promise<readonly number[]> {
    const number = Between(first, last);
    if (book === 'incoming') {
      const where = { year, arrivalNumber: number };
      return (await this.incoming.find({ where, select: { arrivalNumber: true } })).map((row) => row.arrivalNumber);
    }
    const outgoing = this.database.reader.getRepository(OutgoingDocumentEntity);
    return (await outgoing.find({ where: { year, number }, select: { number: true } })).map((row) => row.number);
  }

  private get incoming() {
    return this.database.reader.getRepository(IncomingDocumentEntity);
  }
}
