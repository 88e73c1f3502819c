import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { changeRow } from '../../platform/database/change-row.js';
import { Database } from '../../platform/database/database.js';
import { joinSql, sql, toStatement, type Sql } from '../../platform/database/sql.js';
import { TicketCounterEntity } from './search.entities.js';

/** Where a ticket is counted. */
export interface Counted {
  readonly leadUnitId: string | null;
  readonly officerId: string | null;
  readonly state: string;
}

/** Which tickets are asked for; what is left out is any. */
export interface CountedIn {
  readonly unitIds?: readonly string[];
  readonly officerId?: string;
  readonly states?: readonly string[];
}

/** A counter that does not say what the tickets say. */
export interface CounterDifference extends CounterKey {
  /** As the counter has it, and as the tickets are. */
  readonly held: number;
  readonly recounted: number;
}

interface CounterKey {
  readonly unitId: string;
  readonly officerId: string;
  readonly state: string;
}

interface CounterRow extends CounterKey {
  readonly held: number;
}

/** How many tickets each unit and officer has in each state, kept up in the transaction that moves a ticket. */
@Injectable()
export class TicketCounters {
  constructor(private readonly database: Database) {}

  /**
   * Counts a ticket where it is now and no longer where it was. All transactions change the counters in one order, so that no two
   * wait for each other.
   *
   * @param before null when the ticket is new
   * @param after null when the ticket is counted no more
   */
  async shift(tx: EntityManager, before: Counted | null, after: Counted | null): Promise<void> {
    const steps = [
      ...(before ? [{ key: keyOf(before), by: -1 }] : []),
      ...(after ? [{ key: keyOf(after), by: 1 }] : []),
    ].sort((one, other) => (nameOf(one.key) < nameOf(other.key) ? -1 : 1));
    const [one, other] = steps;
    if (one && other && nameOf(one.key) === nameOf(other.key)) return;
    for (const { key, by } of steps) await this.add(tx, key, by);
  }

  /** How many of those there are in each state; states without any fall away. */
  async heldByState(asked: CountedIn): Promise<ReadonlyMap<string, number>> {
    const rows = await this.read<{ readonly state: string; readonly held: number }>(
      sql`SELECT "state", SUM("held") AS "held" FROM "ticket_counter" WHERE ${conditionsOf(asked)} GROUP BY "state" HAVING SUM("held") <> 0`,
    );
    return new Map(rows.map(({ state, held }) => [state, held]));
  }

  /** How many of those each officer holds. */
  async heldByOfficer(asked: CountedIn): Promise<ReadonlyMap<string, number>> {
    const rows = await this.read<{ readonly officerId: string; readonly held: number }>(
      sql`SELECT "officerId", SUM("held") AS "held" FROM "ticket_counter" WHERE "officerId" <> '' AND ${conditionsOf(asked)} GROUP BY "officerId" HAVING SUM("held") <> 0`,
    );
    return new Map(rows.map(({ officerId, held }) => [officerId, held]));
  }

  /** Recounts all tickets and names the counters that differ; none, unless something wrote past the unit of work. Reads every ticket. */
  async differences(): Promise<CounterDifference[]> {
    const kept = await this.read<CounterRow>(sql`SELECT "unitId", "officerId", "state", "held" FROM "ticket_counter"`);
    const counted = await this.read<CounterRow>(
      sql`SELECT COALESCE("leadUnitId", '') AS "unitId", COALESCE("officerId", '') AS "officerId", "state", COUNT(*) AS "held" FROM "ticket" GROUP BY COALESCE("leadUnitId", ''), COALESCE("officerId", ''), "state"`,
    );
    const held = new Map(kept.map((row) => [nameOf(row), row.held]));
    const recounted = new Map(counted.map((row) => [nameOf(row), row.held]));
    return [...new Map([...kept, ...counted].map((row) => [nameOf(row), row]))]
      .map(([name, { unitId, officerId, state }]) => ({
        unitId,
        officerId,
        state,
        held: held.get(name) ?? 0,
        recounted: recounted.get(name) ?? 0,
      }))
      .filter((counter) => counter.held !== counter.recounted);
  }

  private add(tx: EntityManager, key: CounterKey, by: number): Promise<void> {
    const counters = tx.getRepository(TicketCounterEntity);
    return changeRow(
      () => counters.increment(key, 'held', by),
      () => counters.insert({ ...key, held: 0 }),
    );
  }

  private read<Row>(statement: Sql): Promise<Row[]> {
    return this.database.reader.query<Row[]>(...toStatement(statement, this.database.dialect));
  }
}

/** How many tickets there are of those, as `held`. */
export function heldStatement(asked: CountedIn): Sql {
  return sql`SELECT COALESCE(SUM("held"), 0) AS "held" FROM "ticket_counter" WHERE ${conditionsOf(asked)}`;
}

function keyOf({ leadUnitId, officerId, state }: Counted): CounterKey {
  return { unitId: leadUnitId ?? '', officerId: officerId ?? '', state };
}

function nameOf({ unitId, officerId, state }: CounterKey): string {
  return `${unitId} ${officerId} ${state}`;
}

function conditionsOf({ unitIds, officerId, states }: CountedIn): Sql {
  const conditions = [
    ...(unitIds === undefined ? [] : [isOneOf(sql`"unitId"`, unitIds)]),
    ...(officerId === undefined ? [] : [sql`"officerId" = ${officerId}`]),
    ...(states === undefined ? [] : [isOneOf(sql`"state"`, states)]),
  ];
  return conditions.length === 0 ? sql`1 = 1` : joinSql(conditions, ' AND ');
}

function isOneOf(column: Sql, values: readonly string[]): Sql {
  if (values.length === 0) return sql`1 = 0`;
  const places = values.map((value) => sql`${value}`);
  return sql`${column} IN (${joinSql(places, ', ')})`;
}
