import { Injectable } from '@nestjs/common';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { instantText, joinSql, limitSql, sql, toStatement, type Sql } from '../database/sql.js';
import { circuitHeededBy, CHANNELS, type Channel } from './channels.js';
import { Circuits } from './circuits.js';
import { JobHandlers } from './job-handlers.js';
import type { OutboxEntity } from './outbox.entity.js';

const BATCH = 20;
/** Machines are upgraded one after the other within a day. */
const UPGRADED_WITHIN_MS = DAY_MS;

/** What a worker must know of a job to do it. */
export type DueJob = Pick<OutboxEntity, 'seq' | 'kind' | 'payload' | 'attempts' | 'traceparent'>;

export interface Batch {
  readonly jobs: readonly DueJob[];
  /** Whether these can make others due: a full batch has more behind it, a job lets go of those of its ordering key, a peer that answers of all that waited for it. */
  readonly leadsOn: boolean;
}

type Row = Omit<DueJob, 'payload'> & Pick<OutboxEntity, 'orderingKey'> & { readonly payload: string };

/**
 * Finds what may be done now: due, held by nobody, and with nothing before it under its ordering key that is open, or given up and blocks what follows. Of a channel
 * whose peer is unavailable nothing; when it is time to ask, one, due or not, and each time another, so that one odd message does not answer for the peer.
 */
@Injectable()
export class DueJobs {
  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly circuits: Circuits,
    private readonly clock: Clock,
  ) {}

  /** @returns a small batch, longest due first, so that many that fail again and again do not starve the new */
  async of(channel: Channel): Promise<Batch> {
    const heeded = circuitHeededBy(channel);
    const standing = heeded === null ? 'closed' : await this.circuits.standing(heeded);
    if (standing === 'wait') return { jobs: [], leadsOn: false };
    const isProbe = standing === 'probe' && heeded === channel;
    const { dialect, reader } = this.database;
    const rows = await reader.query<readonly Row[]>(
      ...toStatement(
        sql`${this.startable(channel, isProbe)} ORDER BY job."dueAt", job."seq" ${limitSql(isProbe ? 1 : BATCH, dialect)}`,
        dialect,
      ),
    );
    const jobs = rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as DueJob['payload'] }));
    return { jobs, leadsOn: isProbe || jobs.length === BATCH || rows.some(({ orderingKey }) => orderingKey !== null) };
  }

  private startable(channel: Channel, isProbe: boolean): Sql {
    const now = instantText(this.clock.now());
    return sql`SELECT job."seq", job."kind", job."payload", job."attempts", job."traceparent", job."orderingKey" FROM "outbox" job
      WHERE job."finishedAt" IS NULL AND job."heldAt" IS NULL AND (job."leasedUntil" IS NULL OR job."leasedUntil" <= ${now})
        ${isProbe ? sql`` : sql`AND job."dueAt" <= ${now}`} AND ${this.kindsOf(channel)}
        AND NOT EXISTS (SELECT 1 FROM "outbox" earlier WHERE earlier."orderingKey" = job."orderingKey" AND earlier."seq" < job."seq"
          AND (earlier."finishedAt" IS NULL OR (earlier."blocksFollowing" = 1 AND earlier."outcome" = 'givenUp')) ${this.holdingBack(channel)})`;
  }

  /** What is done within the agency does not wait for messages to others: people hear of their work while the e-office is unavailable. */
  private holdingBack(channel: Channel): Sql {
    if (channel !== 'internal') return sql``;
    const others = CHANNELS.filter((one) => one !== 'internal').flatMap((one) => this.handlers.kindsIn(one));
    return sql`AND ${among('NOT IN', others, sql`earlier`) ?? sql`1 = 1`}`;
  }

  /**
   * What is not declared is the internal channel’s too, once it has waited for a day: it is given up there, so that a clerk sees it. Until then it may
   * be work of newer software, which runs beside this one while machines are upgraded one after the other.
   */
  private kindsOf(channel: Channel): Sql {
    const own = among('IN', this.handlers.kindsIn(channel)) ?? sql`1 = 0`;
    if (channel !== 'internal') return own;
    const unknown =
      among(
        'NOT IN',
        CHANNELS.flatMap((one) => this.handlers.kindsIn(one)),
      ) ?? sql`1 = 1`;
    const since = instantText(new Date(this.clock.now().getTime() - UPGRADED_WITHIN_MS));
    return sql`(${own} OR (${unknown} AND job."dueAt" <= ${since}))`;
  }
}

function among(operator: 'IN' | 'NOT IN', kinds: readonly string[], job = sql`job`): Sql | null {
  if (kinds.length === 0) return null;
  const listed = joinSql(
    kinds.map((kind) => sql`${kind}`),
    ', ',
  );
  return operator === 'IN' ? sql`${job}."kind" IN (${listed})` : sql`${job}."kind" NOT IN (${listed})`;
}
