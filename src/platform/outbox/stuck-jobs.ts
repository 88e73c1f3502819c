import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, Like, MoreThan, MoreThanOrEqual, type FindOptionsWhere } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { cutList } from '../cut-lists.js';
import { countOf, countTogether } from '../database/counts-together.js';
import { Database } from '../database/database.js';
import { OutboxEntity } from './outbox.entity.js';

const MANY_TRIES = 5;
const LONG_MS = 10 * 60_000;
const SHOWN = 200;
const STOPPED = { name: 'Giao dịch gửi không thành công', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' };
const FAILING = { name: 'Việc đang làm lại', how: 'Hiện các dòng mới nhất.' };
const GIVEN_UP = { outcome: 'givenUp' } as const;

export type StuckJob = Readonly<
  Pick<OutboxEntity, 'seq' | 'kind' | 'payload' | 'createdAt' | 'dueAt' | 'attempts' | 'outcome' | 'lastError'>
>;

/** Jobs that need a person's eye: given up, failing for long (five tries, or ten minutes), or not tried again within ten minutes, as what waits for a calendar. What somebody holds is not among them. */
@Injectable()
export class StuckJobs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns those given up first, each group newest first */
  async list(): Promise<readonly StuckJob[]> {
    const rows = this.database.reader.getRepository(OutboxEntity);
    const order = { seq: 'DESC' } as const;
    const [givenUp, failing] = await Promise.all([
      cutList(STOPPED, rows.findAndCount({ where: GIVEN_UP, order, take: SHOWN })),
      cutList(FAILING, rows.findAndCount({ where: this.failing(), order, take: SHOWN })),
    ]);
    return [...givenUp, ...failing];
  }

  /** @param kind left out = of every kind */
  count(kind?: string): Promise<number> {
    const of = kind === undefined ? {} : { kind };
    const where = [GIVEN_UP, ...this.failing()].map((one) => ({ ...one, ...of }));
    const jobs = this.database.reader.getRepository(OutboxEntity).createQueryBuilder('job');
    return countTogether(this.database, countOf(jobs.where(where)));
  }

  /** The latest job whose key begins so, that has failed and is not done yet, or was given up; null where all goes well. */
  failed(keyBegins: string): Promise<StuckJob | null> {
    const tried = { key: Like(`${keyBegins}%`), attempts: MoreThanOrEqual(1) };
    return this.database.reader.getRepository(OutboxEntity).findOne({
      where: [
        { ...tried, finishedAt: IsNull() },
        { ...tried, ...GIVEN_UP },
      ],
      order: { seq: 'DESC' },
    });
  }

  private failing(): FindOptionsWhere<OutboxEntity>[] {
    const now = this.clock.now().getTime();
    const open = { finishedAt: IsNull(), heldAt: IsNull() };
    const tried = { ...open, attempts: MoreThanOrEqual(1) };
    return [
      { ...open, attempts: MoreThanOrEqual(MANY_TRIES) },
      { ...tried, createdAt: LessThanOrEqual(new Date(now - LONG_MS)) },
      { ...tried, dueAt: MoreThan(new Date(now + LONG_MS)) },
    ];
  }
}
