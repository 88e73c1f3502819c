/** What waits for this person besides what the rows of tickets say. */
export interface Awaiting {
  /** Tickets whose letter waits for this person's approval of its content, of its form, or for his signature. */
  readonly contentApproval: readonly string[];
  readonly formatApproval: readonly string[];
  readonly signature: readonly string[];
  /** Tickets whose letter or direct answer came back to its author. */
  readonly givenBack: readonly string[];
  readonly releases: number;
  readonly refusedMessages: number;
  /** What the app has given up, or fails at for long. */
  readonly undone: number;
  /** Messages of other agencies that wait for a clerk's decision. */
  readonly exchangeTasks: number;
  /** Documents that the e-office takes into its register by hand alone. */
  readonly entriesByHand: number;
  /** Letters to people outside the exchange that nobody has sent. */
  readonly lettersByHand: number;
  /** Requests about personal data that nobody has answered. */
  readonly dataRequests: number;
  /** What supervision told the unit to do and waits for an answer about. */
  readonly directives: number;
  /** Documents that answer no ticket and want something of this person. */
  readonly documents: number;
  /** Incoming documents without a ticket that wait to be routed, handled or advised on. */
  readonly incoming: number;
  /** What this person may decide of what clerks and units have laid before the leaders; null where nothing is laid before this person. */
  readonly decisions: number | null;
  /** Feedback that stands in the register and has no ticket yet. */
  readonly unopened: number;
}

/** Lists of awaited letters hold nothing when nobody has asked for them. */
export const NOTHING_AWAITED: Awaiting = {
  contentApproval: [],
  formatApproval: [],
  signature: [],
  givenBack: [],
  releases: 0,
  refusedMessages: 0,
  undone: 0,
  exchangeTasks: 0,
  entriesByHand: 0,
  lettersByHand: 0,
  dataRequests: 0,
  directives: 0,
  documents: 0,
  incoming: 0,
  decisions: null,
  unopened: 0,
};
