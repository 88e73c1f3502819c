import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockOrderFaults } from './lock-order.js';
import type { Recorded } from './record-statements.js';
import { schemaFacts } from './schema-facts.js';
import { schemaFaults, statementFaults, type Fault } from './t-sql-faults.js';

/** The faults of all that tests have sent to SQL Server, and how much that was. */
export function readRecord(folder: string): {
  readonly statements: number;
  readonly transactions: number;
  readonly faults: readonly Fault[];
} {
  const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'));
  const all = [...new Set(lines)].filter((line) => line !== '').map((line) => JSON.parse(line) as Recorded);
  const sent = all.flatMap((one) => ('text' in one ? [one] : []));
  const transactions = all.flatMap((one) => ('changed' in one ? [one.changed] : []));
  const schema = schemaFacts(sent.map(({ text }) => text));
  const faults = [
    ...schemaFaults(schema),
    ...sent.flatMap((one) => statementFaults(one, schema)),
    ...lockOrderFaults(transactions),
  ];
  return { statements: sent.length, transactions: transactions.length, faults };
}
