import type { EntityManager } from 'typeorm';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { EndJob } from './job.js';
import { LeaseLost } from './leases.js';

/**
 * Writes what has happened outside, and ends the job in the same transaction. Where another worker holds the job by now, it is written all the same, for it
 * has happened: that worker finds it done, or writes it again.
 *
 * @param record safe to repeat
 * @throws LeaseLost after it was written
 */
export async function recordThenEnd(
  uow: UnitOfWork,
  record: (tx: EntityManager) => Promise<unknown>,
  end: EndJob | undefined,
): Promise<void> {
  try {
    await uow.run(async (tx) => {
      await record(tx);
      await end?.(tx);
    });
  } catch (error) {
    if (error instanceof LeaseLost) await uow.run(record);
    throw error;
  }
}
