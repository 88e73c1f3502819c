import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual, Not } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { rowsWhere } from '../../platform/database/rows.js';
import { joinSql, sql } from '../../platform/database/sql.js';
import type { HitRow } from '../domain/hits.js';
import type { KeptProposal } from '../domain/kept-proposal.js';
import { TicketProposalEntity } from './proposal.entities.js';

/** The last ones decided, by which it is told whether proposals help. */
const LAST_DECIDED = 200;

type Count = 'decided' | 'unitRight' | 'officerRight' | 'fieldRight';

/** As a driver gives it. */
type RawHitRow = Omit<HitRow, Count> & Readonly<Record<Count, number | string | null>>;

/** Reads proposals, and how often they were right. */
@Injectable()
export class ProposalQueries {
  constructor(private readonly database: Database) {}

  /** What may be shown of a ticket that no unit has; null where nothing was proposed, or proposals are kept back. */
  async shownOf(ticketId: string): Promise<KeptProposal | null> {
    return (await this.shownAmong([ticketId])).get(ticketId) ?? null;
  }

  /** The same of several tickets, by id. What was judged to be no feedback gets no proposal: unit and reason would tell of a denunciation. */
  async shownAmong(ids: readonly string[]): Promise<ReadonlyMap<string, KeptProposal>> {
    if (ids.length === 0) return new Map();
    const of = joinSql(
      ids.map((id) => sql`${id}`),
      ', ',
    );
    const found = await rowsWhere(
      this.database.reader.manager,
      TicketProposalEntity,
      sql`"ticketId" IN (${of}) AND "shown" = 1 AND "decidedAt" IS NULL AND EXISTS (SELECT 1 FROM "ticket" t WHERE t."id" = "ticketId" AND t."nature" = 'feedback')`,
      ['ticketId', 'content'],
    );
    return new Map(found.map(({ ticketId, content }) => [ticketId, content]));
  }

  async knownAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const found = await this.rows.find({ where: { ticketId: In([...ids]) }, select: { ticketId: true } });
    return new Set(found.map(({ ticketId }) => ticketId));
  }

  async undecidedAmong(ids: readonly string[]): Promise<readonly TicketProposalEntity[]> {
    if (ids.length === 0) return [];
    return this.rows.findBy({ ticketId: In([...new Set(ids)]), decidedAt: IsNull() });
  }

  /** How often the last ones were right. */
  async lastDecided(): Promise<Pick<HitRow, 'decided' | 'unitRight'>> {
    const last = await this.rows.find({
      where: { decidedAt: Not(IsNull()) },
      select: { ticketId: true, unitRight: true },
      order: { decidedAt: 'DESC' },
      take: LAST_DECIDED,
    });
    return { decided: last.length, unitRight: last.filter(({ unitRight }) => unitRight === 1).length };
  }

  /** How often proposals were right, by month of the decision and unit, the newest month first. */
  async hitsSince(from: Date): Promise<readonly HitRow[]> {
    const rows = await this.rows
      .createQueryBuilder('proposal')
      .select('proposal.month', 'month')
      .addSelect('proposal.decidedUnitId', 'unitId')
      .addSelect('COUNT(*)', 'decided')
      .addSelect('SUM(proposal.unitRight)', 'unitRight')
      .addSelect('SUM(proposal.officerRight)', 'officerRight')
      .addSelect('SUM(proposal.fieldRight)', 'fieldRight')
      .where({ decidedAt: MoreThanOrEqual(from) })
      .groupBy('proposal.month')
      .addGroupBy('proposal.decidedUnitId')
      .orderBy('proposal.month', 'DESC')
      .getRawMany<RawHitRow>();
    return rows.map((row) => ({
      ...row,
      decided: Number(row.decided),
      unitRight: Number(row.unitRight),
      officerRight: Number(row.officerRight),
      fieldRight: Number(row.fieldRight),
    }));
  }

  private get rows() {
    return this.database.reader.getRepository(TicketProposalEntity);
  }
}
