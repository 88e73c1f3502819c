import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../../config/settings.js';
import { hasRole } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { accessRuleOf } from './access.js';

const RULE = 'even-without-code';

/** A route by which an administrator sets up the second factor, open before there is one. */
export const EvenWithoutCode = (): MethodDecorator & ClassDecorator => SetMetadata(RULE, true);

/** Where the settings demand it, an administrator who has shown a password alone only sets up a second factor. Stands after the guard of access. */
@Injectable()
export class SecondFactorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.settings.session.secondFactor === 'nobody' || this.isOpen(context)) return true;
    const { actor, session } = context.switchToHttp().getRequest<FastifyRequest>();
    const owes = session.staffId !== undefined && session.secondFactorAt === undefined;
    if (owes && actor && hasRole(actor, 'administrator')) throw new DomainError('second-factor-owed');
    return true;
  }

  private isOpen(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    const rule = accessRuleOf(this.reflector, context);
    const isExempt = this.reflector.getAllAndOverride<true | undefined>(RULE, places) === true;
    return isExempt || rule === 'public' || rule === 'machine';
  }
}
