import { deskOf, hasRole, type Actor } from '../../kernel/actor.js';
import type { SignatureState } from './signature-request.js';

/** Before it has a number. From then on the number is voided instead. */
const BEFORE_ITS_NUMBER: readonly SignatureState[] = ['pending', 'submitted', 'signed', 'verified'];

/** Whose letter it is. */
export interface OwnedLetter {
  readonly authorId: string;
  readonly unitId: string;
}

/** Whether somebody may take a letter back from signing: its author while of its unit, the head of that unit and the registry, before it has a number. */
export function mayWithdraw(actor: Actor, state: SignatureState, { authorId, unitId }: OwnedLetter): boolean {
  return BEFORE_ITS_NUMBER.includes(state) && answersFor(actor, authorId, unitId);
}

function answersFor(actor: Actor, authorId: string, unitId: string): boolean {
  const ofTheUnit = actor.unitId === unitId && (deskOf(actor) === authorId || hasRole(actor, 'unitHead'));
  return ofTheUnit || hasRole(actor, 'registryClerk');
}
