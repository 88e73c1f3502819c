import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual, type EntityManager } from 'typeorm';
import { civilDate, civilDateOf, DAY_MS, isCivilDate, type CivilDate } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Counters, PositionSource } from '../../../platform/position/position-sources.js';
import { TicketDayEntity } from '../../persistence/tickets.entities.js';

/** Feedback is entered for a day that is not long past. */
const DAYS = 40;

/** How many codes of tickets each day has given: a citizen holds one, so none is given again after a restore. */
@Injectable()
export class TicketPositions implements PositionSource {
  readonly name = 'tickets';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<Counters> {
    const since = civilDateOf(new Date(this.clock.now().getTime() - DAYS * DAY_MS));
    const days = await this.database.reader.manager.findBy(TicketDayEntity, { day: MoreThanOrEqual(since) });
    return Object.fromEntries(days.map(({ day, last }) => [day, last]));
  }

  async raise(tx: EntityManager, counters: Counters): Promise<void> {
    for (const [day, last] of Object.entries(counters)) {
      if (isCivilDate(day)) await this.raiseDay(tx, civilDate(day), (known) => Math.max(known, last));
    }
  }

  /** What was taken at the desk took a number of the register and a code. */
  async lineLost(tx: EntityManager, day: CivilDate): Promise<void> {
    await this.raiseDay(tx, day, (known) => known + 1);
  }

  private async raiseDay(tx: EntityManager, day: CivilDate, to: (known: number) => number): Promise<void> {
    const known = await tx.findOneBy(TicketDayEntity, { day });
    if (known === null) await tx.insert(TicketDayEntity, { day, last: to(0) });
    else await tx.update(TicketDayEntity, { day }, { last: to(known.last) });
  }
}
