import { z } from 'zod';
import { lines } from '../kit/http/form-pipe.js';
import { localPath } from '../kit/http/local-path.js';

/** More than a page of a list holds. */
export const MAX_CHOSEN = 100;

/** What the bar under a list takes along to a page: the ids of the marked tickets. */
export const chosenInList = z.object({ phieu: lines().transform((ids) => ids.slice(0, MAX_CHOSEN)) });

export type ChosenInList = z.infer<typeof chosenInList>;

/**
 * The list to which a page for several tickets leads back; one's own work where that is not known.
 *
 * @param cameFrom the page before, as a form, an address or a header gave it
 * @param own how addresses of the page itself begin
 */
export function listBefore(cameFrom: unknown, own: string): string {
  const list = localPath(cameFrom, '/');
  return list.startsWith(own) ? '/' : list;
}
