export { TakeProposal, type SeenProposal } from './application/take-proposal.js';
export { TrainModel } from './application/train-model.js';
export { FollowArrivals } from './jobs/follow-arrivals.js';
export { ProposalQueries } from './persistence/proposal-queries.js';
export { ProposalsBackgroundModule } from './proposals-background.module.js';
export { ProposalsModule } from './proposals.module.js';
