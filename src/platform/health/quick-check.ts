/** Where a damaged page lies; nulls where the database itself could not say. */
export interface DamagedPlace {
  readonly table: string | null;
  readonly page: number | null;
  /** SQLite's own words. */
  readonly words: string;
}

/** A table or an index with the page that it begins at. */
export interface BTree {
  readonly name: string;
  readonly table: string;
  readonly rootPage: number;
}

const OF_A_TREE = /^Tree (\d+) page (\d+)/u;
const OF_A_NAME =
  / (?:index|in table|from table|of table) (?<told>\w+)|^\w+ (?:value|text|constraint failed) in (?<held>\w+)/u;
/** Follows from what was said before: pages that hung below a damaged one. */
const CONSEQUENCE = /^(?:\*\*\*|Page \d+: never used)/u;

/**
 * What `PRAGMA quick_check` found.
 *
 * Source: https://sqlite.org/pragma.html#pragma_quick_check: one row `ok`, or rows of one or more lines, each a fault.
 *
 * @returns empty when the database is whole
 */
export function damagedPlaces(rows: readonly string[], trees: readonly BTree[]): readonly DamagedPlace[] {
  const lines = rows.flatMap((row) => row.split('\n')).filter((line) => line !== '' && line !== 'ok');
  const telling = lines.filter((line) => !CONSEQUENCE.test(line));
  return (telling.length > 0 ? telling : lines).map((words) => placeOf(words, trees));
}

function placeOf(words: string, trees: readonly BTree[]): DamagedPlace {
  const [, root, page] = OF_A_TREE.exec(words) ?? [];
  if (page !== undefined) {
    const tree = trees.find(({ rootPage }) => rootPage === Number(root));
    return { table: tree?.table ?? null, page: Number(page), words };
  }
  const name = Object.values(OF_A_NAME.exec(words)?.groups ?? {}).find(Boolean);
  const tree = trees.find((one) => one.name === name);
  return { table: tree?.table ?? null, page: null, words };
}
