import { DecideExtension } from '../deadlines/decide-extension.js';
import { RejectTicket } from '../ending/reject-ticket.js';
import { RejectUnfounded } from '../ending/reject-unfounded.js';
import { ReturnTicket } from '../ending/return-ticket.js';
import { DecidePublication } from '../publication/decide-publication.js';
import { AssignmentGround } from './assignment-ground.js';
import { AssignmentWays } from './assignment-ways.js';
import { Deciders } from './deciders.js';
import { DecideProposal } from './decide-proposal.js';
import { DecideWaiting } from './decide-waiting.js';
import { DecisionQueue } from './decision-queue.js';
import { DecisionRights } from './decision-rights.js';
import { ProposeDecision } from './propose-decision.js';
import { ProposedDecisions } from './proposed-decisions.js';
import { SoundWishes } from './sound-wishes.js';

/** What leaders decide, and how it is laid before them. */
export const DECISIONS = [
  ...[ReturnTicket, RejectTicket, RejectUnfounded, DecideExtension, DecidePublication],
  ...[DecisionRights, ProposeDecision, DecideProposal, DecideWaiting, DecisionQueue, AssignmentWays],
];

/** What those are made of. */
export const DECISION_PARTS = [AssignmentGround, Deciders, ProposedDecisions, SoundWishes];
