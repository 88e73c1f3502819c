import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual, Not } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { cutList } from '../cut-lists.js';
import { countOf, countTogether } from '../database/counts-together.js';
import { Database } from '../database/database.js';
import { instantText, joinSql, sql, toStatement } from '../database/sql.js';
import { MAX_SEQ } from '../database/max-seq.js';
import { CHANNELS, OUTSIDE_CHANNELS, type Channel } from './channels.js';
import { JobHandlers } from './job-handlers.js';
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
  readonly sort: 'open' | 'stopped' | 'done';
  readonly kind: string;
  readonly count: number | string;
  /** Of those that are not done, what a person holds, and the first of the others. */
  readonly held: number | string;
  readonly first: number | string | null;
}

/** What waits in the outbox, counted and listed for those who watch it. */
@Injectable()
export class QueueReport {
  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  /** @returns all channels, in their order */
  async channels(): Promise<readonly ChannelStanding[]> {
    const since = new Date(this.clock.now().getTime() - RATE_MS);
    const counted = await this.counted(since);
    const [open, stopped, done] = (['open', 'stopped', 'done'] as const).map((wanted) =>
      counted.filter(({ sort }) => sort === wanted),
    ) as [Counted[], Counted[], Counted[]];
    const firsts = open.flatMap(({ first }) => (first === null ? [] : [Number(first)]));
    const oldest =
      firsts.length === 0
        ? []
        : await this.rows().find({ where: { seq: In(firsts) }, select: { kind: true, createdAt: true } });
    return CHANNELS.map((channel) => {
      const of = <R extends { readonly kind: string }>(rows: readonly R[]) =>
        rows.filter(({ kind }) => this.handlers.channelOf(kind) === channel);
      const mine = of(open);
      const held = sum(mine.map((one) => one.held));
      const moments = of(oldest).map((one) => one.createdAt.getTime());
      return {
        channel,
        held,
        waiting: sum(mine.map((one) => one.count)) - held,
        stopped: sum(of(stopped).map((one) => one.count)),
        oldest: moments.length === 0 ? null : new Date(Math.min(...moments)),
        doneLately: sum(of(done).map((one) => one.count)),
      };
    });
  }

  /** One job, whatever became of it, with its tries, newest first; null when there is none of that number. */
  async history(seq: number): Promise<{
    readonly job: OutboxEntity;
    readonly tries: readonly OutboxAttemptEntity[];
  } | null> {
    const job = seq > MAX_SEQ ? null : await this.rows().findOneBy({ seq });
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
  async held(): Promise<readonly OutboxEntity[]> {
    const where = { heldAt: Not(IsNull()), finishedAt: IsNull() };
    const held = await countTogether(this.database, countOf(this.rows().createQueryBuilder('job').where(where)));
    if (held === 0) return [];
    return cutList(
      { name: 'Giao dịch tạm giữ', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
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
    const count = await this.rows().countBy(where);
    if (count === 0) return { count, latest: null };
    const last = await this.rows().findOne({ where, order: { finishedAt: 'DESC' } });
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
    const rows = evidence.length === 0 ? [] : await this.rows().findBy({ seq: In(evidence.map(({ seq }) => seq)) });
    const jobs = new Map(rows.map((row) => [row.seq, row]));
    return evidence.map(({ seq, at, note, receiptId, byName, fileName }) => ({
      seq,
      at,
      note,
      receiptId,
      byName,
      fileName,
      kind: jobs.get(seq)?.kind ?? '',
      payload: jobs.get(seq)?.payload ?? {},
    }));
  }

  /** What a person showed to prove a job done; null for any other. */
  evidence(seq: number): Promise<OutboxEvidenceEntity | null> {
    return this.database.reader.getRepository(OutboxEvidenceEntity).findOneBy({ seq });
  }

  private counted(doneSince: Date): Promise<readonly Counted[]> {
    const { reader, dialect } = this.database;
    const statement = joinSql(
      [
        sql`SELECT 'open' AS "sort", "kind", COUNT(*) AS "count", SUM(CASE WHEN "heldAt" IS NULL THEN 0 ELSE 1 END) AS "held", MIN(CASE WHEN "heldAt" IS NULL THEN "seq" END) AS "first" FROM "outbox" WHERE "finishedAt" IS NULL GROUP BY "kind"`,
        sql`SELECT 'stopped', "kind", COUNT(*), 0, NULL FROM "outbox" WHERE "outcome" = 'givenUp' GROUP BY "kind"`,
        sql`SELECT 'done', "kind", COUNT(*), 0, NULL FROM "outbox" WHERE "outcome" = 'done' AND "finishedAt" >= ${instantText(doneSince)} GROUP BY "kind"`,
      ],
      ' UNION ALL ',
    );
    return reader.query<readonly Counted[]>(...toStatement(statement, dialect));
  }

  private rows() {
    return this.database.reader.getRepository(OutboxEntity);
  }
}

function sum(numbers: readonly (number | string)[]): number {
  return numbers.reduce<number>((total, each) => total + Number(each), 0);
}
