import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { cutList } from '../../platform/cut-lists.js';
import { countTogether } from '../../platform/database/counts-together.js';
import { sql } from '../../platform/database/sql.js';
import { Database } from '../../platform/database/database.js';
import { TicketExtensionEntity, TicketPublicationEntity } from './life.entities.js';
import { ProposedDecisionEntity } from './proposed-decision.entity.js';

const SHOWN = 50;
const HOW = 'Hiện 50 việc chờ lâu nhất; quyết định bớt rồi mở lại trang.';

/** What waits for a leader to decide, the longest first. */
@Injectable()
export class DecisionQueries {
  constructor(private readonly database: Database) {}

  proposals(): Promise<ProposedDecisionEntity[]> {
    return cutList(
      { name: 'Đề xuất chờ quyết định', how: HOW },
      this.rows.findAndCount(ProposedDecisionEntity, {
        ...{ where: { state: 'proposed' }, order: { proposedAt: 'ASC', id: 'ASC' }, take: SHOWN },
      }),
    );
  }

  extensions(): Promise<TicketExtensionEntity[]> {
    return cutList(
      { name: 'Đề nghị gia hạn', how: HOW },
      this.rows.findAndCount(TicketExtensionEntity, {
        ...{ where: { decidedAt: IsNull() }, order: { askedAt: 'ASC', id: 'ASC' }, take: SHOWN },
      }),
    );
  }

  publications(): Promise<TicketPublicationEntity[]> {
    return cutList(
      { name: 'Đề nghị công khai', how: HOW },
      this.rows.findAndCount(TicketPublicationEntity, {
        ...{ where: { approved: IsNull() }, order: { askedAt: 'ASC', id: 'ASC' }, take: SHOWN },
      }),
    );
  }

  /** What waits about one ticket; null where nothing does. */
  proposalOf(ticketId: string): Promise<ProposedDecisionEntity | null> {
    return this.rows.findOneBy(ProposedDecisionEntity, { ticketId, state: 'proposed' });
  }

  waitingProposals(): Promise<number> {
    return countTogether(
      this.database,
      sql`SELECT COUNT(*) AS "held" FROM "proposed_decision" WHERE "state" = ${'proposed'}`,
    );
  }

  private get rows() {
    return this.database.reader.manager;
  }
}
