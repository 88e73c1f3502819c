import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, Not } from 'typeorm';
import { cutList } from '../../platform/cut-lists.js';
import { countOf, countTogether } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { DataRequestEntity } from './data-request.entity.js';

const SHOWN_ANSWERED = 100;
const BATCH = 100;

/** Reads requests about personal data. */
@Injectable()
export class DataRequestQueries {
  constructor(private readonly database: Database) {}

  /** Not answered yet, soonest due first. */
  open(): Promise<DataRequestEntity[]> {
    return this.rows.find({ where: { answeredAt: IsNull() }, order: { dueAt: 'ASC', id: 'ASC' } });
  }

  openCount(): Promise<number> {
    return countTogether(this.database, countOf(this.rows.createQueryBuilder('r').where({ answeredAt: IsNull() })));
  }

  /** The last that were answered, newest first. */
  answered(): Promise<DataRequestEntity[]> {
    return cutList(
      { name: 'Yêu cầu đã trả lời', how: 'Hiện các dòng mới nhất.' },
      this.rows.findAndCount({
        where: { answeredAt: Not(IsNull()) },
        order: { answeredAt: 'DESC', id: 'ASC' },
        take: SHOWN_ANSWERED,
      }),
    );
  }

  /** Not answered, and due at that moment or before. */
  dueBy(moment: Date): Promise<DataRequestEntity[]> {
    const where = { answeredAt: IsNull(), dueAt: LessThanOrEqual(moment) };
    return this.rows.find({ where, order: { dueAt: 'ASC', id: 'ASC' }, take: BATCH });
  }

  byId(id: string): Promise<DataRequestEntity | null> {
    return this.rows.findOneBy({ id });
  }

  private get rows() {
    return this.database.reader.getRepository(DataRequestEntity);
  }
}
