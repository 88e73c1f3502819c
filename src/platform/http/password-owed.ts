import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { accessRuleOf } from './access.js';

const RULE = 'even-with-temporary-password';

/** A route by which somebody chooses a password in place of a temporary one, or of one that is too old. */
export const EvenWithTemporaryPassword = (): MethodDecorator & ClassDecorator => SetMetadata(RULE, true);

/**
 * A person who signed in by a temporary password, or by one that is too old, can only choose another. Stands after the guard of access.
 *
 * Source: OWASP ASVS 5.0, 6.4.1: an initial password must not become the lasting one.
 */
@Injectable()
export class PasswordGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { session, bearer } = context.switchToHttp().getRequest<FastifyRequest>();
    if (session.owesPassword !== true || bearer || this.isOpen(context)) return true;
    throw new DomainError('password-owed');
  }

  private isOpen(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    const rule = accessRuleOf(this.reflector, context);
    const isExempt = this.reflector.getAllAndOverride<true | undefined>(RULE, places) === true;
    return isExempt || rule === 'public' || rule === 'machine';
  }
}
