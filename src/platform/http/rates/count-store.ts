import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { SharedCounts } from './shared-counts.js';

type Told = Parameters<FastifyRateLimitStore['incr']>[1];

/** The store of @fastify/rate-limit over counts that all processes share; what is allowed tells one limit from another. */
export function countStore(counts: SharedCounts): FastifyRateLimitStoreCtor {
  return class CountStore implements FastifyRateLimitStore {
    incr(key: string, told: Told, _window: number, most: number): void {
      told(null, counts.count(`${String(most)} ${key}`, most));
    }

    child(): this {
      return this;
    }
  };
}
