import type { EntityManager } from 'typeorm';
import type { Dialect } from '../../platform/database/columns.js';
import { instantText, sql, toStatement } from '../../platform/database/sql.js';

export interface Heard {
  readonly ticketId: string;
  /** Of whom it was heard, or to whom it was given; where another unit leads, nothing is noted. */
  readonly unitId: string;
  readonly at: Date;
}

/** Notes that the unit which leads a ticket wrote a line about it, or was given it. The ticket itself stays as it is, its version too. */
export async function noteHeard(tx: EntityManager, { ticketId, unitId, at }: Heard): Promise<void> {
  const moment = instantText(at);
  const statement = sql`UPDATE "ticket" SET "heardAt" = ${moment} WHERE "id" = ${ticketId} AND "leadUnitId" = ${unitId} AND ("heardAt" IS NULL OR "heardAt" < ${moment})`;
  await tx.query(...toStatement(statement, tx.dataSource.options.type as Dialect));
}
