import { hasRole, type Actor } from '../../../kernel/actor.js';
import type { LetterProof, ProofCode } from './proof-case.js';

/** Who let a file on for which evidence was missing, and why. */
export interface ProofOverride {
  readonly by: string;
  /** ISO 8601 */
  readonly at: string;
  readonly reason: string;
}

/** What was found later of a file that had been let on. */
export interface LaterFinding {
  readonly result: 'confirmed' | 'withdrawn';
  /** ISO 8601 */
  readonly at: string;
  readonly why: string;
}

/** Characters of a reason that somebody will read in years. */
export const OVERRIDE_REASON = { shortest: 20, longest: 1000 } as const;

/**
 * Lines that may stay open: what was signed and by whom is certain, only what the authority says of the certificates today is not. The seal's line is
 * open with the other, never alone; a signer whose certificate leads to nobody trusted is open on a line of its own, and is let on by nobody.
 */
const BEARABLE: readonly ProofCode[] = ['revocation', 'seal'];

type Lines = Pick<LetterProof, 'lines'>;

/** Whether nothing stands against a file but that revocation cannot be told (rule 42). */
export function isOnlyShortOfEvidence({ lines }: Lines): boolean {
  const open = lines.filter(({ result }) => result !== 'pass' && result !== 'notChecked');
  const isRevocationOpen = open.some(({ code }) => code === 'revocation');
  return isRevocationOpen && open.every(({ code, result }) => result === 'unknown' && BEARABLE.includes(code));
}

/** Whether a file may go on: every line that was due passed, or a leader answers for the one that stayed open. */
export function mayGoOn(proof: object | null): boolean {
  if (proof === null) return false;
  return ('passed' in proof && proof.passed === true) || ('override' in proof && proof.override !== undefined);
}

/** Whether it is known by now that a file is not to be used. */
export function isWithdrawn(proof: object | null): boolean {
  if (proof === null || !('later' in proof)) return false;
  return (proof.later as LaterFinding | undefined)?.result === 'withdrawn';
}

/**
 * Whether this person may answer for what could not be told: a leader, who neither wrote nor submitted the letter nor keeps the seal.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 13 (người ký chịu trách nhiệm) và Điều 32 khoản 2 (văn thư giữ dấu).
 */
export function mayOverride(
  actor: Actor,
  { authorId, submittedById }: { authorId: string; submittedById: string },
): boolean {
  if (!hasRole(actor, 'leader') || hasRole(actor, 'registryClerk')) return false;
  // What is answered for by name is answered for by nobody else.
  if (actor.onBehalfOf !== undefined) return false;
  return actor.id !== authorId && actor.id !== submittedById;
}
