import { hasRole, type Actor } from '../../kernel/actor.js';
import type { Substitution } from './substitution.js';

/** A person as far as these rules look. */
export type Member = Pick<Actor, 'id' | 'unitId' | 'roles'>;

/** Whether somebody says who acts for this person: the person, the head of the unit, an administrator; and nobody in somebody else's place. */
export function maySpeakFor(actor: Actor, principal: Member): boolean {
  if (actor.onBehalfOf !== undefined) return false;
  return actor.id === principal.id || hasRole(actor, 'administrator') || isHeadOf(actor, principal);
}

/** Besides them, those who may agree to it, and the substitute, who may lay it down. */
export function mayEnd(actor: Actor, { substituteId }: Pick<Substitution, 'substituteId'>, principal: Member): boolean {
  if (actor.onBehalfOf !== undefined) return false;
  return maySpeakFor(actor, principal) || mayAgree(actor, { substituteId }, principal) || actor.id === substituteId;
}

/**
 * Whether somebody agrees that this person is stood in for: the person, or a superior, which is the head of the unit and for everybody a leader. Nobody
 * agrees to be the substitute, nor in somebody else's place.
 */
export function mayAgree(
  actor: Actor,
  { substituteId }: Pick<Substitution, 'substituteId'>,
  principal: Member,
): boolean {
  if (actor.onBehalfOf !== undefined || actor.id === substituteId) return false;
  return actor.id === principal.id || isHeadOf(actor, principal) || hasRole(actor, 'leader');
}

/**
 * Whether somebody may choose this substitute: from the own unit, leaders among each other, and anyone where an administrator chooses; nobody chooses
 * themselves. Who only administers the system reads no tickets, in nobody's place.
 */
export function mayBeChosen(actor: Actor, principal: Member, substitute: Member): boolean {
  if (substitute.id === principal.id || substitute.id === actor.id) return false;
  if (substitute.roles.length > 0 && substitute.roles.every((role) => role === 'administrator')) return false;
  if (hasRole(actor, 'administrator')) return true;
  const areLeaders = [principal, substitute].every(({ roles }) => roles.includes('leader'));
  return areLeaders || (principal.unitId !== null && principal.unitId === substitute.unitId);
}

function isHeadOf(actor: Actor, { unitId }: Member): boolean {
  return hasRole(actor, 'unitHead') && actor.unitId !== null && actor.unitId === unitId;
}
