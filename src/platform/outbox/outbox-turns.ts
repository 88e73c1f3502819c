import { AsyncResource } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { WrittenSince } from '../database/written-since.js';
import { instantText, limitSql, sql, toStatement } from '../database/sql.js';
import { CHANNELS, type Channel } from './channels.js';
import { JobHandlers } from './job-handlers.js';
import { OutboxWorker } from './outbox-worker.js';
import { takeEnqueued } from './outbox.js';

/** Between two questions. What this process enqueues is known at once; what another one did, so much later. */
const ASKED_EVERY_MS = 1_000;
/** After so many answers in a row that nothing is due, it is asked more rarely. */
const RESTS_AFTER = 10;
const ASKED_AT_REST_MS = 3_000;
/** And more rarely still where nobody has written since: only what waits for its time can have become due. */
const ASKED_UNWRITTEN_MS = 10_000;

/** So many at the head of the queue tell which channels have something to do; behind a longer one every channel may. */
const LOOKED_AT = 100;

type Found = { readonly of: 'job'; readonly name: string } | { readonly of: 'circuit'; readonly name: Channel };

/** Gives each channel its turns while there may be something to do: one question for all of them, so that an app at rest hardly asks its database. */
@Injectable()
export class OutboxTurns {
  private answer: Promise<Set<Channel>> = Promise.resolve(new Set());
  private lookedAt = -ASKED_EVERY_MS;
  private askedAt = -ASKED_UNWRITTEN_MS;
  private readonly writtenSince: WrittenSince;
  /** How often in a row nothing was due. */
  private atRest = 0;
  private readonly enqueued = new Set<Channel>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly handlers: JobHandlers,
    private readonly worker: OutboxWorker,
  ) {
    this.writtenSince = new WrittenSince(database);
  }

  /** Gives a channel a turn as soon as something for it is committed in this process. */
  takeOnCommit(turn: (channel: Channel) => void): void {
    // A turn belongs to no request and to no other job, although it begins where one has just written.
    const begin = AsyncResource.bind(turn);
    this.database.onCommit((tx) => {
      for (const channel of takeEnqueued(tx)) {
        this.enqueued.add(channel);
        this.atRest = 0;
        setImmediate(begin, channel);
      }
    });
  }

  /** Works through what is due in a channel, if anything is. */
  async take(channel: Channel): Promise<void> {
    const due = await this.maybeDue();
    // What is enqueued from here on is not known to be done.
    const isEnqueued = this.enqueued.delete(channel);
    if (!due.delete(channel) && !isEnqueued) return;
    await this.worker.drain(channel);
  }

  private maybeDue(): Promise<Set<Channel>> {
    const now = performance.now();
    if (now - this.lookedAt >= ASKED_EVERY_MS) {
      this.lookedAt = now;
      this.answer = this.askUnlessAtRest(now);
    }
    return this.answer;
  }

  private async askUnlessAtRest(now: number): Promise<Set<Channel>> {
    if (this.atRest >= RESTS_AFTER) {
      const restMs = (await this.writtenSince.isPossible()) ? ASKED_AT_REST_MS : ASKED_UNWRITTEN_MS;
      if (now - this.askedAt < restMs) return new Set();
    }
    this.askedAt = now;
    return this.writtenSince.inAnyCase(() => this.ask());
  }

  /** A channel whose peer is unavailable may always have something: when to ask it again is its circuit's to say. */
  private async ask(): Promise<Set<Channel>> {
    const { dialect, reader } = this.database;
    const now = instantText(this.clock.now());
    const rows = await reader.query<readonly Found[]>(
      ...toStatement(
        sql`SELECT 'job' AS "of", "kind" AS "name" FROM (SELECT "kind" FROM "outbox" WHERE "finishedAt" IS NULL AND "heldAt" IS NULL AND "dueAt" <= ${now} AND ("leasedUntil" IS NULL OR "leasedUntil" <= ${now}) ORDER BY "dueAt" ${limitSql(LOOKED_AT, dialect)}) AS due
          UNION ALL SELECT 'circuit', "channel" FROM "circuit" WHERE "state" <> 'closed'`,
        dialect,
      ),
    );
    this.atRest = rows.length === 0 ? this.atRest + 1 : 0;
    if (rows.length >= LOOKED_AT) return new Set(CHANNELS);
    return new Set(rows.map((row) => (row.of === 'job' ? this.handlers.channelOf(row.name) : row.name)));
  }
}
