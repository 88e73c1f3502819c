import type { FastifyRequest } from 'fastify';

/** What `routeOf` asks of a request; a request that was refused before the router looked has no route. */
export type Routed = Pick<FastifyRequest, 'url'> & {
  readonly routeOptions?: Pick<FastifyRequest['routeOptions'], 'url'>;
};

/**
 * The route that answers, as the router writes it: `/open311/requests.:format`. What is decided by path is decided by this, for the router reads
 * `/%6fpen311` as `/open311`. Where no route answers, the path that was asked for, decoded as the router does.
 */
export function routeOf({ url, routeOptions }: Routed): string {
  return routeOptions?.url ?? pathOf(url);
}

/** The path of an address, decoded; as received where it cannot be. */
export function pathOf(url: string): string {
  const path = url.split(/[?#]/u, 1)[0] ?? url;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
