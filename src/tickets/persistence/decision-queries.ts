import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { whereAny } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/sql.js';
import { TicketAnswerEntity, TicketExtensionEntity, TicketPublicationEntity } from './life.entities.js';
import { ProposedDecisionEntity } from './proposed-decision.entity.js';

/** All tickets that wait for a decision, for all who decide. */
@Injectable()
export class DecisionQueries {
  constructor(private readonly database: Database) {}

  proposals(): Promise<ProposedDecisionEntity[]> {
    const read = () => this.rows.findBy(ProposedDecisionEntity, { state: 'proposed' });
    return whereAny(this.database, sql`"proposed_decision" WHERE "state" = ${'proposed'}`, read, []);
  }

  extensions(): Promise<TicketExtensionEntity[]> {
    const read = () => this.rows.findBy(TicketExtensionEntity, { decidedAt: IsNull() });
    return whereAny(this.database, sql`"ticket_extension" WHERE "decidedAt" IS NULL`, read, []);
  }

  publications(): Promise<TicketPublicationEntity[]> {
    const read = () => this.rows.findBy(TicketPublicationEntity, { approved: IsNull() });
    return whereAny(this.database, sql`"ticket_publication" WHERE "approved" IS NULL`, read, []);
  }

  /** Direct answers to tickets that wait to be approved. */
  answersTo(ticketIds: readonly string[]): Promise<TicketAnswerEntity[]> {
    return this.rows.findBy(TicketAnswerEntity, { ticketId: In([...ticketIds]), approved: IsNull() });
  }

  /** What waits about one ticket; null where nothing does. */
  proposalOf(ticketId: string): Promise<ProposedDecisionEntity | null> {
    const waiting = sql`"proposed_decision" WHERE "ticketId" = ${ticketId} AND "state" = ${'proposed'}`;
    const read = () => this.rows.findOneBy(ProposedDecisionEntity, { ticketId, state: 'proposed' });
    return whereAny(this.database, waiting, read, null);
  }

  private get rows() {
    return this.database.reader.manager;
  }
}
