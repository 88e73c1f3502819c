import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { civilDateOf, type CivilDate } from '../../../kernel/civil-date.js';
import { changeRow } from '../../../platform/database/change-row.js';
import { Database } from '../../../platform/database/database.js';
import { joinSql, sql, toStatement, type Sql } from '../../../platform/database/sql.js';
import type { DayCount, DayNumbers } from '../../domain/day-count.js';
import { TicketDayCountEntity } from './ticket-day-count.entity.js';

/** What of a ticket decides on which days it is counted, and how. */
export interface DayCounted {
  readonly startedAt: Date;
  readonly answeredAt: Date | null;
  readonly open: boolean;
  readonly leadUnitId: string | null;
  readonly category: string;
}

/** Which tickets are asked for; what is left out is any. The empty id stands for tickets without a unit. */
export interface DaysAsked {
  readonly unitIds?: readonly string[];
  readonly category?: string;
}

type DayKey = Pick<TicketDayCountEntity, 'day' | 'unitId' | 'category'>;

const NOTHING: DayNumbers = { received: 0, stillOpen: 0, answered: 0 };

/** How many tickets were received, are still open and were answered by day, kept up in the transaction that moves a ticket. */
@Injectable()
export class TicketDayCounts {
  constructor(private readonly database: Database) {}

  /**
   * Counts a ticket on its days as it is now, and no longer as it was. All transactions change the rows in one order, so that no two wait for
   * each other.
   *
   * @param before null when the ticket is new
   */
  async shift(tx: EntityManager, before: DayCounted | null, after: DayCounted): Promise<void> {
    const steps = new Map<string, { readonly key: DayKey; by: DayNumbers }>();
    for (const [ticket, sign] of [[before, -1] as const, [after, 1] as const]) {
      for (const { key, numbers } of ticket === null ? [] : daysOf(ticket)) {
        const name = `${key.day} ${key.unitId} ${key.category}`;
        steps.set(name, { key, by: sum(steps.get(name)?.by ?? NOTHING, numbers, sign) });
      }
    }
    for (const [, { key, by }] of [...steps].sort(([one], [other]) => (one < other ? -1 : 1))) {
      if (Object.values(by).some((number) => number !== 0)) await add(tx, key, by);
    }
  }

  /** All days from one on, and those earlier ones of which tickets are still open; the oldest first. */
  async since(day: CivilDate, asked: DaysAsked): Promise<readonly DayCount[]> {
    const where = joinSql([sql`1 = 1`, ...conditionsOf(asked)], ' AND ');
    const counted = sql`SELECT "day", SUM("received") AS "received", SUM("stillOpen") AS "stillOpen", SUM("answered") AS "answered" FROM "ticket_day_count"`;
    const statement = sql`${counted} WHERE "day" >= ${day} AND ${where} GROUP BY "day" UNION ALL ${counted} WHERE "day" < ${day} AND "stillOpen" > 0 AND ${where} GROUP BY "day" ORDER BY "day"`;
    return this.database.reader.query<DayCount[]>(...toStatement(statement, this.database.dialect));
  }
}

function add(tx: EntityManager, key: DayKey, by: DayNumbers): Promise<void> {
  const counts = tx.getRepository(TicketDayCountEntity);
  const change = counts
    .createQueryBuilder()
    .update()
    .set({
      received: () => `"received" + (${String(by.received)})`,
      stillOpen: () => `"stillOpen" + (${String(by.stillOpen)})`,
      answered: () => `"answered" + (${String(by.answered)})`,
    })
    .where(key);
  return changeRow(
    () => change.execute(),
    () => counts.insert({ ...key, ...NOTHING }),
  );
}

function daysOf({ startedAt, answeredAt, open, leadUnitId, category }: DayCounted): readonly {
  readonly key: DayKey;
  readonly numbers: DayNumbers;
}[] {
  const keyOn = (at: Date): DayKey => ({ day: civilDateOf(at), unitId: leadUnitId ?? '', category });
  const came = { key: keyOn(startedAt), numbers: { ...NOTHING, received: 1, stillOpen: open ? 1 : 0 } };
  return answeredAt === null ? [came] : [came, { key: keyOn(answeredAt), numbers: { ...NOTHING, answered: 1 } }];
}

function sum(one: DayNumbers, other: DayNumbers, sign: 1 | -1): DayNumbers {
  return {
    received: one.received + sign * other.received,
    stillOpen: one.stillOpen + sign * other.stillOpen,
    answered: one.answered + sign * other.answered,
  };
}

function conditionsOf({ unitIds, category }: DaysAsked): readonly Sql[] {
  const units = unitIds?.map((id) => sql`${id}`);
  return [
    ...(units === undefined ? [] : [units.length === 0 ? sql`1 = 0` : sql`"unitId" IN (${joinSql(units, ', ')})`]),
    ...(category === undefined ? [] : [sql`"category" = ${category}`]),
  ];
}
