import type { EntityManager } from 'typeorm';
import { linkHash } from '../../kernel/hash-chain.js';
import { insertRows, rowsBy } from '../../platform/database/rows.js';
import { CHANGED_BEHIND, factsHash, saidBySeal } from '../domain/record-seal.js';
import { advance, endAt, SEAL_HEAD, takeJournalHead } from '../persistence/heads.js';
import { RecordSealEntity } from '../persistence/record-seal.entity.js';
import type { SealedRecords } from '../persistence/sealed-records.js';

/** A seal has six values, a statement takes some 2,000 on SQL Server. */
const ROWS_AT_ONCE = 300;

type Seal = Parameters<typeof saidBySeal>[0];
type SealedHashes = ReadonlyMap<string, string>;

/** Rows of one kind that are there, 500 at most. */
export type RowsToSeal = readonly [of: SealedRecords, ids: readonly string[]];

/** Seals rows as they stand now in this transaction. @param ids of rows that are there, 500 at most */
export function sealRecords(tx: EntityManager, of: SealedRecords, ids: readonly string[]): Promise<void> {
  return sealTogether(tx, [[of, ids]]);
}

/** The same for rows of several kinds, which one act wrote. */
export async function sealTogether(tx: EntityManager, rows: readonly RowsToSeal[]): Promise<void> {
  const written = rows.filter(([, ids]) => ids.length > 0);
  if (written.length === 0) return;
  await takeJournalHead(tx);
  const seals: Seal[] = [];
  for (const [of, ids] of written) seals.push(...sealsOf(of.kind, await recordHashes(tx, of, ids)));
  await append(tx, seals);
}

/**
 * Asked before rows are written: what somebody changed past the program is written into the chain, so that the new seal does not cover it.
 *
 * @param ids of rows that this transaction has not written yet, 500 at most
 */
export async function noteTampers(tx: EntityManager, of: SealedRecords, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const seals = await lastSeals(tx, of.kind, ids);
  const found = await recordHashes(tx, of, ids);
  const differ = [...found].filter(([id, sha256]) => (seals.get(id) ?? sha256) !== sha256);
  if (differ.length === 0) return;
  // A row that another decision changed between the two reads has a new seal.
  const again = await lastSeals(tx, of.kind, ids);
  const tampered = differ.filter(([id]) => again.get(id) === seals.get(id));
  if (tampered.length === 0) return;
  await takeJournalHead(tx);
  await append(tx, sealsOf(of.kind + CHANGED_BEHIND, new Map(tampered)));
}

async function lastSeals(tx: EntityManager, kind: string, ids: readonly string[]): Promise<SealedHashes> {
  const seals = await rowsBy(tx, RecordSealEntity, { kind, id: ids }, { only: ['seq', 'id', 'sha256'] });
  return new Map(seals.toSorted((a, b) => a.seq - b.seq).map(({ id, sha256 }) => [id, sha256]));
}

function sealsOf(kind: string, hashes: SealedHashes): Seal[] {
  return [...hashes].map(([id, sha256]) => ({ kind, id, sha256 }));
}

async function append(tx: EntityManager, said: readonly Seal[]): Promise<void> {
  if (said.length === 0) return;
  const head = await advance(tx, SEAL_HEAD, said.length);
  let { hash } = head;
  const seals = said.map((seal, at) => {
    const previousHash = hash;
    hash = linkHash(previousHash, saidBySeal(seal));
    return { ...seal, seq: head.seq - said.length + at + 1, previousHash, hash };
  });
  for (let from = 0; from < seals.length; from += ROWS_AT_ONCE)
    await insertRows(tx, RecordSealEntity, ...seals.slice(from, from + ROWS_AT_ONCE));
  await endAt(tx, SEAL_HEAD, hash);
}

/** What rows say now, hashed, by their ids; those that are gone are left out. */
export async function recordHashes(
  tx: EntityManager,
  { entity, key, columns }: SealedRecords,
  ids: readonly string[],
): Promise<SealedHashes> {
  const rows = (await rowsBy(tx, entity, { [key]: ids }, { only: [key, ...columns] })) as Readonly<
    Record<string, unknown>
  >[];
  return new Map(
    rows.map((row) => [String(row[key]), factsHash(Object.fromEntries(columns.map((name) => [name, row[name]])))]),
  );
}
