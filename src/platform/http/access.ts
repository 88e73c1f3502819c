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
import { DomainError } from '../../kernel/domain-error.js';
import { leavePlace } from './acting-for.js';

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

  /** A person in the place of another who is away; null when that is not so at this moment. */
  abstract inPlaceOf(actor: Actor, principalId: string): Promise<Actor | null>;
}

const OWN_AFFAIRS = 'own-affairs';

/** Routes at which somebody acts as themselves, also while standing in for somebody else: account, keys of programs, who stands in for whom. */
export const OwnAffairs = (): MethodDecorator & ClassDecorator => SetMetadata(OWN_AFFAIRS, true);

/** What a program with a token may do at a route: the name of its act, in which `{act}` stands for a part of the address. */
export const ACCESS_SCOPE = 'access-scope';

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
    /** Name of the person in whose place the session acts, also at routes of one's own affairs; absent where one acts as oneself. */
    actsFor?: string;
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
    const actor = await this.actingOf(await this.callerOf(request), context, request);
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

  /**
   * Who acts: the person, or the person in somebody's place, asked again each time. Programs stand in for nobody.
   *
   * @throws DomainError `substitution-ended`, once: from then on the session is the person's own again
   */
  private async actingOf(
    caller: Actor | null,
    context: ExecutionContext,
    request: FastifyRequest,
  ): Promise<Actor | null> {
    const { actsFor } = request.session;
    if (caller === null || actsFor === undefined || request.bearer || this.isOpen(context)) return caller;
    const acting = await this.actors.inPlaceOf(caller, actsFor);
    if (acting === null) {
      request.actor = caller;
      leavePlace(request);
      throw new DomainError('substitution-ended');
    }
    if (acting.onBehalfOf) request.actsFor = acting.onBehalfOf.name;
    return this.isOwnAffair(context) ? caller : acting;
  }

  private isOwnAffair(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<true | undefined>(OWN_AFFAIRS, places) === true;
  }

  /** Anybody comes in here, so that nobody needs somebody else's place for it. */
  private isOpen(context: ExecutionContext): boolean {
    const rule = accessRuleOf(this.reflector, context);
    return rule === 'public' || rule === 'machine';
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
