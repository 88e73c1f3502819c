import type { Window } from './comparison-window.js';

export type Direction = 'toUs' | 'fromUs';

/**
 * missingHere: taken from there, and not here, or here without bytes · unacknowledged: here, and the e-office still waits for our word ·
 * contentDiffers: other bytes there than here under the same name · unknownThere: here, and not listed there ·
 * missingThere: sent by our word, not listed there · receiptUnknown: listed there, not known as sent here · unknownHere: sent in our name, and we
 * have nothing of it · statusDiffers: a receiver's answer that we do not have · numberTaken: a number of a register that the e-office knows for a
 * document, and our register does not.
 */
export const DIFFERENCE_KINDS = [
  'missingHere',
  'unacknowledged',
  'contentDiffers',
  'unknownThere',
  'missingThere',
  'receiptUnknown',
  'unknownHere',
  'statusDiffers',
  'numberTaken',
] as const;

export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** What the app does about a difference once a clerk has ordered it. */
export type Repair = 'fetch' | 'acknowledge' | 'resend' | 'adopt';

const REPAIRS: Readonly<Partial<Record<DifferenceKind, Repair>>> = {
  missingHere: 'fetch',
  unacknowledged: 'acknowledge',
  missingThere: 'resend',
  receiptUnknown: 'resend',
  statusDiffers: 'adopt',
};

/** @returns null where only a person can find out: by asking the other side, or in the papers */
export function repairOf(kind: DifferenceKind): Repair | null {
  return REPAIRS[kind] ?? null;
}

export interface Difference {
  readonly kind: DifferenceKind;
  readonly direction: Direction;
  /** What it is about, by the name that both sides know: with the kind, one difference has one name for ever. */
  readonly subject: string;
  readonly at: Date;
  readonly documentId?: string;
  readonly inboxId?: string;
  readonly dispatchId?: string;
  readonly sha256There?: string;
  readonly sha256Here?: string;
  /** What a repair needs, and what a person reads. */
  readonly facts: Readonly<Record<string, string>>;
}

/** What a comparison finds only of a restored database, or of an e-office that others answer in our name: we had it and have it no longer. */
const FROM_BEFORE: readonly DifferenceKind[] = ['missingHere', 'unknownHere', 'numberTaken'];

/** Whether this tells of work that the database has lost. A message that is here without bytes was never handed over, and is no such thing. */
export function tellsOfRestore({ kind, inboxId, facts }: Difference): boolean {
  if (kind === 'numberTaken' && facts['hereNumber'] !== undefined) return false;
  return FROM_BEFORE.includes(kind) && (kind === 'numberTaken' || inboxId === undefined);
}

/** Whether a difference that was not found again is gone: it would have been seen if it still stood. */
export function wasLookedAt({ kind, at }: Pick<Difference, 'kind' | 'at'>, { from, settled }: Window): boolean {
  if (kind === 'statusDiffers') return true;
  return at >= from && (at < settled || FROM_BEFORE.includes(kind));
}
