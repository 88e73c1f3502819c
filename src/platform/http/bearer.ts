import { HttpException, HttpStatus, UnauthorizedException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { routeOf } from './route-of.js';

/** A program that called with a token of its own. */
export interface Bearer {
  readonly tokenId: string;
  readonly actor: Actor;
  /** The acts of the API that the token opens. */
  readonly scopes: readonly string[];
}

/** Finds the program behind a secret, as it stands now. */
export abstract class TokenSource {
  /** @returns null for a secret that gives no access */
  abstract find(secret: string): Promise<Bearer | null>;
}

declare module 'fastify' {
  interface FastifyRequest {
    bearer?: Bearer;
  }
}

/** What one token may ask within a minute, from wherever it is used. */
const CALLS_A_MINUTE = 600;

const API = '/api/';
const AUTHORIZATION = /^Bearer ([\w.~+/-]{1,200}=*)$/iu;

/**
 * Lets programs with tokens into the API, and nowhere else: pages and their sessions stay with people. A token that gives no access is refused
 * before anything is read; each live one is counted by itself, besides the count of its address.
 */
export function admitPrograms(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const tokens = app.get(TokenSource);
  const countedFor = server.createRateLimit({
    max: CALLS_A_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: ({ bearer }: FastifyRequest) => bearer?.tokenId ?? '',
  });
  server.addHook('onRequest', async (request) => {
    const secret = secretIn(request);
    if (secret === null) return;
    const bearer = await tokens.find(secret);
    if (!bearer) throw new UnauthorizedException();
    request.bearer = bearer;
    const count = await countedFor(request);
    if (!count.isAllowed && count.isExceeded) throw new HttpException('Too many calls', HttpStatus.TOO_MANY_REQUESTS);
  });
}

function secretIn(request: FastifyRequest): string | null {
  const { authorization } = request.headers;
  if (!routeOf(request).startsWith(API) || authorization === undefined) return null;
  return AUTHORIZATION.exec(authorization)?.[1] ?? '';
}
