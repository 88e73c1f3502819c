import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { SharedCounts } from './shared-counts.js';

type Told = Parameters<FastifyRateLimitStore['incr']>[1];

/** What the package hands over, which its types do not say; nothing of a route for a limit that belongs to none. */
interface Limit {
  readonly routeInfo?: { readonly method?: string | readonly string[]; readonly url?: string };
}

/** The store of @fastify/rate-limit over counts that all processes share: each route with a limit of its own counts by itself, as do limits of different height. */
export function countStore(counts: Pick<SharedCounts, 'count'>): FastifyRateLimitStoreCtor {
  return class CountStore implements FastifyRateLimitStore {
    private readonly route: string;

    constructor(limit: object) {
      const { method = '', url = '' } = (limit as Limit).routeInfo ?? {};
      this.route = `${String(method)} ${url}`;
    }

    incr(key: string, told: Told, _window: number, most: number): void {
      told(null, counts.count(`${this.route} ${String(most)} ${key}`, most));
    }

    child(limit: object): CountStore {
      return new CountStore(limit);
    }
  };
}
