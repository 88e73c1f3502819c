import { hasRole, type Actor } from '../../kernel/actor.js';
import type { Substitution } from './substitution.js';

/** A person as far as these rules look. */
export type Member = Pick<Actor, 'id' | 'unitId' | 'roles'>;

/** Whether somebody says who acts for this person: the person, the head of the unit, an administrator; and nobody in somebody else's place. */
export function maySpeakFor(actor: Actor, principal: Member): boolean {
  if (actor.onBehalfOf !== undefined) return false;
  return actor.id === principal.id || hasRole(actor, 'administrator') || isHeadOf(actor, principal);
}

/** Besides them the substitute, who may lay it down. */
export function mayEnd(actor: Actor, { substituteId }: Pick<Substitution, 'substituteId'>, principal: Member): boolean {
  return maySpeakFor(actor, principal) || (actor.onBehalfOf === undefined && actor.id === substituteId);
}

/** Whether somebody may choose this substitute: anyone where an administrator chooses, otherwise from the own unit, and leaders among each other. */
export function mayBeChosen(actor: Actor, principal: Member, substitute: Member): boolean {
  if (substitute.id === principal.id) return false;
  if (hasRole(actor, 'administrator')) return true;
  const areLeaders = [principal, substitute].every(({ roles }) => roles.includes('leader'));
  return areLeaders || (principal.unitId !== null && principal.unitId === substitute.unitId);
}

function isHeadOf(actor: Actor, { unitId }: Member): boolean {
  return hasRole(actor, 'unitHead') && actor.unitId !== null && actor.unitId === unitId;
}
