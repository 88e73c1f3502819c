import { Injectable } from '@nestjs/common';
import { RegisterQueries } from '../../documents/index.js';
import { draftAbilitiesOf, DraftQueries } from '../../drafting/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { NameQueries } from '../../organisation/index.js';
import { proposedReceiver, type KeptProposal } from '../../proposals/domain/kept-proposal.js';
import { AssignmentWays, DecisionRights, TicketReader, type SeenTicket } from '../../tickets/index.js';
import { ticketAbilities } from '../../tickets/domain/decisions/abilities.js';
import { ASSIGNERS } from '../assignments/proposed-assignments-view.js';
import type { PreviewReading } from '../my-work/my-work-view.js';

/** Reads a ticket for the pane beside a list. */
@Injectable()
export class PreviewPageQuery {
  constructor(
    private readonly tickets: TicketReader,
    private readonly registers: RegisterQueries,
    private readonly drafts: DraftQueries,
    private readonly names: NameQueries,
    private readonly rights: DecisionRights,
    private readonly ways: AssignmentWays,
  ) {}

  /**
   * @param proposals what is proposed for the tickets of the list
   * @returns null when there is no such ticket for this person
   */
  async read(
    actor: Actor,
    id: string,
    { now, proposals }: { readonly now: Date; readonly proposals: ReadonlyMap<string, KeptProposal> },
  ): Promise<PreviewReading | null> {
    const ticket = await this.tickets.find(actor, id);
    if (ticket === null) return null;
    const powers = await this.rights.powersOf(actor);
    const may = ticketAbilities(actor, ticket, { now, powers });
    const proposed = may.acts.has('assign') ? await this.proposedFor(actor, ticket, proposals.get(id)) : null;
    const [files, drafts, latest, units, people] = await Promise.all([
      ticket.text.redacted ? [] : this.registers.filesOf(ticket.incomingDocumentId),
      this.drafts.repliesTo(ticket.id),
      this.tickets.latestOf(actor, ticket),
      this.names.units([ticket.leadUnitId, proposed?.unitId ?? null]),
      this.names.people([ticket.officerId, proposed?.officerId ?? null]),
    ]);
    return {
      ticket,
      may,
      proposed,
      files,
      drafts: drafts.filter((draft) => draft.amendsId === null && draftAbilitiesOf(actor, draft).see),
      latest,
      names: { units, people },
    };
  }

  /** To whom one press assigns it; null where nobody is proposed to whom this person may assign at once. */
  private async proposedFor(
    actor: Actor,
    { id, leadUnitId, version }: SeenTicket,
    proposal: KeptProposal | undefined,
  ): Promise<PreviewReading['proposed']> {
    if (leadUnitId !== null || !hasRole(actor, ...ASSIGNERS)) return null;
    const receiver = proposedReceiver(proposal);
    if (receiver === null) return null;
    const ways = await this.ways.of(actor, new Map([[id, { ...receiver, coordinatorIds: [] }]]));
    if (ways.get(id) !== 'atOnce') return null;
    return { ...receiver, ticketId: id, version, reason: proposal?.units[0]?.reason ?? '' };
  }
}
