import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../../config/settings.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';

const RULE = 'ask-again';

/** The field in which a form brings what proves the person. */
export const PROOF_FIELD = '_proof';

/**
 * A dangerous act, or its page: a person who signed in longer ago than the settings allow proves again who they are, with a password or a code.
 * A form is asked after it is posted, by a page that carries it on whole; only a chosen file must be chosen again.
 */
export const AskAgain = (): MethodDecorator & ClassDecorator => SetMetadata(RULE, true);

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether the act waits for a proof of the person, and for nothing else. */
    proofAsked?: boolean;
  }
}

/** Finds out whether the person at the keyboard is the one who signed in. */
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

/** A new id for the same session, which stays what it was: one that was stolen before opens nothing afterwards. */
export async function renewSession(request: FastifyRequest, provedAt: Date): Promise<void> {
  await request.session.regenerate(Object.keys(request.session).filter((key) => key !== 'cookie'));
  request.session.provedAt = provedAt.getTime();
}

/** What the form brings, taken out of it, for the act itself knows no such field. */
function takeProof(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !(PROOF_FIELD in body)) return null;
  const proof = body[PROOF_FIELD];
  Reflect.deleteProperty(body, PROOF_FIELD);
  return typeof proof === 'string' && proof !== '' ? proof : null;
}
