import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  Header,
  HttpCode,
  Patch,
  Post,
  SetMetadata,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ACCESS_SCOPE } from '../../platform/http/access.js';
import { EndpointInterceptor } from './endpoint.interceptor.js';
import { PLAN, pathIn, type EndpointPlan } from './endpoint-plan.js';
import { readQuery, readShape } from './read-shape.js';

const METHODS = { get: Get, post: Post, patch: Patch, delete: Delete };

/** Makes a method the door of a plan: its address, its status, its answer. Answers are never kept by anybody on the way. */
export function Endpoint(plan: EndpointPlan): MethodDecorator {
  return applyDecorators(
    METHODS[plan.method](pathIn(plan.path)),
    HttpCode(plan.status),
    Header('cache-control', 'no-store'),
    SetMetadata(PLAN, plan),
    SetMetadata(ACCESS_SCOPE, plan.scope),
    UseInterceptors(EndpointInterceptor),
  );
}

/** What was asked of a door, as its plan reads it. */
export interface Asked<Plan extends EndpointPlan> {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Plan extends { readonly query: infer Shape extends z.ZodType } ? z.output<Shape> : undefined;
  readonly body: Plan extends { readonly body: infer Shape extends z.ZodType } ? z.output<Shape> : undefined;
}

/** What a door hands out before its plan has written it down. */
export type Answer<Plan extends { readonly answer: z.ZodType }> = z.output<Plan['answer']>;

/** @throws DomainError `input-invalid` naming the field */
export const Asked = createParamDecorator((plan: EndpointPlan, context: ExecutionContext) => {
  const { params, query, body } = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    path: params,
    query: plan.query === undefined ? undefined : readQuery(plan.query, query),
    body: plan.body === undefined ? undefined : readShape(plan.body, body ?? {}),
  };
});
