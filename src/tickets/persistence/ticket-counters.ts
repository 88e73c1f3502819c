import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { Database } from '../../platform/database/database.js';
import { joined, sql, written, type Sql } from '../../platform/database/sql.js';
import { TicketCounterEntity } from './search.entities.js';

/** Where a ticket is counted. */
export interface Counted {
  readonly leadUnitId: string | null;
  readonly state: string;
}

/** A counter that does not say what the tickets say. */
export interface CounterDifference {
  readonly unitId: string;
  readonly state: string;
  /** As the counter has it, and as the tickets are. */
  readonly held: number;
  readonly recounted: number;
}

interface CounterRow {
  readonly unitId: string;
  readonly state: string;
  readonly held: number | string;
}

/** How many tickets each unit has in each state, kept up in the transaction that moves a ticket. */
@Injectable()
export class TicketCounters {
  constructor(private readonly database: Database) {}

  /**
   * Counts a ticket where it is now and no longer where it was. Counters are touched in one order by everybody, so that two moves never wait for
   * each other in a ring.
   *
   * @param before null when the ticket is new
   * @param after null when the ticket is counted no more
   */
  async shift(tx: EntityManager, before: Counted | null, after: Counted | null): Promise<void> {
    const steps = [
      ...(before ? [{ ...placeOf(before), by: -1 }] : []),
      ...(after ? [{ ...placeOf(after), by: 1 }] : []),
    ];
    const [one, other] = steps;
    if (one && other && keyOf(one) === keyOf(other)) return;
    for (const { by, ...place } of steps.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
      await this.add(tx, place, by);
    }
  }

  /** How many tickets are in those units (empty = no unit yet) and states. */
  async held(units: 'every' | readonly string[], states: 'every' | readonly string[]): Promise<number> {
    if (units.length === 0 || states.length === 0) return 0;
    const where = joined([...among(sql`"unitId"`, units), ...among(sql`"state"`, states), sql`1 = 1`], ' AND ');
    const [row] = await this.read<{ readonly held: number | string | null }>(
      sql`SELECT SUM("held") AS "held" FROM "ticket_counter" WHERE ${where}`,
    );
    return Number(row?.held ?? 0);
  }

  /** Recounts all tickets and names the counters that differ; none, unless something wrote past the unit of work. Reads every ticket. */
  async differences(): Promise<CounterDifference[]> {
    const kept = await this.read<CounterRow>(sql`SELECT "unitId", "state", "held" FROM "ticket_counter"`);
    const counted = await this.read<CounterRow>(
      sql`SELECT COALESCE("leadUnitId", '') AS "unitId", "state", COUNT(*) AS "held" FROM "ticket" GROUP BY COALESCE("leadUnitId", ''), "state"`,
    );
    const recounted = new Map(counted.map((row) => [keyOf(row), Number(row.held)]));
    const held = new Map(kept.map((row) => [keyOf(row), Number(row.held)]));
    return [...new Map([...kept, ...counted].map((row) => [keyOf(row), row]))]
      .map(([key, { unitId, state }]) => ({
        unitId,
        state,
        held: held.get(key) ?? 0,
        recounted: recounted.get(key) ?? 0,
      }))
      .filter((counter) => counter.held !== counter.recounted);
  }

  private async add(tx: EntityManager, place: { unitId: string; state: string }, by: number): Promise<void> {
    const counters = tx.getRepository(TicketCounterEntity);
    if ((await counters.increment(place, 'held', by)).affected === 1) return;
    // Two may find the row missing at once; the later one finds it there, which is all it wants.
    await counters.insert({ ...place, held: 0 }).catch((error: unknown) => {
      if (!isUniqueViolation(error)) throw error;
    });
    await counters.increment(place, 'held', by);
  }

  private read<Row>(statement: Sql): Promise<Row[]> {
    return this.database.reader.query<Row[]>(...written(statement, this.database.dialect));
  }
}

function placeOf({ leadUnitId, state }: Counted): { unitId: string; state: string } {
  return { unitId: leadUnitId ?? '', state };
}

function keyOf({ unitId, state }: { unitId: string; state: string }): string {
  return `${unitId} ${state}`;
}

function among(column: Sql, values: 'every' | readonly string[]): readonly Sql[] {
  if (values === 'every') return [];
  return [
    sql`${column} IN (${joined(
      values.map((value) => sql`${value}`),
      ', ',
    )})`,
  ];
}
