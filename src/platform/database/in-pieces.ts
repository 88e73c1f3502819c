/** A statement takes some 2,000 values on SQL Server. */
const AT_ONCE = 500;

/** Finds the rows of many keys, a piece of the keys at a time. */
export async function inPieces<Row>(
  keys: readonly string[],
  find: (some: string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < keys.length; from += AT_ONCE) rows.push(...(await find(keys.slice(from, from + AT_ONCE))));
  return rows;
}
