import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { Journal, type JournalAction } from '../../journal/index.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { countOf, countTogether } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { rowBy } from '../../platform/database/rows.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NO_GO_ON, requireGoOn, requireGoOnReason } from '../domain/numbering-hold.js';
import { HOLD, NumberingHoldEntity } from '../persistence/numbering-hold.entity.js';

/** A process that was killed while it worked leaves the work to another after so long. */
const LEASE_MS = 30_000;

const NOBODY = { workedBy: null, workedUntil: null };

const ROOM = { why: 500, failure: 1000 } as const;

/**
 * Whether registers give numbers. After a restore none is given, incoming or outgoing, before it is known which numbers were given out since the
 * backup; and a process that has just started gives none until it has looked whether there was a restore.
 */
@Injectable()
export class NumberingHold {
  private isStarting = false;
  private readonly process = newId();

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** This process has not looked yet. */
  starts(): void {
    this.isStarting = true;
  }

  hasLooked(): void {
    this.isStarting = false;
  }

  /** @returns the hold; null while numbers are given */
  async current(): Promise<NumberingHoldEntity | null> {
    const row = await this.database.reader.manager.findOneBy(NumberingHoldEntity, { name: HOLD });
    return isHolding(row) ? row : null;
  }

  async isHeld(): Promise<boolean> {
    if (this.isStarting) return true;
    const held = this.database.reader.getRepository(NumberingHoldEntity).createQueryBuilder('hold');
    return (await countTogether(this.database, countOf(held.where({ name: HOLD, heldAt: Not(IsNull()) })))) > 0;
  }

  /** @throws DomainError `numbering-held` */
  async requireOpen(tx: EntityManager): Promise<void> {
    const row = await rowBy(tx, NumberingHoldEntity, { name: HOLD });
    if (this.isStarting || isHolding(row)) throw new DomainError('numbering-held', { why: row?.why ?? null });
  }

  /** The row, made at the first start on a database. */
  async begun(): Promise<NumberingHoldEntity> {
    const known = await this.database.reader.manager.findOneBy(NumberingHoldEntity, { name: HOLD });
    if (known !== null) return known;
    const none = { markedAt: null, heldAt: null, why: null, failure: null, recoveredAt: null, ...NOBODY, ...NO_GO_ON };
    try {
      await this.uow.run((tx) => tx.insert(NumberingHoldEntity, { name: HOLD, begunAt: this.clock.now(), ...none }));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    return this.database.reader.manager.findOneByOrFail(NumberingHoldEntity, { name: HOLD });
  }

  /** From now on no number is given. @param why for people, in Vietnamese */
  async hold(why: string): Promise<void> {
    await this.begun();
    await this.uow.run(async (tx) => {
      const row = await tx.findOneByOrFail(NumberingHoldEntity, { name: HOLD });
      if (row.heldAt !== null) return;
      const held = { heldAt: this.clock.now(), why: why.slice(0, ROOM.why), failure: null, ...NOBODY, ...NO_GO_ON };
      await tx.update(NumberingHoldEntity, { name: HOLD }, held);
      await this.record(tx, SYSTEM, 'numbering.hold', { why });
    });
  }

  async marked(): Promise<void> {
    await this.uow.run((tx) => tx.update(NumberingHoldEntity, { name: HOLD }, { markedAt: this.clock.now() }));
  }

  /** One process alone brings lines back, for their order counts. @returns whether this one may go on with it */
  async claim(): Promise<boolean> {
    const now = this.clock.now();
    const claimed = { workedBy: this.process, workedUntil: new Date(now.getTime() + LEASE_MS) };
    const free = [{ workedBy: IsNull() }, { workedBy: this.process }, { workedUntil: LessThan(now) }];
    return this.uow.run(async (tx) => {
      for (const one of free) {
        const where = { name: HOLD, heldAt: Not(IsNull()), ...one };
        if ((await tx.update(NumberingHoldEntity, where, claimed)).affected === 1) return true;
      }
      return false;
    });
  }

  /** Why it goes on. */
  async noteFailure(failure: string): Promise<void> {
    const said = { failure: failure.slice(0, ROOM.failure) };
    await this.uow.run((tx) => tx.update(NumberingHoldEntity, { name: HOLD }, said));
  }

  /** What was given out is known: numbers are given again. */
  async release(tx: EntityManager, detail: Readonly<Record<string, unknown>>): Promise<void> {
    await this.end(tx);
    await this.record(tx, SYSTEM, 'numbering.recovered', detail);
  }

  /**
   * Two people decide that numbers are given although nobody knows what was given out since the backup: one asks with a reason, another confirms.
   *
   * @returns whether numbers are given again
   * @throws DomainError `forbidden`; `input-invalid` without a reason; `changed-meanwhile` where nothing is held, or the same person confirms
   */
  async goOn(tx: EntityManager, actor: Actor, given: string): Promise<boolean> {
    requireGoOn(actor);
    const row = await this.requireHeld(tx);
    if (row.goOnById === null || row.goOnById === actor.id) {
      const asked = { goOnById: actor.id, goOnByName: actor.name, goOnAt: this.clock.now() };
      const goOnReason = requireGoOnReason(given);
      await tx.update(NumberingHoldEntity, { name: HOLD }, { ...asked, goOnReason });
      await this.record(tx, actor, 'numbering.askGoOn', { reason: goOnReason });
      return false;
    }
    await this.record(tx, actor, 'numbering.goOn', { reason: row.goOnReason, askedBy: row.goOnByName });
    await this.end(tx);
    return true;
  }

  /** An administrator at the server decides alone; the journal names the account of the machine. @throws DomainError as `goOn` */
  async goOnAtTheConsole(tx: EntityManager, actor: Actor, given: string): Promise<void> {
    await this.requireHeld(tx);
    await this.record(tx, actor, 'numbering.goOn', { reason: requireGoOnReason(given), askedBy: null });
    await this.end(tx);
  }

  private async requireHeld(tx: EntityManager): Promise<NumberingHoldEntity> {
    const row = await tx.findOneBy(NumberingHoldEntity, { name: HOLD });
    if (!isHolding(row)) throw new DomainError('changed-meanwhile', { what: 'numberingHold' });
    return row;
  }

  private async end(tx: EntityManager): Promise<void> {
    const open = { heldAt: null, why: null, failure: null, recoveredAt: this.clock.now(), ...NOBODY, ...NO_GO_ON };
    await tx.update(NumberingHoldEntity, { name: HOLD }, open);
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    action: JournalAction,
    detail: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.journal.record(tx, actor, { action, objectKind: 'numberingHold', objectId: HOLD, detail });
  }
}

function isHolding(row: NumberingHoldEntity | null): row is NumberingHoldEntity {
  return row !== null && row.heldAt !== null;
}
