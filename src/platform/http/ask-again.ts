import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../../config/settings.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';

const RULE = 'ask-again';

/** The form field with the password or code. */
export const PROOF_FIELD = '_proof';

/**
 * Asks for re-authentication, with a password or a code, before a dangerous act or its page, when the sign-in is older than the settings allow. A posted form
 * is kept and sent on by the page that asks; only files must be chosen again.
 */
export const AskAgain = (): MethodDecorator & ClassDecorator => SetMetadata(RULE, true);

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether the act waits for a proof of the person, and for nothing else. */
    proofAsked?: boolean;
  }
}

/** Checks that the person at the keyboard is the one who signed in. */
export abstract class ProofOfPerson {
  /** @throws DomainError `proof-needed` with the `message` of what was wrong and PROOF_FIELD as its `field`; `tried-too-often` with `waitSeconds` */
  abstract check(actor: Actor, proof: string, request: FastifyRequest): Promise<void>;
}

/** Stands after the guard of access: it asks only those who may act at all. */
@Injectable()
export class AskAgainGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly person: ProofOfPerson,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<true | undefined>(RULE, places) === undefined) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const proof = takeProof(request.body);
    if (this.isRecent(request)) return true;
    request.proofAsked = true;
    if (!request.actor || proof === null) throw new DomainError('proof-needed');
    await this.person.check(request.actor, proof, request);
    request.proofAsked = false;
    await renewSession(request, this.clock.now());
    return true;
  }

  private isRecent({ session }: FastifyRequest): boolean {
    const age = this.clock.now().getTime() - (session.provedAt ?? 0);
    return age >= 0 && age < this.settings.session.askAgainMinutes * 60_000;
  }
}

/** Gives the session a new id, so that an id stolen earlier is worthless. */
export async function renewSession(request: FastifyRequest, provedAt: Date): Promise<void> {
  await request.session.regenerate(Object.keys(request.session).filter((key) => key !== 'cookie'));
  request.session.provedAt = provedAt.getTime();
}

/** Removes the proof from the form, since the act's own schema has no such field. */
function takeProof(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !(PROOF_FIELD in body)) return null;
  const proof = body[PROOF_FIELD];
  Reflect.deleteProperty(body, PROOF_FIELD);
  return typeof proof === 'string' && proof !== '' ? proof : null;
}
