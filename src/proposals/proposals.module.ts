import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/index.js';
import { RoutingTableModule } from '../routing-table/index.js';
import { TicketsModule } from '../tickets/index.js';
import { MakeProposals } from './application/make-proposals.js';
import { ProposalGrounds } from './application/proposal-ground.js';
import { RecordDecisions } from './application/record-decisions.js';
import { TakeProposal } from './application/take-proposal.js';
import { TrainModel } from './application/train-model.js';
import { FollowArrivals } from './jobs/follow-arrivals.js';
import { ProposalQueries } from './persistence/proposal-queries.js';

/** What other features, pages and commands use. */
const EXPORTED = [ProposalQueries, TakeProposal, TrainModel, FollowArrivals];

@Module({
  imports: [OrganisationModule, RoutingTableModule, TicketsModule],
  providers: [...EXPORTED, ProposalGrounds, MakeProposals, RecordDecisions],
  exports: EXPORTED,
})
export class ProposalsModule {}
