import { Injectable } from '@nestjs/common';
import { MoreThan, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { readInstant, sql, toStatement } from '../database/sql.js';
import type { OutsideChannel } from './channels.js';
import { CircuitEntity } from './circuit.entity.js';
import {
  afterOutage,
  afterProbeWithoutWord,
  CLOSED,
  probing,
  standingOf,
  withoutLateProbe,
  type Circuit,
  type Standing,
} from './circuit.js';
import type { Failure } from './failure.js';
import { OutboxAttemptEntity } from './outbox-attempt.entity.js';
import { OutboxEntity } from './outbox.entity.js';

/** Another worker changes the same circuit at the same moment, again and again. */
const TRIES = 5;

interface StandingRow extends Pick<Circuit, 'state'> {
  readonly nextProbeAt: string | Date | null;
}

/** Keeps the circuits of the channels in the database, so that all workers leave a peer alone together and only one asks whether it is back. */
@Injectable()
export class Circuits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(): Promise<readonly CircuitEntity[]> {
    return this.database.reader.getRepository(CircuitEntity).find({ order: { channel: 'ASC' } });
  }

  /** Asked before each batch and each job, and so written by hand. */
  async standing(channel: OutsideChannel): Promise<Standing> {
    const { dialect, reader } = this.database;
    const asked = sql`SELECT "state", "nextProbeAt" FROM "circuit" WHERE "channel" = ${channel}`;
    const [row] = await reader.query<readonly StandingRow[]>(...toStatement(asked, dialect));
    if (row === undefined) throw new Error(`No circuit of ${channel}`);
    const nextProbeAt = row.nextProbeAt === null ? null : readInstant(row.nextProbeAt);
    return standingOf({ state: row.state, nextProbeAt }, this.clock.now());
  }

  /** A probe is to go: nobody else sends one meanwhile. @returns false when another worker was faster */
  async beginProbe(tx: EntityManager, channel: OutsideChannel): Promise<boolean> {
    const row = await rowOf(tx, channel);
    const now = this.clock.now();
    return standingOf(row, now) === 'probe' && write(tx, row, probing(row, now));
  }

  /**
   * What a try says about the peer. When it answers again, all that failed only because it was away is due at once.
   *
   * @param failure null when the job was done
   */
  async heed(tx: EntityManager, channel: OutsideChannel, failure: Failure | null, wasProbe: boolean): Promise<void> {
    if (failure !== null || (await this.isTroubled(tx, channel))) await this.change(tx, channel, failure, wasProbe);
  }

  private async change(
    tx: EntityManager,
    channel: OutsideChannel,
    failure: Failure | null,
    wasProbe: boolean,
  ): Promise<void> {
    for (let tried = 1; tried <= TRIES; tried += 1) {
      const row = await rowOf(tx, channel);
      const next = this.next(row, failure, wasProbe);
      if (next === null) return;
      const reason = next.outages === 0 ? null : (failure?.reason ?? row.reason);
      if (!(await write(tx, row, next, reason))) continue;
      if (row.state !== 'closed' && next.state === 'closed') await this.hasten(tx, row);
      return;
    }
    throw new Error(`The circuit of ${channel} changes too often`);
  }

  /** Asked after each job, and so written by hand. */
  private async isTroubled(tx: EntityManager, channel: OutsideChannel): Promise<boolean> {
    const asked = sql`SELECT "outages" FROM "circuit" WHERE "channel" = ${channel}`;
    const [row] = await tx.query<readonly Pick<Circuit, 'outages'>[]>(...toStatement(asked, this.database.dialect));
    return row?.outages !== 0;
  }

  /** The worker that probed was killed. */
  async probeLost(tx: EntityManager, channel: OutsideChannel): Promise<void> {
    const row = await rowOf(tx, channel);
    if (row.state === 'probing') await write(tx, row, afterProbeWithoutWord(row, this.clock.now()));
  }

  /** The clock may have been set back. @param latest when anything may be due at the latest */
  async bringForward(tx: EntityManager, latest: Date): Promise<void> {
    const now = this.clock.now();
    for (const row of await tx.find(CircuitEntity)) {
      const next = withoutLateProbe(row, now, latest);
      if (next !== row) await write(tx, row, next);
    }
  }

  private next(circuit: CircuitEntity, failure: Failure | null, wasProbe: boolean): Circuit | null {
    const now = this.clock.now();
    if (failure?.outcome === 'unavailable') {
      return afterOutage(circuit, { now, askedSeconds: failure.askedSeconds, wasProbe });
    }
    if (failure === null || failure.isAnswer) return circuit.outages === 0 ? null : CLOSED;
    return wasProbe ? afterProbeWithoutWord(circuit, now) : null;
  }

  /** The backlog goes batch by batch, in the order of its making, not when each row's own pause would end. */
  private async hasten(tx: EntityManager, { channel, failingSince }: CircuitEntity): Promise<void> {
    const now = this.clock.now();
    const failed = tx
      .createQueryBuilder(OutboxAttemptEntity, 'attempt')
      .select('attempt.seq')
      .where('attempt.channel = :channel')
      .andWhere("attempt.outcome = 'unavailable'")
      .andWhere('attempt.endedAt >= :since');
    await tx
      .createQueryBuilder()
      .update(OutboxEntity)
      .set({ dueAt: now })
      .where({ dueAt: MoreThan(now) })
      .andWhere('"finishedAt" IS NULL')
      .andWhere(`"seq" IN (${failed.getQuery()})`)
      .setParameters({ channel, since: failingSince ?? now })
      .execute();
  }
}

async function rowOf(manager: EntityManager, channel: OutsideChannel): Promise<CircuitEntity> {
  return manager.findOneByOrFail(CircuitEntity, { channel });
}

async function write(
  tx: EntityManager,
  { channel, version, reason: last }: CircuitEntity,
  { state, outages, failingSince, probes, nextProbeAt }: Circuit,
  reason = last,
): Promise<boolean> {
  const change = { state, outages, failingSince, probes, nextProbeAt, reason, version: version + 1 };
  return (await tx.update(CircuitEntity, { channel, version }, change)).affected === 1;
}
