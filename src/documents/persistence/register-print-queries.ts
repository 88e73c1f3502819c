import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { PrintedBook, RegisterSpan } from '../domain/register-span.js';
import { RegisterPrintEntity } from './register-print.entity.js';

const NEWEST = 10;

/** Reads of print-outs. */
@Injectable()
export class RegisterPrintQueries {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<RegisterPrintEntity | null> {
    return this.database.reader.manager.findOneBy(RegisterPrintEntity, { id });
  }

  /** The last print-outs of a book and year, newest first. */
  newestOf(book: PrintedBook, year: number): Promise<RegisterPrintEntity[]> {
    return this.database.reader.manager.find(RegisterPrintEntity, {
      where: { book, year },
      order: { requestedAt: 'DESC' },
      take: NEWEST,
    });
  }
}

/** The print-out of these days that is being made, if any. */
export function printUnderWay(
  tx: EntityManager,
  { book, year, from, to }: RegisterSpan,
): Promise<RegisterPrintEntity | null> {
  const where: FindOptionsWhere<RegisterPrintEntity> = { book, year, fromDay: from, toDay: to, forClosing: false };
  return tx.findOneBy(RegisterPrintEntity, { ...where, pdfSha256: IsNull(), problem: IsNull() });
}
