import type { EntityManager } from 'typeorm';
import { CHAIN_START } from '../../kernel/hash-chain.js';
import { changedRows } from '../../platform/database/changed-rows.js';
import type { Dialect } from '../../platform/database/columns.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { sql } from '../../platform/database/sql.js';
import { updatedRow } from '../../platform/database/updated-row.js';
import { JournalHeadEntity } from './journal.entities.js';

/** The ends of the chains, by the row that each has: of the journal, and of the seals beside it. */
export const JOURNAL_HEAD = { id: 1 };
export const SEAL_HEAD = { id: 2 };

interface Chain {
  readonly id: number;
}

/** The last number of a chain, and the hash of the line that had the one before those asked for. */
interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** Takes the next numbers of a chain; no other transaction does until this one ends. The first that needs a chain begins it. */
export async function advance(tx: EntityManager, chain: Chain, by: number): Promise<Head> {
  const known = await advanced(tx, chain, by);
  if (known !== null) return known;
  const first = { seq: by, hash: CHAIN_START };
  try {
    await tx.insert(JournalHeadEntity, { ...chain, ...first });
    return first;
  } catch (error) {
    // Another transaction may begin it at the same moment; then it is there.
    const begun = isUniqueViolation(error) ? await advanced(tx, chain, by) : null;
    if (begun === null) throw error;
    return begun;
  }
}

function advanced(tx: EntityManager, { id }: Chain, by: number): Promise<Head | null> {
  return updatedRow<Head>(tx, {
    table: sql`"journal_head"`,
    set: sql`"seq" = "seq" + ${by}`,
    where: sql`"id" = ${id}`,
    wanted: sql`"seq", "hash"`,
  });
}

/** Its last line has this hash now. */
export async function endAt(tx: EntityManager, { id }: { readonly id: number }, hash: string): Promise<void> {
  await changedRows(tx, sql`UPDATE "journal_head" SET "hash" = ${hash} WHERE "id" = ${id}`);
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
