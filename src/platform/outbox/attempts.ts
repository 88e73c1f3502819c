import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { changedRows } from '../database/changed-rows.js';
import { instantText, sql } from '../database/sql.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { OutsideChannel } from './channels.js';
import type { Failure } from './failure.js';
import { OutboxAttemptEntity } from './outbox-attempt.entity.js';

/** Long enough to ask a peer what happened. */
const KEPT_MS = 90 * DAY_MS;

/** Writes down each try of a job to the outside, in the transactions that take and end it: no write more than there was before. */
@Injectable()
export class Attempts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async begin(tx: EntityManager, seq: number, channel: OutsideChannel): Promise<void> {
    const now = instantText(this.clock.now());
    await changedRows(
      tx,
      sql`INSERT INTO "outbox_attempt" ("seq", "channel", "startedAt") VALUES (${seq}, ${channel}, ${now})`,
    );
  }

  /** A try that did not end by itself: its worker was killed, or lost its lease. */
  async cutOff(tx: EntityManager, seq: number): Promise<void> {
    const ended = { endedAt: this.clock.now(), outcome: 'cutOff' } as const;
    await tx.update(OutboxAttemptEntity, { seq, endedAt: IsNull() }, ended);
  }

  /** @param failure null when the job was done */
  async end(tx: EntityManager, seq: number, failure: Failure | null): Promise<void> {
    if (failure === null) {
      const kept = sql`UPDATE "outbox_attempt" SET "endedAt" = ${instantText(this.clock.now())}, "outcome" = 'kept' WHERE "seq" = ${seq} AND "endedAt" IS NULL`;
      await changedRows(tx, kept);
      return;
    }
    const { outcome, code, reason } = failure;
    const ended = { endedAt: this.clock.now(), outcome, code, reason };
    await tx.update(OutboxAttemptEntity, { seq, endedAt: IsNull() }, ended);
  }

  /** Tries of what is settled are kept for ninety days; those of what still needs somebody, as long as it does. @returns how many went */
  async forgetOld(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    const { affected } = await this.uow.run((tx) =>
      tx
        .createQueryBuilder()
        .delete()
        .from(OutboxAttemptEntity)
        .where('"endedAt" < :before', { before })
        .andWhere(
          `"seq" NOT IN (SELECT "open"."seq" FROM "outbox" "open" WHERE "open"."finishedAt" IS NULL OR "open"."outcome" = 'givenUp')`,
        )
        .execute(),
    );
    return affected ?? 0;
  }
}
