import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import type { Category } from '../../law/index.js';
import { MAX_SEQ } from '../../platform/database/max-seq.js';
import { Database } from '../../platform/database/database.js';
import { PublicFiguresEntity, PublicResultEntity } from './publication.entities.js';

/** What the site asks of results: newest first, by keyset. */
@Injectable()
export class PublicResultQueries {
  constructor(private readonly database: Database) {}

  /** Results that stand. @param before the number below which the page begins; null for the newest */
  page(before: number | null, size: number): Promise<PublicResultEntity[]> {
    const where = { withdrawnAt: IsNull(), number: LessThan(before ?? MAX_SEQ) };
    return this.results.find({ where, order: { number: 'DESC' }, take: size });
  }

  /** Also those that were withdrawn, for the staff. */
  pageOfAll(before: number | null, size: number): Promise<PublicResultEntity[]> {
    const where = { number: LessThan(before ?? MAX_SEQ) };
    return this.results.find({ where, order: { number: 'DESC' }, take: size });
  }

  /** The newest results of a category that were not withdrawn. */
  newestOf(category: Category, size: number): Promise<PublicResultEntity[]> {
    return this.results.find({ where: { category, withdrawnAt: IsNull() }, order: { number: 'DESC' }, take: size });
  }

  /** Those of some results that stand. */
  byNumbers(numbers: readonly number[]): Promise<PublicResultEntity[]> {
    return this.results.find({ where: { withdrawnAt: IsNull(), number: In(numbers) }, order: { number: 'DESC' } });
  }

  byNumber(number: number): Promise<PublicResultEntity | null> {
    return this.results.findOneBy({ number });
  }

  /** The newest that were counted; null before the first count. */
  async latestFigures(): Promise<PublicFiguresEntity | null> {
    const [latest] = await this.database.reader.manager.find(PublicFiguresEntity, { order: { day: 'DESC' }, take: 1 });
    return latest ?? null;
  }

  private get results() {
    return this.database.reader.getRepository(PublicResultEntity);
  }
}
