import { AsyncLocalStorage } from 'node:async_hooks';

/** A script says by it that nobody asked: what a page fetches by itself must not keep a session alive beside which nobody sits. */
export const UNATTENDED_HEADER = 'x-unattended';

const requests = new AsyncLocalStorage<true>();

/** Runs a request that a page makes by itself: it is answered like all others, and does not count as use of the session. */
export function withoutUse(run: () => void): void {
  requests.run(true, run);
}

export function isUnattended(): boolean {
  return requests.getStore() === true;
}
