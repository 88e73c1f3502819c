import { RefusedByFault } from './answer.js';

/**
 * EO-DUPLICATE says that the very thing asked for was done before: counts as success. What it then was, the caller
 * of this finds out by other means.
 */
export async function orDuplicate<T>(
  call: Promise<T>,
  known: (originalId: string | undefined) => T | Promise<T>,
): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof RefusedByFault) || error.code !== 'EO-DUPLICATE') throw error;
    return known(error.fault.correlationId);
  }
}
