import { Injectable } from '@nestjs/common';
import { PostalQueries, RegisterQueries } from '../../documents/index.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { REGISTER_PAGE } from './register-page-view.js';

/** Reads a page of the postal book; it has the years of the register of what went out. */
@Injectable()
export class PostalBookQuery {
  constructor(
    private readonly clock: Clock,
    private readonly postal: PostalQueries,
    private readonly registers: RegisterQueries,
  ) {}

  /** @param before the id of the line above which nothing is shown; null for the newest */
  async read(asked: number | null, before: string | null) {
    const year = asked ?? yearOf(civilDateOf(this.clock.now()));
    const [books, rows] = await Promise.all([
      this.registers.booksOf('outgoing'),
      this.postal.page(year, before, REGISTER_PAGE + 1),
    ]);
    return {
      year,
      years: books.map((one) => one.year),
      rows: rows.slice(0, REGISTER_PAGE),
      hasOlder: rows.length > REGISTER_PAGE,
      isNewest: before === null,
    };
  }
}

export type PostalBookReading = Awaited<ReturnType<PostalBookQuery['read']>>;
