import { Injectable } from '@nestjs/common';
import { whereAny } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/sql.js';
import type { Book } from '../domain/register.js';
import type { BookOfYear } from './register-check-queries.js';
import { RegisterBookEntity } from './documents.entities.js';
import type { RegisterStart } from '../domain/register-start.js';
import { RegisterEntryEntity } from './register-entry.entity.js';
import { RegisterStartEntity } from './register-start.entity.js';

/** How a book begins, and since when that is so. */
export interface BegunRegister extends RegisterStart {
  readonly at: Date;
}

/** Reads of how books begin. */
@Injectable()
export class RegisterStartQueries {
  constructor(private readonly database: Database) {}

  /** How the book of a year begins, as its chain says first; null where it begins at 1. */
  of({ book, year }: BookOfYear): Promise<BegunRegister | null> {
    const begun = sql`"register_entry" WHERE "book" = ${book} AND "year" = ${year} AND "seq" = 1 AND "act" = 'begun'`;
    return whereAny(this.database, begun, () => this.begun({ book, year }), null);
  }

  /** What was ever proposed for the book, newest first. */
  proposals({ book, year }: BookOfYear): Promise<readonly RegisterStartEntity[]> {
    return this.manager.find(RegisterStartEntity, { where: { book, year }, order: { proposedAt: 'DESC', id: 'ASC' } });
  }

  /** Whether a book has given a number, or begins at one by a decision already. */
  async hasBegun(book: Book, year: number): Promise<boolean> {
    return ((await this.manager.findOneBy(RegisterBookEntity, { book, year }))?.last ?? 0) > 0;
  }

  private async begun({ book, year }: BookOfYear): Promise<BegunRegister | null> {
    const entry = await this.manager.findOneBy(RegisterEntryEntity, { book, year, seq: 1, act: 'begun' });
    return entry && { ...(entry.facts as RegisterStart), at: entry.at };
  }

  private get manager() {
    return this.database.reader.manager;
  }
}
