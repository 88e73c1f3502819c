import { DomainError } from '../../kernel/domain-error.js';

/** received: entered, waits to be routed · routed: with its lead unit · settled: noted, handled or answered. */
export const HANDLING_STATES = ['received', 'routed', 'settled'] as const;

export type HandlingState = (typeof HANDLING_STATES)[number];

/** A settled document comes back when the letter that answered it is recalled. */
const NEXT: Readonly<Record<HandlingState, readonly HandlingState[]>> = {
  received: ['routed'],
  routed: ['routed', 'settled'],
  settled: ['routed'],
};

/** @throws DomainError `handling-transition-refused` */
export function requireHandlingStep(from: HandlingState, to: HandlingState): void {
  if (!NEXT[from].includes(to)) throw new DomainError('handling-transition-refused', { from, to });
}

/** How a lead unit settles a document without a letter: for its information · done as it asks. */
export const SETTLED_WITHOUT_LETTER = ['noted', 'handled'] as const;

/** `letter`: a document of ours answered it. */
export const SETTLEMENTS = [...SETTLED_WITHOUT_LETTER, 'letter'] as const;

export type Settlement = (typeof SETTLEMENTS)[number];
