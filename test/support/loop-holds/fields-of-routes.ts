import 'reflect-metadata';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { z } from 'zod';
import type { RouteCode } from '../../../src/platform/http/route-rules.js';
import { TAKES_FILES } from '../../../src/platform/http/bodies/posted-file.js';
import { FormPipe } from '../../../src/web/kit/http/form-pipe.js';

/** What a route reads, as its own code says. */
export interface RouteFields {
  readonly query: readonly string[];
  readonly body: readonly string[];
  readonly takesFiles: boolean;
}

interface Argument {
  readonly pipes: readonly unknown[];
}

export function fieldsOf({ controller, handler }: RouteCode): RouteFields {
  const names = Object.getOwnPropertyNames(controller.prototype).filter(
    (name) => Reflect.get(controller.prototype as object, name) === handler,
  );
  const found = names.map((name) => Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) as unknown);
  const given = Object.entries((found[0] ?? {}) as Record<string, Argument>);
  const of = (kind: RouteParamtypes): string[] =>
    given
      .filter(([key]) => key.startsWith(`${String(kind)}:`))
      .flatMap(([, { pipes }]) => pipes)
      .flatMap((pipe) => (pipe instanceof FormPipe ? keysOf(Reflect.get(pipe, 'form')) : []));
  return {
    query: of(RouteParamtypes.QUERY),
    body: of(RouteParamtypes.BODY),
    takesFiles: Reflect.getMetadata(TAKES_FILES, handler) === true,
  };
}

function keysOf(shape: unknown): string[] {
  if (shape instanceof z.ZodObject) return Object.keys(shape.shape);
  if (shape instanceof z.ZodPipe) return keysOf(shape.in);
  if (shape instanceof z.ZodUnion) return shape.options.flatMap(keysOf);
  return shape instanceof z.ZodIntersection ? [...keysOf(shape.def.left), ...keysOf(shape.def.right)] : [];
}
