/**
 * What a letter is written for: a ticket that it answers; a frozen report; a reminder of tickets to a unit; a change of contact officer that the city is
 * told.
 */
export const CASE_KINDS = ['ticket', 'report', 'reminder', 'officerChange'] as const;

export type CaseKind = (typeof CASE_KINDS)[number];

/** A case as drafting knows it: who keeps it knows the rest. */
export interface LetterCase {
  readonly caseKind: CaseKind;
  readonly caseId: string;
}

/** Whether its course is kept elsewhere, and is told what becomes of the letter; a case without one is seen by its letter alone. */
export function hasCourse(kind: CaseKind): boolean {
  return kind === 'ticket';
}
