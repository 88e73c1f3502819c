import {
  applyDecorators,
  createParamDecorator,
  Get,
  Header,
  HttpCode,
  Post,
  Redirect,
  UnauthorizedException,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '../../../kernel/actor.js';
import type { RequestContext } from './page-context.js';
import { NoteTakenForm } from './taken-form.js';

/** A page for people. It is never kept: the next person at the same computer must not find it. */
export const Page = (path: string): MethodDecorator =>
  applyDecorators(Get(path), Header('content-type', 'text/html; charset=utf-8'), Header('cache-control', 'no-store'));

/** An act: it ends by showing a page again, so that reloading repeats nothing. The handler returns where. */
export const Act = (path: string): MethodDecorator =>
  applyDecorators(Post(path), Redirect('/', 303), UseInterceptors(NoteTakenForm));

/** A question that brings a file, answered by a page at once: it keeps nothing, so that asking again repeats nothing. */
export const Answer = (path: string): MethodDecorator =>
  applyDecorators(
    Post(path),
    HttpCode(200),
    Header('content-type', 'text/html; charset=utf-8'),
    Header('cache-control', 'no-store'),
  );

/** Where an act leads. */
export interface RedirectTo {
  readonly url: string;
}

export { STAFF } from '../../../kernel/actor.js';

/** Those who look after what passes between the agencies. */
export const REGISTRY_AND_WATCH: readonly Role[] = ['registryClerk', 'leader', 'supervisor', 'formatChecker'];

/** Those who may see how the exchange with the outside went. */
export const WATCHES_EXCHANGE: readonly Role[] = [...REGISTRY_AND_WATCH, 'administrator'];

/** The context of the current request: who asks, request and reply; only on routes that demand a person. */
export const CurrentContext = createParamDecorator((_: unknown, context: ExecutionContext): RequestContext => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  if (!request.actor) throw new UnauthorizedException();
  return { actor: request.actor, request, reply: http.getResponse<FastifyReply>() };
});
