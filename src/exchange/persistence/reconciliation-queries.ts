import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { cutList } from '../../platform/cut-lists.js';
import { Database } from '../../platform/database/database.js';
import {
  EOfficeClockEntity,
  ReconciliationDifferenceEntity,
  ReconciliationRunEntity,
} from './reconciliation.entities.js';

const RUNS_SHOWN = 10;
const DIFFERENCES_SHOWN = 500;
const SETTLED_SHOWN = 50;
const STANDING = In(['open', 'repairing'] as const);

/** Reads of comparisons with the e-office. */
@Injectable()
export class ReconciliationQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  runs(): Promise<ReconciliationRunEntity[]> {
    return this.database.reader.manager.find(ReconciliationRunEntity, {
      order: { startedAt: 'DESC' },
      take: RUNS_SHOWN,
    });
  }

  run(id: string): Promise<ReconciliationRunEntity> {
    return this.database.reader.manager.findOneByOrFail(ReconciliationRunEntity, { id });
  }

  /** The last that ended well. */
  async lastDone(): Promise<ReconciliationRunEntity | null> {
    return this.database.reader.manager.findOne(ReconciliationRunEntity, {
      where: { state: 'done' },
      order: { startedAt: 'DESC' },
    });
  }

  /** What both sides do not agree on, oldest first. */
  standing(): Promise<ReconciliationDifferenceEntity[]> {
    return cutList(
      { name: 'Điểm khác nhau', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
      this.database.reader.manager.findAndCount(ReconciliationDifferenceEntity, {
        where: { state: STANDING },
        order: { at: 'ASC', name: 'ASC' },
        take: DIFFERENCES_SHOWN,
      }),
    );
  }

  /** What was settled or explained last, newest first. */
  ended(): Promise<ReconciliationDifferenceEntity[]> {
    return this.database.reader.manager.find(ReconciliationDifferenceEntity, {
      where: { state: In(['settled', 'explained'] as const) },
      order: { settledAt: 'DESC', name: 'ASC' },
      take: SETTLED_SHOWN,
    });
  }

  /** What the e-office's clock said last; null while it was never asked. */
  clock(): Promise<EOfficeClockEntity | null> {
    return this.database.reader.manager.findOneBy(EOfficeClockEntity, {});
  }
}
