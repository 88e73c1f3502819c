import type { EntityManager } from 'typeorm';
import type { Dialect } from '../../platform/database/columns.js';
import { instantText, sql, toStatement } from '../../platform/database/sql.js';

export interface Heard {
  readonly ticketId: string;
  /** The unit that wrote, or that was given the ticket; where another unit leads, nothing is noted. */
  readonly unitId: string;
  readonly at: Date;
}

/** Notes that the lead unit wrote a line about a ticket, or was given it. The version of the ticket stays: nothing that a form shows has changed. */
export async function noteHeard(tx: EntityManager, { ticketId, unitId, at }: Heard): Promise<void> {
  const moment = instantText(at);
  const statement = sql`UPDATE "ticket" SET "heardAt" = ${moment} WHERE "id" = ${ticketId} AND "leadUnitId" = ${unitId} AND ("heardAt" IS NULL OR "heardAt" < ${moment})`;
  await tx.query(...toStatement(statement, tx.dataSource.options.type as Dialect));
}
