/** Where a proposed change of the calendar stands: it waits, became a version, or was dropped. */
export const PROPOSAL_STATES = ['waiting', 'confirmed', 'dropped'] as const;

export type ProposalState = (typeof PROPOSAL_STATES)[number];
