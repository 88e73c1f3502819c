import type { Fault } from './t-sql-faults.js';

/** Two transactions that change rows of the same two tables in the opposite order: each may wait for the other, and one is then undone and done again. */
export function lockOrderFaults(transactions: readonly (readonly string[])[]): readonly Fault[] {
  const before = new Set<string>();
  for (const tables of transactions) {
    const order = [...new Set(tables)];
    for (const [index, first] of order.entries())
      for (const second of order.slice(index + 1)) before.add(`${first} ${second}`);
  }
  return [...before].flatMap((pair) => {
    const [first = '', second = ''] = pair.split(' ');
    if (first > second || !before.has(`${second} ${first}`)) return [];
    return [{ kind: 'lockOrder' as const, where: `${first} ↔ ${second}` }];
  });
}
