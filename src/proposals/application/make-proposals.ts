import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TicketMatters, TicketRules, type TicketMatter } from '../../tickets/index.js';
import { isSilent } from '../domain/hits.js';
import { keptProposal, type KeptProposal } from '../domain/kept-proposal.js';
import { propose } from '../domain/propose.js';
import { TicketProposalEntity } from '../persistence/proposal.entities.js';
import { ProposalQueries } from '../persistence/proposal-queries.js';
import { ProposalGrounds } from './proposal-ground.js';

/** Proposes, for tickets that no unit has yet, what may be decided. Made once for each ticket; made again it changes nothing. */
@Injectable()
export class MakeProposals {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly matters: TicketMatters,
    private readonly rules: TicketRules,
    private readonly grounds: ProposalGrounds,
    private readonly queries: ProposalQueries,
  ) {}

  /** @returns how many were made */
  async make(ids: readonly string[]): Promise<number> {
    const known = await this.queries.knownAmong(ids);
    const waiting = (await this.matters.of(ids.filter((id) => !known.has(id)))).filter(awaitsUnit);
    if (waiting.length === 0) return 0;
    const [proposed, last] = await Promise.all([this.proposer(), this.queries.lastDecided()]);
    const made = { madeAt: this.clock.now(), shown: !isSilent(last) };
    for (const matter of waiting) await this.keep(rowOf(matter.id, proposed(matter), made));
    return waiting.length;
  }

  /** Proposes units again where a clerk has chosen another field than they rest on. What was said of the field stays, to be judged by. */
  async remake(ids: readonly string[]): Promise<void> {
    const open = await this.queries.undecidedAmong(ids);
    const matters = (await this.matters.of(open.map(({ ticketId }) => ticketId))).filter(awaitsUnit);
    const other = matters.filter(({ id, category }) => {
      const content = open.find(({ ticketId }) => ticketId === id)?.content;
      return content?.basis !== category || content.agency !== null;
    });
    if (other.length === 0) return;
    const proposed = await this.proposer();
    for (const matter of other) {
      const content = proposed(matter);
      const change = { content, unitId: content.units[0]?.unitId ?? null, agency: null };
      const asRead = { ticketId: matter.id, decidedAt: IsNull() };
      await this.uow.run((tx) => tx.update(TicketProposalEntity, asRead, change));
    }
  }

  private async proposer(): Promise<(matter: TicketMatter) => KeptProposal> {
    const day = civilDateOf(this.clock.now());
    const [ground, { categories }] = await Promise.all([this.grounds.read(), this.rules.policyAt(day)]);
    return ({ text, plain, place, said, isChosen }) =>
      keptProposal(
        propose({ text, plain: plain(), place, said, isChosen }, ground),
        (category) => categories[category].name,
      );
  }

  /** What another worker has kept in the meantime stays. */
  private async keep(row: TicketProposalEntity): Promise<void> {
    try {
      await this.uow.run((tx) => tx.insert(TicketProposalEntity, row));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
}

function awaitsUnit({ open, nature, leadUnitId }: TicketMatter): boolean {
  return open && nature === 'feedback' && leadUnitId === null;
}

function rowOf(
  ticketId: string,
  content: KeptProposal,
  made: Pick<TicketProposalEntity, 'madeAt' | 'shown'>,
): TicketProposalEntity {
  return {
    ticketId,
    content,
    ...made,
    unitId: content.units[0]?.unitId ?? null,
    category: content.category?.category ?? null,
    agency: content.agency?.agency ?? null,
    decidedAt: null,
    month: null,
    decidedUnitId: null,
    unitRight: 0,
    officerRight: 0,
    fieldRight: 0,
  };
}
