import { Injectable } from '@nestjs/common';
import { whereAny } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/sql.js';
import { RegisterClosingEntity, RegisterClosingSealEntity } from './register-closing.entities.js';
import type { BookOfYear } from './register-check-queries.js';
import { RegisterPrintEntity } from './register-print.entity.js';

/** How far the closing of a book is. */
export interface RegisterClosing {
  readonly closing: RegisterClosingEntity;
  /** The newest print-out that was made for it. */
  readonly print: RegisterPrintEntity | null;
  readonly seal: RegisterClosingSealEntity | null;
}

/** Reads of closings. */
@Injectable()
export class RegisterClosingQueries {
  constructor(private readonly database: Database) {}

  /** @returns null where the book is open */
  of({ book, year }: BookOfYear): Promise<RegisterClosing | null> {
    const closed = sql`"register_closing" WHERE "book" = ${book} AND "year" = ${year}`;
    return whereAny(this.database, closed, () => this.closed({ book, year }), null);
  }

  isClosed({ book, year }: BookOfYear): Promise<boolean> {
    return this.database.reader.manager.existsBy(RegisterClosingEntity, { book, year });
  }

  sealOf({ book, year }: BookOfYear): Promise<RegisterClosingSealEntity | null> {
    return this.database.reader.manager.findOneBy(RegisterClosingSealEntity, { book, year });
  }

  private async closed({ book, year }: BookOfYear): Promise<RegisterClosing | null> {
    const { manager } = this.database.reader;
    const closing = await manager.findOneBy(RegisterClosingEntity, { book, year });
    if (closing === null) return null;
    const [seal, [print = null]] = await Promise.all([
      this.sealOf({ book, year }),
      manager.find(RegisterPrintEntity, {
        where: { book, year, forClosing: true },
        order: { requestedAt: 'DESC' },
        take: 1,
      }),
    ]);
    return { closing, print, seal };
  }
}
