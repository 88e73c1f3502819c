/**
 * What a letter is written for: a ticket that it answers; another document about a ticket; an incoming document without a ticket; nothing but itself; a
 * frozen report; a reminder of tickets to a unit; a change of contact officer that the city is told; a list of commendations.
 */
export const CASE_KINDS = [
  'ticket',
  'ticketDocument',
  'incoming',
  'document',
  'report',
  'reminder',
  'officerChange',
  'commendation',
] as const;

export type CaseKind = (typeof CASE_KINDS)[number];

/** A case as drafting knows it: its feature knows the rest. */
export interface LetterCase {
  readonly caseKind: CaseKind;
  readonly caseId: string;
}

interface CaseRules {
  /** Who follows what becomes of the letter; null for a case that is seen by its letter alone. */
  readonly course: 'ticket' | 'incoming' | null;
  /** Whether `caseId` is a ticket: private details stay in its letters for a reason alone. */
  readonly aboutTicket: boolean;
  /** Whether all of its parts are typed; figures and rows that a feature gave are not. */
  readonly typedWhole: boolean;
}

const OF_TICKET: CaseRules = { course: null, aboutTicket: true, typedWhole: true };
const OF_ITSELF: CaseRules = { course: null, aboutTicket: false, typedWhole: true };
const OF_FEATURE: CaseRules = { course: null, aboutTicket: false, typedWhole: false };

const RULES: Readonly<Record<CaseKind, CaseRules>> = {
  ticket: { course: 'ticket', aboutTicket: true, typedWhole: false },
  ticketDocument: OF_TICKET,
  incoming: { ...OF_ITSELF, course: 'incoming' },
  document: OF_ITSELF,
  report: OF_FEATURE,
  reminder: OF_FEATURE,
  officerChange: OF_FEATURE,
  commendation: OF_ITSELF,
};

export function courseOf(kind: CaseKind): CaseRules['course'] {
  return RULES[kind].course;
}

export function isAboutTicket(kind: CaseKind): boolean {
  return RULES[kind].aboutTicket;
}

export function isTypedWhole(kind: CaseKind): boolean {
  return RULES[kind].typedWhole;
}

/** The incoming document that a letter of this case answers; null where it answers none, or its feature knows which. */
export function answeredBy({ caseKind, caseId }: LetterCase): string | null {
  return RULES[caseKind].course === 'incoming' ? caseId : null;
}
