export { CommendationReader, type SeenMerit, type SeenProposal } from './application/commendation-reader.js';
export { FlagMerit, type MeritCommand } from './application/flag-merit.js';
export { ProposalLetter } from './application/proposal-letter.js';
export { WriteProposal, type DecisionCommand, type LineCommand } from './application/write-proposal.js';
export { CommendationsModule } from './commendations.module.js';
export type { CommendationProposalEntity, MeritEntity } from './persistence/commendations.entities.js';
