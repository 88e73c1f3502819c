import { In, type EntityManager, type FindOptionsSelect, type FindOptionsWhere } from 'typeorm';
import { CHAIN_START, linkHash } from '../../kernel/hash-chain.js';
import { factsHash, saidBySeal } from '../domain/record-seal.js';
import { JournalHeadEntity } from '../persistence/journal.entities.js';
import { RecordSealEntity } from '../persistence/record-seal.entity.js';
import type { SealedRecords } from '../persistence/sealed-records.js';

const JOURNAL_HEAD = { id: 1 };
/** The end of the chain of seals stands beside that of the journal. */
export const SEAL_HEAD = { id: 2 };

/** Seals rows as they stand now in this transaction. @param ids of rows that are there */
export async function sealRecords(tx: EntityManager, of: SealedRecords, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const heads = tx.getRepository(JournalHeadEntity);
  // The journal's head first, as every act takes it: who seals before an act is recorded and who seals after it never wait for each other.
  await heads.increment(JOURNAL_HEAD, 'seq', 0);
  const hashes = await recordHashes(tx, of, ids);
  for (const [id, sha256] of hashes) {
    const locked = await heads.increment(SEAL_HEAD, 'seq', 1);
    if (locked.affected !== 1) await heads.insert({ ...SEAL_HEAD, seq: 1, hash: CHAIN_START });
    const { seq, hash: previousHash } = await heads.findOneByOrFail(SEAL_HEAD);
    const seal = { kind: of.kind, id, sha256 };
    const hash = linkHash(previousHash, saidBySeal(seal));
    await tx.insert(RecordSealEntity, { ...seal, seq, previousHash, hash });
    await heads.update(SEAL_HEAD, { hash });
  }
}

/** What rows say now, hashed, by their ids; those that are gone are left out. */
export async function recordHashes(
  tx: EntityManager,
  { entity, key, columns }: SealedRecords,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const select = Object.fromEntries([key, ...columns].map((name) => [name, true])) as FindOptionsSelect<object>;
  const where = { [key]: In([...ids]) } as FindOptionsWhere<object>;
  const rows = (await tx.find(entity, { select, where })) as Readonly<Record<string, unknown>>[];
  return new Map(
    rows.map((row) => [String(row[key]), factsHash(Object.fromEntries(columns.map((name) => [name, row[name]])))]),
  );
}
