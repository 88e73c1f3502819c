import type { EntityManager } from 'typeorm';
import { CHAIN_START } from '../../kernel/hash-chain.js';
import type { Dialect } from '../../platform/database/columns.js';
import { JournalHeadEntity } from './journal.entities.js';

/** The ends of the chains, by the row that each has: of the journal, and of the seals beside it. */
export const JOURNAL_HEAD = { id: 1 };
export const SEAL_HEAD = { id: 2 };

/** The last number of a chain, and the hash of the line that had the one before those asked for. */
interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** Takes the next numbers of a chain; no other transaction does until this one ends. */
export async function advance(tx: EntityManager, { id }: { readonly id: number }, by: number): Promise<Head> {
  const update = `UPDATE "journal_head" SET "seq" = "seq" + ${by} WHERE "id" = ${id}`;
  const [head] = await tx.query<readonly Head[]>(
    isServer(tx)
      ? `${update}; SELECT "seq", "hash" FROM "journal_head" WHERE "id" = ${id}`
      : `${update} RETURNING "seq", "hash"`,
  );
  if (head !== undefined) return head;
  await tx.insert(JournalHeadEntity, { id, seq: by, hash: CHAIN_START });
  return { seq: by, hash: CHAIN_START };
}

/**
 * The journal's head first, as every act takes it: who seals before an act is recorded and who seals after it never wait for each other. On SQLite one
 * transaction writes at a time.
 */
export async function takeJournalHead(tx: EntityManager): Promise<void> {
  if (isServer(tx)) await tx.increment(JournalHeadEntity, JOURNAL_HEAD, 'seq', 0);
}

function isServer(tx: EntityManager): boolean {
  return (tx.dataSource.options.type as Dialect) === 'mssql';
}
