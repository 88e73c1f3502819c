import { OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';

interface PageOfItems {
  readonly nextCursor?: string;
  readonly more: boolean;
}

export interface PageLimits {
  /** Pages that any honest peer needs at most. */
  readonly maxPages: number;
  /** Items after which nobody needs to ask for more; default: all. */
  readonly enough?: number;
}

/**
 * Follows cursors to the end, or until there is enough.
 *
 * @throws OutsideUnavailable when a cursor is missing, comes again, or the pages do not end
 */
export async function allPages<Page extends PageOfItems, Item>(
  ask: (cursor: string | undefined) => Promise<Page>,
  itemsOf: (page: Page) => readonly Item[],
  { maxPages, enough = Number.POSITIVE_INFINITY }: PageLimits,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  const seen = new Set<string | undefined>();
  let cursor: string | undefined;
  for (let pages = 0; pages < maxPages; pages += 1) {
    seen.add(cursor);
    const page = await ask(cursor);
    items.push(...itemsOf(page));
    if (!page.more || items.length >= enough) return items.slice(0, enough);
    cursor = page.nextCursor;
    if (seen.has(cursor) || cursor === undefined)
      throw new OutsideUnavailable('danh sách của hệ thống quản lý văn bản quay vòng, không đọc hết được.');
  }
  throw new OutsideUnavailable('danh sách của hệ thống quản lý văn bản dài không có điểm dừng.');
}
