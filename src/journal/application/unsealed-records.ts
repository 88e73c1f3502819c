import { In, MoreThan, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { RecordSealEntity } from '../persistence/record-seal.entity.js';
import type { SealedRecords } from '../persistence/sealed-records.js';

/** A database takes so many values in one question. */
export const RECORDS_A_PAGE = 500;

/** Ids of records of a kind in their own order, a page of them. @param after the last id that was seen; null for the first page */
export async function recordIdsAfter(
  rows: EntityManager,
  { entity, key }: SealedRecords,
  after: string | null,
): Promise<readonly string[]> {
  const found = (await rows.find(entity, {
    select: { [key]: true },
    where: (after === null ? {} : { [key]: MoreThan(after) }) as FindOptionsWhere<object>,
    order: { [key]: 'ASC' },
    take: RECORDS_A_PAGE,
  })) as Readonly<Record<string, unknown>>[];
  return found.map((row) => String(row[key]));
}

/** Of these records those that nobody has sealed. */
export async function unsealedAmong(
  rows: EntityManager,
  kind: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const seals = await rows.find(RecordSealEntity, { select: { id: true }, where: { kind, id: In([...ids]) } });
  const sealed = new Set(seals.map(({ id }) => id));
  return ids.filter((id) => !sealed.has(id));
}
