import { deskOf, hasRole, type Actor } from '../../kernel/actor.js';
import type { CaseKind } from '../../drafting/domain/case.js';
import type { SignatureState } from './signature-request.js';

/** Before it has a number. From then on the number is voided instead. */
const BEFORE_ITS_NUMBER: readonly SignatureState[] = ['pending', 'submitted', 'signed', 'verified'];

/** Whose letter it is. */
export interface OwnedLetter {
  readonly caseKind: CaseKind;
  readonly authorId: string;
  readonly unitId: string;
}

/**
 * Whether somebody may take a letter back from signing before it has a number: its author, of a reply while of its unit, the head of that unit and the
 * registry.
 */
export function mayWithdraw(actor: Actor, state: SignatureState, letter: OwnedLetter): boolean {
  return BEFORE_ITS_NUMBER.includes(state) && answersFor(actor, letter);
}

function answersFor(actor: Actor, { caseKind, authorId, unitId }: OwnedLetter): boolean {
  const ownUnit = actor.unitId === unitId;
  const isAuthor = deskOf(actor) === authorId && (ownUnit || caseKind !== 'ticket');
  return isAuthor || (ownUnit && hasRole(actor, 'unitHead')) || hasRole(actor, 'registryClerk');
}
