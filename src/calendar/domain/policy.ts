import { type Actor, hasRole, SYSTEM } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';

/** What somebody may do with the calendar; everybody who has signed in may read it. */
export interface CalendarAbilities {
  readonly change: boolean;
  /** Whether its warnings are theirs to see beside their work: who looks after it, who watches the agency, and the office at whose desk tickets stop. */
  readonly watch: boolean;
}

export function calendarAbilities(actor: Actor): CalendarAbilities {
  return {
    change: hasRole(actor, 'administrator'),
    watch: hasRole(actor, 'administrator', 'supervisor', 'registryClerk'),
  };
}

/** @throws DomainError `forbidden` */
export function requireChange(actor: Actor): void {
  if (!calendarAbilities(actor).change) throw new DomainError('forbidden');
}

/** Anyone who may change the calendar may propose a change; so may the application itself, since a proposal decides nothing. @throws DomainError `forbidden` */
export function requirePropose(actor: Actor): void {
  if (actor.id !== SYSTEM.id) requireChange(actor);
}
