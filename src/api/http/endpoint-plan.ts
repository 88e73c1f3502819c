import type { z } from 'zod';
import type { Scope } from '../../tokens/domain/scopes.js';

export const API_ROOT = 'api/v1';

/** Where a method keeps its plan. */
export const PLAN = 'api-endpoint-plan';

/** One door for machines: the one source of what is read, what is answered and what the description says. */
export interface EndpointPlan {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** Which contract the endpoint follows; ours by default. */
  readonly kind?: 'open311' | 'webhook';
  /** What its path stands below, where that is not the API's own root. */
  readonly root?: string;
  /** Below the root; a part in braces stands for one value: `tickets/{ticket}/course`. */
  readonly path: string;
  readonly status: 200 | 201 | 204;
  /** One sentence, in English, for the author of the calling program. */
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject | z.ZodDiscriminatedUnion;
  /** Media type of the body; JSON by default. */
  readonly media?: 'application/json' | 'multipart/form-data' | 'application/x-www-form-urlencoded';
  /** Nothing where the status says it all. */
  readonly answer?: z.ZodType;
  /** What a token must allow for it; by default, no program comes in with one. `{act}` stands for that part of the path. */
  readonly scope?: Scope | 'tickets.act.{act}';
  /** Whether an `Idempotency-Key` may come with it, or must. */
  readonly key?: 'accepted' | 'required';
}

/** Keeps the exact type of a plan, by which its handler is checked. */
export function endpoint<const Plan extends EndpointPlan>(plan: Plan): Plan {
  return plan;
}

/** The path as the router writes it. */
export function pathIn(path: string): string {
  return path.replace(/\{(\w+)\}/gu, ':$1');
}
