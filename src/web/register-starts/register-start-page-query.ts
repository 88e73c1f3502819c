import { Injectable } from '@nestjs/common';
import { RegisterStartQueries } from '../../documents/index.js';
import type { Book } from '../../documents/domain/register.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';

/** Reads how the book of this year begins, and what was proposed for it. */
@Injectable()
export class RegisterStartPageQuery {
  constructor(
    private readonly starts: RegisterStartQueries,
    private readonly clock: Clock,
  ) {}

  async read(book: Book) {
    const year = yearOf(civilDateOf(this.clock.now()));
    const [start, proposals, hasBegun] = await Promise.all([
      this.starts.of({ book, year }),
      this.starts.proposals({ book, year }),
      this.starts.hasBegun(book, year),
    ]);
    return { year, start, proposals, hasBegun };
  }
}

export type RegisterStartReading = Awaited<ReturnType<RegisterStartPageQuery['read']>>;
