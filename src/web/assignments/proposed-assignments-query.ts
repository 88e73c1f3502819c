import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { NameQueries } from '../../organisation/index.js';
import { proposedReceiver, type KeptProposal } from '../../proposals/domain/kept-proposal.js';
import { ProposalQueries } from '../../proposals/index.js';
import { TicketListReader, TicketMatters, type TicketRow } from '../../tickets/index.js';
import type { Names } from '../kit/names.js';

/** More than a page of the list holds. */
export const MOST_CHOSEN = 100;

export interface ProposedAssignmentsReading {
  /** Those that were chosen and may be seen, soonest deadline first. */
  readonly rows: readonly TicketRow[];
  /** Version of each, by ticket. */
  readonly versions: ReadonlyMap<string, number>;
  readonly proposals: ReadonlyMap<string, KeptProposal>;
  readonly names: Names;
}

/** Reads chosen tickets with what is proposed for each. */
@Injectable()
export class ProposedAssignmentsQuery {
  constructor(
    private readonly tickets: TicketListReader,
    private readonly matters: TicketMatters,
    private readonly proposals: ProposalQueries,
    private readonly names: NameQueries,
  ) {}

  async read(actor: Actor, ids: readonly string[]): Promise<ProposedAssignmentsReading> {
    const rows = await this.tickets.page(actor, { ids }, null, MOST_CHOSEN);
    const open = rows.filter(({ leadUnitId, closedAt }) => leadUnitId === null && closedAt === null);
    const openIds = open.map(({ id }) => id);
    const matters = await this.matters.of(openIds);
    const proposals = await this.proposals.shownAmong(openIds);
    const receivers = [...proposals.values()].map(proposedReceiver);
    return {
      ...{ rows, proposals, versions: new Map(matters.map(({ id, version }) => [id, version])) },
      names: {
        units: await this.names.units([
          ...rows.map(({ leadUnitId }) => leadUnitId),
          ...receivers.map((receiver) => receiver?.unitId ?? null),
        ]),
        people: await this.names.people(receivers.map((receiver) => receiver?.officerId ?? null)),
      },
    };
  }
}
