import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { NameQueries } from '../../organisation/index.js';
import { proposedReceiver, type KeptProposal } from '../../proposals/domain/kept-proposal.js';
import { ProposalQueries } from '../../proposals/index.js';
import {
  AssignmentWays,
  TicketListReader,
  TicketMatters,
  type AssignmentWay,
  type TicketRow,
} from '../../tickets/index.js';
import type { ChosenHandlers } from '../../tickets/domain/decisions/standing-table.js';
import type { Names } from '../kit/names.js';
import { MAX_CHOSEN } from '../many-tickets/chosen-in-list.js';

export interface ProposedAssignmentsReading {
  /** Those that were chosen and may be seen, soonest deadline first. */
  readonly rows: readonly TicketRow[];
  /** Version of each, by ticket. */
  readonly versions: ReadonlyMap<string, number>;
  readonly proposals: ReadonlyMap<string, KeptProposal>;
  /** How each would go to whom is proposed. */
  readonly ways: ReadonlyMap<string, AssignmentWay>;
  readonly names: Names;
}

/** Reads chosen tickets with what is proposed for each. */
@Injectable()
export class ProposedAssignmentsQuery {
  constructor(
    private readonly tickets: TicketListReader,
    private readonly matters: TicketMatters,
    private readonly proposals: ProposalQueries,
    private readonly ways: AssignmentWays,
    private readonly names: NameQueries,
  ) {}

  async read(actor: Actor, ids: readonly string[]): Promise<ProposedAssignmentsReading> {
    const rows = await this.tickets.page(actor, { ids }, null, MAX_CHOSEN);
    const open = rows.filter(({ leadUnitId, closedAt }) => leadUnitId === null && closedAt === null);
    const openIds = open.map(({ id }) => id);
    const matters = await this.matters.of(openIds);
    const proposals = await this.proposals.shownAmong(openIds);
    const receivers = [...proposals.values()].map(proposedReceiver);
    const ways = await this.ways.of(actor, chosenIn(proposals));
    return {
      rows,
      proposals,
      ways,
      versions: new Map(matters.map(({ id, version }) => [id, version])),
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

function chosenIn(proposals: ReadonlyMap<string, KeptProposal>): ReadonlyMap<string, ChosenHandlers> {
  return new Map(
    [...proposals].flatMap(([id, proposal]) => {
      const receiver = proposedReceiver(proposal);
      return receiver === null ? [] : [[id, { ...receiver, coordinatorIds: [] }] as const];
    }),
  );
}
