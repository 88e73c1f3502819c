import { AsyncLocalStorage } from 'node:async_hooks';

/** A list of which a page shows a part only. */
export interface CutList {
  /** What it lists, as its page names it: `Việc chờ quyết định`. */
  readonly name: string;
  readonly shown: number;
  /** How many rows there are besides. */
  readonly left: number;
  /** How to come to the rest, a sentence. */
  readonly how: string;
}

export type NamedList = Pick<CutList, 'name' | 'how'>;

const storage = new AsyncLocalStorage<CutList[]>();

/** Runs one request: what its lists leave out is known to `cutLists` within it. */
export function withCutLists(run: () => void): void {
  storage.run([], run);
}

/** What the lists of this request have left out so far; the array grows while more is read. Empty outside of requests. */
export function cutLists(): readonly CutList[] {
  return storage.getStore() ?? [];
}

/**
 * The rows of a list that is read up to a limit. Where there are more, the page of this request says so, whatever page it is: no list is cut in silence.
 *
 * @param found the rows and how many there are altogether, as `findAndCount` gives them
 */
export async function cutList<T>(list: NamedList, found: Promise<readonly [T[], number]>): Promise<T[]> {
  const [rows, all] = await found;
  const cut = storage.getStore();
  const isSaid = cut?.some(({ name }) => name === list.name) === true;
  if (cut !== undefined && all > rows.length && !isSaid)
    cut.push({ ...list, shown: rows.length, left: all - rows.length });
  return rows;
}
