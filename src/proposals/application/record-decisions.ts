import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { civilDateOf } from '../../kernel/civil-date.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TicketMatters, type TicketMatter, type Touch } from '../../tickets/index.js';
import { TicketProposalEntity } from '../persistence/proposal.entities.js';
import { ProposalQueries } from '../persistence/proposal-queries.js';

/** Writes beside each proposal what was decided first, and whether it was what had been proposed. */
@Injectable()
export class RecordDecisions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly matters: TicketMatters,
    private readonly queries: ProposalQueries,
  ) {}

  /** @param touches lines that give a ticket to a unit or return it */
  async record(touches: readonly Touch[]): Promise<void> {
    const open = await this.queries.undecidedAmong(touches.map(({ ticketId }) => ticketId));
    const matters = await this.matters.of(open.map(({ ticketId }) => ticketId));
    for (const proposal of open) {
      const matter = matters.find(({ id }) => id === proposal.ticketId);
      const at = touches.find(({ ticketId }) => ticketId === proposal.ticketId)?.at;
      if (matter === undefined || at === undefined || !isDecided(matter)) continue;
      const asRead = { ticketId: proposal.ticketId, decidedAt: IsNull() };
      await this.uow.run((tx) => tx.update(TicketProposalEntity, asRead, decisionOf(proposal, matter, at)));
    }
  }
}

/** A unit that has handed it back in the meantime says nothing of where it belongs. */
function isDecided({ leadUnitId, state }: TicketMatter): boolean {
  return leadUnitId !== null || state === 'returned';
}

function decisionOf(
  { unitId, category, agency, content }: TicketProposalEntity,
  matter: TicketMatter,
  decidedAt: Date,
): Partial<TicketProposalEntity> {
  const isReturned = matter.state === 'returned';
  const isUnit = isReturned ? agency !== null : matter.leadUnitId === unitId;
  const officerId = content.units.find((unit) => unit.unitId === matter.leadUnitId)?.officerId ?? null;
  return {
    decidedAt,
    month: civilDateOf(decidedAt).slice(0, 7),
    decidedUnitId: isReturned ? null : matter.leadUnitId,
    unitRight: Number(isUnit),
    officerRight: Number(isReturned ? isUnit : isUnit && officerId === matter.officerId),
    fieldRight: Number(isReturned ? isUnit : category === matter.category),
  };
}
