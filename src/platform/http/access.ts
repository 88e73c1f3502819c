import {
  createParamDecorator,
  Injectable,
  SetMetadata,
  UnauthorizedException,
  ForbiddenException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { hasRole, type Actor, type Role } from '../../kernel/actor.js';

/** Under which name a route keeps its rule; doors of adapters, which do not import this file, write it themselves. */
export const ACCESS_RULE = 'access-rule';

/** `public`: anybody · `machine`: the door checks its caller itself · `signedIn`: any account · otherwise one of these roles. */
export type AccessRule = 'public' | 'machine' | 'signedIn' | readonly Role[];

/** Who may call a route at all; which record they may touch is decided by the feature's policy. A route without it answers nobody. */
export const Allow = (rule: AccessRule): MethodDecorator & ClassDecorator => SetMetadata(ACCESS_RULE, rule);

/** The rule of the route that is called: its own, or that of its controller. */
export function accessRuleOf(reflector: Reflector, context: ExecutionContext): AccessRule | undefined {
  return reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [context.getHandler(), context.getClass()]);
}

/** Finds the person behind a session, as they are now: someone made inactive is out at the next request. */
export abstract class ActorSource {
  abstract find(staffId: string): Promise<Actor | null>;
}

/** What a program with a token may do at a route: the name of its act, in which `{act}` stands for a part of the address. */
export const ACCESS_SCOPE = 'access-scope';

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
  }
}

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const rule = accessRuleOf(this.reflector, context);
    if (rule === undefined) throw new ForbiddenException();
    const actor = await this.callerOf(request);
    if (actor) request.actor = { ...actor, address: request.ip };
    if (rule === 'public' || rule === 'machine') return true;
    if (!actor) throw new UnauthorizedException();
    if (rule !== 'signedIn' && !hasRole(actor, ...rule)) throw new ForbiddenException();
    if (!this.isInScope(context, request)) throw new ForbiddenException();
    return true;
  }

  /** A program is whom its token says, whatever session it has besides. */
  private async callerOf({ bearer, session }: FastifyRequest): Promise<Actor | null> {
    if (bearer) return bearer.actor;
    return session.staffId === undefined ? null : this.actors.find(session.staffId);
  }

  private isInScope(context: ExecutionContext, { bearer, params }: FastifyRequest): boolean {
    if (!bearer) return true;
    const scope = this.reflector.get<string | undefined>(ACCESS_SCOPE, context.getHandler());
    return scope !== undefined && bearer.scopes.includes(filledIn(scope, params));
  }
}

function filledIn(scope: string, params: unknown): string {
  const given = new Map<string, unknown>(Object.entries(params ?? {}));
  return scope.replace(/\{(\w+)\}/gu, (_all, name: string) => {
    const value = given.get(name);
    return typeof value === 'string' ? value : '';
  });
}

/** The person who calls; only on routes that demand one. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!actor) throw new UnauthorizedException();
  return actor;
});
