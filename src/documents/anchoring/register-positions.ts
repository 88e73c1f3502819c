import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual, type EntityManager } from 'typeorm';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Counters, PositionSource } from '../../platform/position/position-sources.js';
import { LostNumbers } from '../application/lost-numbers.js';
import { BOOKS, type Book } from '../domain/register.js';
import { RegisterBookEntity } from '../persistence/documents.entities.js';

/** The last number of each book, of this year and the last: `incoming 2026`. */
@Injectable()
export class RegisterPositions implements PositionSource {
  readonly name = 'registers';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly lost: LostNumbers,
  ) {}

  async read(): Promise<Counters> {
    const year = MoreThanOrEqual(yearOf(civilDateOf(this.clock.now())) - 1);
    const books = await this.database.reader.manager.findBy(RegisterBookEntity, { year });
    return Object.fromEntries(books.map(({ book, year: of, last }) => [`${book} ${String(of)}`, last]));
  }

  async raise(tx: EntityManager, counters: Counters): Promise<void> {
    for (const [name, to] of Object.entries(counters)) {
      const [book, year] = name.split(' ');
      if (isBook(book)) await this.lost.fill(tx, book, { year: Number(year), to });
    }
  }
}

function isBook(name: string | undefined): name is Book {
  return BOOKS.some((book) => book === name);
}
