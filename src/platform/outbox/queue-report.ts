import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual, Not } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { cutList } from '../cut-lists.js';
import { Database } from '../database/database.js';
import { LAST_SEQ } from '../database/last-seq.js';
import { CHANNELS, channelOf, OUTSIDE_CHANNELS, type Channel } from './channels.js';
import { OutboxAttemptEntity } from './outbox-attempt.entity.js';
import { OutboxEvidenceEntity } from './outbox-evidence.entity.js';
import { OutboxEntity } from './outbox.entity.js';

/** Over how long the rate of a channel is measured. */
export const RATE_MS = 60_000;
const SHOWN = 500;
const SHOWN_PROVED = 20;

export type ProvedJob = Readonly<
  Pick<OutboxEvidenceEntity, 'seq' | 'at' | 'note' | 'receiptId' | 'byName' | 'fileName'> &
    Pick<OutboxEntity, 'kind' | 'payload'>
>;

/** How one channel stands. */
export interface ChannelStanding {
  readonly channel: Channel;
  /** Not done yet, those held left out. */
  readonly waiting: number;
  readonly held: number;
  /** Given up: a person must act. */
  readonly stopped: number;
  /** When the oldest of those that wait was enqueued. */
  readonly oldest: Date | null;
  /** Done within the last minute. */
  readonly doneLately: number;
}

interface Counted {
  readonly kind: string;
  readonly count: number | string;
}

interface CountedOpen extends Counted {
  readonly held: number | string;
  readonly first: number | string | null;
}

/** What waits in the outbox, counted and listed for those who watch it. */
@Injectable()
export class QueueReport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns all channels, in their order */
  async channels(): Promise<readonly ChannelStanding[]> {
    const since = new Date(this.clock.now().getTime() - RATE_MS);
    const [open, stopped, done] = await Promise.all([
      this.open(),
      this.counted({ outcome: 'givenUp' }),
      this.counted({ outcome: 'done', finishedAt: MoreThanOrEqual(since) }),
    ]);
    const firsts = open.flatMap(({ first }) => (first === null ? [] : [Number(first)]));
    const oldest = await this.rows().find({ where: { seq: In(firsts) }, select: { kind: true, createdAt: true } });
    return CHANNELS.map((channel) => {
      const mine = open.filter(({ kind }) => channelOf(kind) === channel);
      const held = sum(mine.map((one) => one.held));
      const moments = oldest.filter(({ kind }) => channelOf(kind) === channel).map((one) => one.createdAt.getTime());
      return {
        channel,
        held,
        waiting: sum(mine.map((one) => one.count)) - held,
        stopped: sum(of(channel, stopped)),
        oldest: moments.length === 0 ? null : new Date(Math.min(...moments)),
        doneLately: sum(of(channel, done)),
      };
    });
  }

  /** One job, whatever became of it, with its tries, newest first; null when there is none of that number. */
  async history(seq: number): Promise<{
    readonly job: OutboxEntity;
    readonly tries: readonly OutboxAttemptEntity[];
  } | null> {
    const job = seq > LAST_SEQ ? null : await this.rows().findOneBy({ seq });
    if (job === null) return null;
    const attempts = this.database.reader.getRepository(OutboxAttemptEntity);
    return {
      job,
      tries: await cutList(
        { name: 'Các lần thử', how: 'Hiện các dòng mới nhất.' },
        attempts.findAndCount({ where: { seq }, order: { id: 'DESC' }, take: SHOWN }),
      ),
    };
  }

  /** Held by people, longest first. */
  held(): Promise<readonly OutboxEntity[]> {
    const where = { heldAt: Not(IsNull()), finishedAt: IsNull() };
    return cutList(
      { name: 'Việc đang giữ lại', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
      this.rows().findAndCount({ where, order: { heldAt: 'ASC' }, take: SHOWN }),
    );
  }

  /** All that is not done, in the order of its making, those given up too. */
  all(): Promise<readonly OutboxEntity[]> {
    const where = [{ finishedAt: IsNull() }, { outcome: 'givenUp' as const }];
    return this.rows().find({ where, order: { seq: 'ASC' } });
  }

  /** What was given up and waits for a person: how many, and when the last of them was. */
  async stopped(): Promise<{ readonly count: number; readonly latest: Date | null }> {
    const where = { outcome: 'givenUp' as const };
    const [count, last] = await Promise.all([
      this.rows().countBy(where),
      this.rows().findOne({ where, order: { finishedAt: 'DESC' } }),
    ]);
    return { count, latest: last?.finishedAt ?? null };
  }

  /** Tries of the last hour to the outside, by channel and outcome. */
  async attempts(): Promise<readonly { readonly channel: string; readonly outcome: string; readonly count: number }[]> {
    const since = new Date(this.clock.now().getTime() - 60 * 60_000);
    const rows = await this.database.reader
      .getRepository(OutboxAttemptEntity)
      .createQueryBuilder('attempt')
      .select('attempt.channel', 'channel')
      .addSelect('attempt.outcome', 'outcome')
      .addSelect('COUNT(*)', 'count')
      .where({ endedAt: MoreThanOrEqual(since), channel: In([...OUTSIDE_CHANNELS]) })
      .groupBy('attempt.channel')
      .addGroupBy('attempt.outcome')
      .getRawMany<{ channel: string; outcome: string; count: number | string }>();
    return rows.map(({ count, ...rest }) => ({ ...rest, count: Number(count) }));
  }

  /** What people proved done by another way, newest first. */
  async proved(): Promise<readonly ProvedJob[]> {
    const evidence = await this.database.reader
      .getRepository(OutboxEvidenceEntity)
      .find({ order: { at: 'DESC' }, take: SHOWN_PROVED });
    const rows = await this.rows().findBy({ seq: In(evidence.map(({ seq }) => seq)) });
    const jobs = new Map(rows.map((row) => [row.seq, row]));
    return evidence.map(({ seq, at, note, receiptId, byName, fileName }) => ({
      ...{ seq, at, note, receiptId, byName, fileName },
      kind: jobs.get(seq)?.kind ?? '',
      payload: jobs.get(seq)?.payload ?? {},
    }));
  }

  /** What a person showed to prove a job done; null for any other. */
  evidence(seq: number): Promise<OutboxEvidenceEntity | null> {
    return this.database.reader.getRepository(OutboxEvidenceEntity).findOneBy({ seq });
  }

  private async open(): Promise<readonly CountedOpen[]> {
    return this.rows()
      .createQueryBuilder('job')
      .select('job.kind', 'kind')
      .addSelect('COUNT(*)', 'count')
      .addSelect('SUM(CASE WHEN job.heldAt IS NULL THEN 0 ELSE 1 END)', 'held')
      .addSelect('MIN(CASE WHEN job.heldAt IS NULL THEN job.seq END)', 'first')
      .where({ finishedAt: IsNull() })
      .groupBy('job.kind')
      .getRawMany<CountedOpen>();
  }

  private counted(where: object): Promise<readonly Counted[]> {
    return this.rows()
      .createQueryBuilder('job')
      .select('job.kind', 'kind')
      .addSelect('COUNT(*)', 'count')
      .where(where)
      .groupBy('job.kind')
      .getRawMany<Counted>();
  }

  private rows() {
    return this.database.reader.getRepository(OutboxEntity);
  }
}

function of(channel: Channel, counted: readonly Counted[]): readonly (number | string)[] {
  return counted.filter(({ kind }) => channelOf(kind) === channel).map(({ count }) => count);
}

function sum(numbers: readonly (number | string)[]): number {
  return numbers.reduce<number>((total, each) => total + Number(each), 0);
}
