import { Injectable } from '@nestjs/common';
import { LessThan, MoreThanOrEqual } from 'typeorm';
import { civilDateOf, DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { cutList } from '../../platform/cut-lists.js';
import { Database } from '../../platform/database/database.js';
import { MAX_SEQ } from '../../platform/database/max-seq.js';
import type { Metric } from '../../platform/telemetry/metrics.js';
import { ExchangeTraceEntity } from './exchange-trace.entity.js';
import { RefusedCallDayEntity } from './refused-call-day.entity.js';

const SHOWN = 200;
const CALLS = { name: 'Bản ghi lượt kết nối', how: 'Hiện các lượt kết nối mới nhất.' };
const NEWEST_FIRST = { id: 'DESC' } as const;

/** Reads of what is kept of calls, newest first. */
@Injectable()
export class TraceQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param before number of the last call of the page before; null for the first page */
  page(before: number | null, size: number): Promise<ExchangeTraceEntity[]> {
    const where = before === null ? {} : { id: LessThan(before) };
    return this.traces().find({ where, order: NEWEST_FIRST, take: size });
  }

  /** @param seq number of the job */
  ofJob(seq: number): Promise<ExchangeTraceEntity[]> {
    return cutList(CALLS, this.traces().findAndCount({ where: { seq }, order: NEWEST_FIRST, take: SHOWN }));
  }

  /** @param messageId as the e-office names it */
  ofMessage(messageId: string): Promise<ExchangeTraceEntity[]> {
    return cutList(CALLS, this.traces().findAndCount({ where: { messageId }, order: NEWEST_FIRST, take: SHOWN }));
  }

  async byId(id: number): Promise<ExchangeTraceEntity | null> {
    return id > MAX_SEQ ? null : this.traces().findOneBy({ id });
  }

  /** Calls that could not be kept, as far as the last day knows of them. */
  async missedLately(): Promise<number> {
    const since = new Date(this.clock.now().getTime() - DAY_MS);
    return (await this.traces().sum('missedBefore', { at: MoreThanOrEqual(since) })) ?? 0;
  }

  /** What each door refused today, in Việt Nam. */
  refusedToday(): Promise<RefusedCallDayEntity[]> {
    const day = civilDateOf(this.clock.now());
    return this.database.reader.getRepository(RefusedCallDayEntity).find({ where: { day }, order: { door: 'ASC' } });
  }

  async metrics(): Promise<readonly Metric[]> {
    const [doors, missed] = await Promise.all([this.refusedToday(), this.missedLately()]);
    const each = (value: (door: RefusedCallDayEntity) => number): Metric['values'] =>
      doors.map((one) => ({ labels: { door: one.door }, value: value(one) }));
    return [
      {
        name: 'hoi_am_refused_calls_kept_today',
        help: 'Calls that a door refused today, kept with what came.',
        values: each(({ kept }) => kept),
      },
      {
        name: 'hoi_am_refused_calls_beyond_today',
        help: 'Calls that a door refused today beyond its ceiling, only counted.',
        values: each(({ beyond }) => beyond),
      },
      {
        name: 'hoi_am_exchange_traces_missed_last_day',
        help: 'Calls to or from the e-office of the last 24 hours that could not be kept as evidence.',
        values: [{ labels: {}, value: missed }],
      },
    ];
  }

  private traces() {
    return this.database.reader.getRepository(ExchangeTraceEntity);
  }
}
