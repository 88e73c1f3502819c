import { nextTurn } from '../../kernel/turns.js';

/** Lines read at a time where a whole register is wanted. */
const AT_ONCE = 500;

/**
 * A whole register, some hundred lines at a time; others have their turns between.
 *
 * @param pageAfter at most `size` lines that stand after a number, in the order of their numbers
 */
export async function* inPages<Line>(
  pageAfter: (after: number, size: number) => Promise<readonly Line[]>,
  numberOf: (line: Line) => number,
): AsyncGenerator<readonly Line[]> {
  for (let after = 0; ;) {
    const page = await pageAfter(after, AT_ONCE);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < AT_ONCE) return;
    after = numberOf(last);
    await nextTurn();
  }
}
