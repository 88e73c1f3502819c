import type { UpdateResult } from 'typeorm';
import { isUniqueViolation } from './database-errors.js';

/** Changes a row, which is inserted first where it is missing. */
export async function changeRow(change: () => Promise<UpdateResult>, insert: () => Promise<unknown>): Promise<void> {
  if ((await change()).affected === 1) return;
  // Two may find the row missing at once; the later one finds it there, which is all it wants.
  await insert().catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
  });
  await change();
}
