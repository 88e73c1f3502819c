import { Injectable } from '@nestjs/common';
import { And, In, IsNull, LessThan, MoreThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { countTogether } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { limitSql, sql, type Sql } from '../../platform/database/sql.js';
import { ticketCode } from '../domain/intake/ticket-code.js';
import { TicketIntakeEntity, TicketRefusalEntity } from './intake.entities.js';
import { TicketAssignmentEntity, TicketEntity } from './tickets.entities.js';

/** Above this a register says "more than": nobody counts further, and the index is not walked for it. */
export const COUNTED_RECEIVED = 10_000;

/** Of one statement; SQL Server takes 2,100 parameters. */
const AT_ONCE = 500;

/** What is asked of feedback that came in at the desk. */
@Injectable()
export class IntakeQueries {
  constructor(private readonly database: Database) {}

  refusalsOf(ticketId: string): Promise<readonly TicketRefusalEntity[]> {
    return this.database.reader
      .getRepository(TicketRefusalEntity)
      .find({ where: { ticketId }, order: { cycle: 'ASC' } });
  }

  /**
   * Tickets received from one day until another, that day left out, in the order of their codes, which is that of receipt: the index of the codes alone
   * answers, however many tickets there are.
   *
   * @param after the code after which to go on; `''` from the beginning
   */
  receivedBetween(from: CivilDate, until: CivilDate, after: string, take: number): Promise<TicketEntity[]> {
    const [first, end] = [ofDay(from), ofDay(until)];
    const lower = after === '' ? MoreThanOrEqual(first) : MoreThan(after);
    return this.database.reader
      .getRepository(TicketEntity)
      .find({ where: { code: And(lower, LessThan(end)) }, order: { code: 'ASC' }, take });
  }

  /** How many tickets came in on those days, and how many of them up to a code: one more than `COUNTED_RECEIVED` at most. @param after `''`: none of them */
  async countReceived(
    from: CivilDate,
    until: CivilDate,
    after: string,
  ): Promise<{ readonly total: number; readonly before: number }> {
    const [first, end] = [ofDay(from), ofDay(until)];
    const most = limitSql(COUNTED_RECEIVED + 1, this.database.dialect);
    const heldWithin = (condition: Sql): Promise<number> =>
      countTogether(
        this.database,
        sql`SELECT COUNT(*) AS "held" FROM (SELECT "code" FROM "ticket" WHERE "code" >= ${first} AND "code" < ${end} AND ${condition} ORDER BY "code" ${most}) AS n`,
      );
    const [total, before] = await Promise.all([heldWithin(sql`1 = 1`), heldWithin(sql`"code" <= ${after}`)]);
    return { total, before };
  }

  /** When each ticket was last given to a unit; those that never were fall away. @param ids a page of them */
  async lastGiven(ids: string[]): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.database.reader.getRepository(TicketAssignmentEntity).find({
      select: { id: true, ticketId: true, assignedAt: true },
      where: { ticketId: In(ids), undoneAt: IsNull() },
      order: { assignedAt: 'ASC' },
    });
    return new Map(rows.map(({ ticketId, assignedAt }) => [ticketId, assignedAt]));
  }

  /** Which tickets feedback has already become: by its key, or by the hotline's own number. */
  async known(
    given: readonly { readonly key: string; readonly hotlineCode: string | null }[],
    manager: EntityManager = this.database.reader.manager,
  ): Promise<ReadonlyMap<string, string>> {
    const known = new Map<string, string>();
    for (let from = 0; from < given.length; from += AT_ONCE) {
      const some = given.slice(from, from + AT_ONCE);
      const intakes = await manager.findBy(TicketIntakeEntity, { key: In(some.map(({ key }) => key)) });
      for (const { key, ticketId } of intakes) known.set(key, ticketId);
      const codes = some.flatMap(({ hotlineCode }) => hotlineCode ?? []);
      const tickets = codes.length === 0 ? [] : await manager.findBy(TicketEntity, { hotlineCode: In(codes) });
      const byCode = new Map(tickets.map(({ hotlineCode, id }) => [hotlineCode, id]));
      for (const { key, hotlineCode } of some) {
        const ticketId = hotlineCode === null ? undefined : byCode.get(hotlineCode);
        if (ticketId !== undefined) known.set(key, ticketId);
      }
    }
    return known;
  }
}

/** What the codes of a day begin with. */
function ofDay(day: CivilDate): string {
  return ticketCode(day, 0).slice(0, -4);
}
