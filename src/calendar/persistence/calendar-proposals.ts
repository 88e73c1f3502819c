import { Injectable } from '@nestjs/common';
import { cutList } from '../../platform/cut-lists.js';
import { Database } from '../../platform/database/database.js';
import { CalendarProposalEntity } from './calendar.entities.js';

/** Named reads of proposed changes. */
@Injectable()
export class CalendarProposals {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<CalendarProposalEntity | null> {
    return this.rows.findOneBy({ id });
  }

  /** Those that nobody has decided on, oldest first. */
  waiting(): Promise<readonly CalendarProposalEntity[]> {
    return cutList(
      { name: 'Đề nghị sửa lịch', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
      this.rows.findAndCount({ where: { state: 'waiting' }, order: { proposedAt: 'ASC', id: 'ASC' }, take: 50 }),
    );
  }

  /** Of one maker, whatever became of them; the latest hundred. */
  madeBy(proposedBy: string): Promise<readonly CalendarProposalEntity[]> {
    return this.rows.find({ where: { proposedBy }, order: { proposedAt: 'DESC', id: 'DESC' }, take: 100 });
  }

  private get rows() {
    return this.database.reader.getRepository(CalendarProposalEntity);
  }
}
