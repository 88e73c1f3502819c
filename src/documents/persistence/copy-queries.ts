import { Injectable } from '@nestjs/common';
import { Between, LessThan, MoreThan } from 'typeorm';
import { cutList } from '../../platform/cut-lists.js';
import { Database } from '../../platform/database/database.js';
import { isSet } from '../../platform/database/is-set.js';
import type { RegisterSpan } from '../domain/register-span.js';
import { inPages } from './in-pages.js';
import { CopyDocumentEntity } from './copy-document.entity.js';

const PAGE = 50;
const MAX_INT = 2_147_483_647;

/** Reads of the register of certified copies: pages by number, newest first. */
@Injectable()
export class CopyQueries {
  constructor(private readonly database: Database) {}

  /** @param before the number above which nothing is shown; leave out for the newest */
  page(year: number, before = MAX_INT, size = PAGE): Promise<CopyDocumentEntity[]> {
    return this.copies.find({
      where: { year, number: LessThan(Math.min(before, MAX_INT)) },
      order: { number: 'DESC' },
      take: size,
    });
  }

  /** The copies that bear days of a year, in the order of their numbers. */
  between({
    year,
    from,
    to,
  }: Pick<RegisterSpan, 'year' | 'from' | 'to'>): AsyncGenerator<readonly CopyDocumentEntity[]> {
    return inPages(
      (after, take) =>
        this.copies.find({
          where: { year, number: MoreThan(after), issuedDate: Between(from, to) },
          order: { number: 'ASC' },
          take,
        }),
      ({ number }) => number,
    );
  }

  /** Copies of any year whose signature did not come, oldest first. */
  unsigned(): Promise<CopyDocumentEntity[]> {
    return cutList(
      { name: 'Bản sao chưa ký được', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
      this.copies.findAndCount({
        where: { state: 'numbered', failure: isSet() },
        order: { year: 'ASC', number: 'ASC' },
        take: PAGE,
      }),
    );
  }

  byId(id: string): Promise<CopyDocumentEntity | null> {
    return this.copies.findOneBy({ id });
  }

  linesOf(year: number): Promise<number> {
    return this.copies.countBy({ year });
  }

  voidsOf(year: number): Promise<number> {
    return this.copies.countBy({ year, state: 'voided' });
  }

  private get copies() {
    return this.database.reader.getRepository(CopyDocumentEntity);
  }
}
