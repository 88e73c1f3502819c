import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { cutList } from '../../platform/cut-lists.js';
import { Database } from '../../platform/database/database.js';
import { OutageEntity } from './outage.entity.js';

const SHOWN = 50;

/** Reads announced interruptions. */
@Injectable()
export class OutageQueries {
  constructor(private readonly database: Database) {}

  /** Those that go on or are to come, cancelled ones left out, soonest first. */
  ahead(now: Date): Promise<OutageEntity[]> {
    const where = { endsAt: MoreThan(now), cancelledAt: IsNull() };
    return cutList(
      { name: 'Gián đoạn sắp tới', how: 'Hiện các lần sớm nhất.' },
      this.rows.findAndCount({ where, order: { startsAt: 'ASC', id: 'ASC' }, take: SHOWN }),
    );
  }

  /** Those that were, cancelled ones left out, newest first. */
  past(now: Date, atMost: number): Promise<OutageEntity[]> {
    const where = { endsAt: LessThanOrEqual(now), cancelledAt: IsNull() };
    return this.rows.find({ where, order: { endsAt: 'DESC', id: 'ASC' }, take: atMost });
  }

  /** Whatever was announced, the last to end first. */
  all(): Promise<OutageEntity[]> {
    return cutList(
      { name: 'Thông báo gián đoạn', how: 'Hiện các dòng mới nhất.' },
      this.rows.findAndCount({ order: { endsAt: 'DESC', id: 'ASC' }, take: SHOWN }),
    );
  }

  byId(id: string): Promise<OutageEntity | null> {
    return this.rows.findOneBy({ id });
  }

  private get rows() {
    return this.database.reader.getRepository(OutageEntity);
  }
}
