import { AsyncResource } from 'node:async_hooks';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../../kernel/clock.js';
import { sha256Of } from '../../../kernel/sha256.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { SystemClock } from '../../system-clock.js';
import { Log } from '../../telemetry/log.js';
import { CallCountEntity } from './call-count.entity.js';

export const MINUTE_MS = 60_000;
/** Who has called less than this share of a limit is counted here alone: most callers never touch the database. */
const QUIET_SHARE = 0.1;
/** Processes tell each other so often. */
const TOLD_EVERY_MS = 1_000;
const KEPT_MS = 10 * MINUTE_MS;
/** Callers of one minute that are remembered; the one that came first goes. */
const REMEMBERED = 20_000;

interface Count {
  own: number;
  /** Of our own, what the others know. */
  told: number;
  /** Of the others, as they last told. */
  others: number;
  isLoud: boolean;
}

/**
 * How often each caller has called within the minute: by this process at once, by the others as they told a second ago at most. Where the database cannot be
 * asked, each process counts for itself.
 */
@Injectable()
export class SharedCounts implements BeforeApplicationShutdown {
  private minute = '';
  private counts = new Map<string, Count>();
  private timer: NodeJS.Timeout | undefined;
  private telling: Promise<void> = Promise.resolve();
  /** A limit is a matter of the machine's own minute, also where the app's clock stands still. */
  private readonly clock: Clock = new SystemClock();

  /** Belongs to no request, although a request starts the timer. */
  private readonly tellSoon = AsyncResource.bind(() => this.tellBySchedule());

  constructor(
    private readonly uow: UnitOfWork,
    private readonly log: Log,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.telling;
  }

  /** Counts one more call. @param most what the limit allows in a minute @returns the calls of this minute, and milliseconds until the next */
  count(subject: string, most: number): { readonly current: number; readonly ttl: number } {
    const now = this.clock.now().getTime();
    this.begin(minuteOf(now));
    const count = this.counts.get(subject) ?? { own: 0, told: 0, others: 0, isLoud: false };
    count.own += 1;
    this.counts.set(subject, count);
    if (this.counts.size > REMEMBERED) this.counts.delete(this.counts.keys().next().value ?? '');
    count.isLoud ||= count.own > most * QUIET_SHARE;
    if (count.isLoud) this.timer ??= setTimeout(this.tellSoon, TOLD_EVERY_MS).unref();
    return { current: count.own + count.others, ttl: MINUTE_MS - (now % MINUTE_MS) };
  }

  /** Tells the others what was counted here, and hears what they counted; one after another, or the same calls would be told twice. */
  tell(): Promise<void> {
    const turn = this.telling.then(() => this.tellAll());
    this.telling = turn.catch(() => undefined);
    return turn;
  }

  private async tellAll(): Promise<void> {
    const { minute } = this;
    for (const [subject, count] of this.counts) {
      const more = count.own - count.told;
      if (!count.isLoud || more === 0) continue;
      const calls = await this.write({ subject: sha256Of(Buffer.from(subject)), minute }, more);
      count.told += more;
      count.others = Math.max(0, calls - count.told);
    }
  }

  private begin(minute: string): void {
    if (minute === this.minute) return;
    this.minute = minute;
    this.counts = new Map();
  }

  private tellBySchedule(): void {
    this.timer = undefined;
    this.tell().catch((error: unknown) => {
      this.log.warn('http.countsNotShared', { error });
    });
  }

  /** Where another process wrote the first row meanwhile, the unit of work does this again. */
  private write(key: Pick<CallCountEntity, 'subject' | 'minute'>, more: number): Promise<number> {
    return this.uow.run(async (tx) => {
      const { affected } = await tx.increment(CallCountEntity, key, 'calls', more);
      if (affected !== 0) return (await tx.findOneByOrFail(CallCountEntity, key)).calls;
      await tx.delete(CallCountEntity, { minute: LessThan(minuteOf(Date.parse(key.minute) - KEPT_MS)) });
      await tx.insert(CallCountEntity, { ...key, calls: more });
      return more;
    });
  }
}

/** `2026-03-18T02:05` */
function minuteOf(at: number): string {
  return new Date(Math.floor(at / MINUTE_MS) * MINUTE_MS).toISOString();
}
