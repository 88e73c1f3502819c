import { type Actor, hasRole, type Role } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { standingOf, type TokenInView } from './token.js';

export const TOKEN_MAKERS: readonly Role[] = ['administrator'];

/** What an actor may do with one token. */
export interface TokenAbilities {
  readonly confirm: boolean;
  readonly revoke: boolean;
}

export function mayMakeTokens(actor: Actor): boolean {
  return hasRole(actor, ...TOKEN_MAKERS);
}

/** @throws DomainError `forbidden` */
export function requireMakeTokens(actor: Actor): void {
  if (!mayMakeTokens(actor)) throw new DomainError('forbidden', { ability: 'makeToken' });
}

/** Administrators see all tokens, everybody else those in the own name. */
export function seesToken(actor: Actor, { ownerId }: TokenInView): boolean {
  return mayMakeTokens(actor) || actor.id === ownerId;
}

/** Only the owner lends the own rights to a program; an administrator alone gains none by it. */
export function tokenAbilities(actor: Actor, token: TokenInView, now: Date): TokenAbilities {
  const standing = standingOf(token, now);
  return {
    confirm: standing === 'waiting' && actor.id === token.ownerId,
    revoke: (standing === 'waiting' || standing === 'live') && seesToken(actor, token),
  };
}
