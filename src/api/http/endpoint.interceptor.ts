import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { z } from 'zod';
import { IncomingFiles } from '../../files/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Idempotency } from '../../platform/http/idempotency.js';
import { filesIn, PostedFile } from '../../platform/http/bodies/posted-file.js';
import { PLAN, type EndpointPlan } from './endpoint-plan.js';

export const KEY_HEADER = 'Idempotency-Key';
const KEY = /^[\x21-\x7e]{8,100}$/u;

/**
 * Writes answers down as their plan says, so that what a shape does not name never leaves the agency, and sees to it that what comes twice under one
 * key is done once.
 */
@Injectable()
export class EndpointInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly idempotency: Idempotency,
    private readonly files: IncomingFiles,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const plan = this.reflector.get<EndpointPlan>(PLAN, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const answer = async (): Promise<unknown> => {
      const given: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      return plan.answer === undefined ? undefined : z.encode(plan.answer, given);
    };
    return from(this.answered(plan, request, answer));
  }

  private async answered(
    plan: EndpointPlan,
    request: FastifyRequest,
    answer: () => Promise<unknown>,
  ): Promise<unknown> {
    const key = plan.key === undefined ? null : keyOf(request);
    if (key === null) {
      if (plan.key === 'required') throw new DomainError('idempotency-key-missing', { field: KEY_HEADER });
      return answer();
    }
    const { method, url, body } = request;
    const asked = JSON.stringify([method, url, body ?? null], fileByItsBytes);
    await this.files.inspectAhead(filesIn(body));
    return this.idempotency.once({ callerId: callerOf(request), key, asked }, answer);
  }
}

/** Each token of somebody is a caller of its own: what one was answered may be more than another may know. */
function callerOf({ actor, bearer }: FastifyRequest): string {
  return [actor?.id, bearer?.tokenId].filter((id) => id !== undefined).join(' ');
}

/** The caller's own key of a request. @throws DomainError `input-invalid` for a key that cannot be told from others */
export function keyOf({ headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && KEY.test(key)) return key;
  const message = 'Idempotency-Key phải có từ 8 đến 100 ký tự chữ, số hoặc dấu viết liền, không dấu tiếng Việt.';
  throw new DomainError('input-invalid', { field: KEY_HEADER, message });
}

function fileByItsBytes(_name: string, value: unknown): unknown {
  if (!(value instanceof PostedFile)) return value;
  return { name: value.name, sha256: createHash('sha256').update(value.content).digest('hex') };
}
