import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../../config/settings.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { accessRuleOf } from './access.js';

const RULE = 'even-without-code';

/** A route by which a person sets up the second factor, open before there is one. */
export const EvenWithoutCode = (): MethodDecorator & ClassDecorator => SetMetadata(RULE, true);

/** Whether the settings demand a second factor of this person. */
export function isFactorDemanded({ session: { secondFactor } }: Pick<Settings, 'session'>, actor: Actor): boolean {
  return secondFactor === 'all' || (secondFactor === 'administrators' && hasRole(actor, 'administrator'));
}

/** Where the settings demand it, a person who has shown a password alone only sets up a second factor. Stands after the guard of access. */
@Injectable()
export class SecondFactorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.isOpen(context)) return true;
    const { actor, session } = context.switchToHttp().getRequest<FastifyRequest>();
    const owes = session.staffId !== undefined && session.secondFactorAt === undefined;
    if (owes && actor && isFactorDemanded(this.settings, actor)) throw new DomainError('second-factor-owed');
    return true;
  }

  private isOpen(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    const rule = accessRuleOf(this.reflector, context);
    const isExempt = this.reflector.getAllAndOverride<true | undefined>(RULE, places) === true;
    return isExempt || rule === 'public' || rule === 'machine';
  }
}
