import { hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';

/** Those with the duty of supervision, in any unit, and the leaders whom they report to. Source: source letter, part 2. */
export const SUPERVISION_READERS: readonly Role[] = ['supervisor', 'leader'];

/** Who draws samples, writes down what was found and has reminder letters made. */
export const INSPECTORS: readonly Role[] = ['supervisor'];

/** Who tells a unit what to do, and says whether it was done. */
export const DIRECTORS: readonly Role[] = ['supervisor', 'leader'];

/** Who answers for a unit. */
export const DIRECTED: readonly Role[] = ['unitHead', 'contactOfficer'];

/** Who may open the pages of directives; whose they see is another matter. */
export const DIRECTIVE_READERS: readonly Role[] = [...SUPERVISION_READERS, ...DIRECTED];

/** @throws DomainError `forbidden` */
export function requireInspector(actor: Actor): void {
  if (!hasRole(actor, ...INSPECTORS)) throw new DomainError('forbidden', { act: 'inspect' });
}

/** @throws DomainError `forbidden` */
export function requireDirector(actor: Actor): void {
  if (!hasRole(actor, ...DIRECTORS)) throw new DomainError('forbidden', { act: 'direct' });
}

/** Whose directives an actor sees: every unit's, the own unit's, or none. */
export function directivesSeenBy(actor: Actor): 'every' | readonly string[] {
  if (hasRole(actor, ...SUPERVISION_READERS)) return 'every';
  return answersForUnit(actor) && actor.unitId !== null ? [actor.unitId] : [];
}

export function mayAnswerFor(actor: Actor, unitId: string): boolean {
  return answersForUnit(actor) && actor.unitId === unitId;
}

function answersForUnit(actor: Actor): boolean {
  return hasRole(actor, ...DIRECTED);
}
