import { Injectable } from '@nestjs/common';
import type { DecisionPowers } from '../../delegation/domain/decision-authority.js';
import type { Actor } from '../../kernel/actor.js';
import { Mailer } from '../../notices/ports/mailer.port.js';
import { StaffDirectory } from '../../organisation/index.js';
import { ProposalQueries } from '../../proposals/index.js';
import type { KeptProposal } from '../../proposals/domain/kept-proposal.js';
import { RecordQueries } from '../../records/index.js';
import {
  DecisionQueries,
  DecisionRights,
  type ProposedDecisionEntity,
  type SeenLife,
  type SeenTicket,
} from '../../tickets/index.js';
import { mayAnswerByPage } from '../../tickets/domain/answer-page.js';
import { seesEveryUnit } from '../../tickets/domain/deadlines/policy.js';
import type { TicketReading } from './ticket-reading.js';

/** What is kept beside a ticket by features that stand over it. */
@Injectable()
export class TicketBesidesQuery {
  constructor(
    private readonly records: RecordQueries,
    private readonly proposals: ProposalQueries,
    private readonly staff: StaffDirectory,
    private readonly mailer: Mailer,
    private readonly decisions: DecisionQueries,
    private readonly rights: DecisionRights,
  ) {}

  /** What this person may decide in a leader's place. */
  powersOf(actor: Actor): Promise<DecisionPowers> {
    return this.rights.powersOf(actor);
  }

  recordFileOf(ticketId: string): Promise<TicketReading['recordFile']> {
    return this.records.ofTicket(ticketId);
  }

  /** Which of the units that owe an answer in this cycle may answer by a page, having no accounts, and which are written to by letter. */
  async byPage(
    { cycle: present }: Pick<SeenTicket, 'cycle'>,
    { coordinations }: Pick<SeenLife, 'coordinations'>,
  ): Promise<TicketReading['byPage']> {
    const owing = coordinations.filter(({ endedAt, cycle }) => endedAt === null && cycle === present);
    const unitIds = owing.map(({ unitId }) => unitId);
    const [silent, byLetter] = await Promise.all([
      this.staff.withoutAccounts(unitIds),
      this.staff.reachedByLetter(unitIds),
    ]);
    const units = new Map([...silent].filter(([, { kind }]) => mayAnswerByPage(kind)));
    return { units, mails: this.mailer.available, byLetter };
  }

  /** What waits for a leader; nothing that is over is asked about. */
  async decisionAbout({ id, open }: SeenTicket): Promise<ProposedDecisionEntity | null> {
    return open ? this.decisions.proposalOf(id) : null;
  }

  /** For those who see the tickets of every unit, and so the earlier ones on which it rests. */
  async proposalFor(actor: Actor, { id, leadUnitId }: SeenTicket): Promise<KeptProposal | null> {
    return leadUnitId === null && seesEveryUnit(actor) ? this.proposals.shownOf(id) : null;
  }
}
