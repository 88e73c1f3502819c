import type { EntityManager } from 'typeorm';
import { SignatureRequestEntity } from '../../persistence/signing.entities.js';

/**
 * Stores when the e-office was asked about a letter and when it is asked next. That is no change of the letter, and leaves its version as it is: otherwise
 * a look every few seconds would make each slower job, which fetches and proves what was signed, fail again and again for a changed version.
 */
export async function savePollTimes(
  tx: EntityManager,
  requestId: string,
  look: Pick<SignatureRequestEntity, 'lastLookAt' | 'nextLookAt' | 'failedLooks' | 'lookFailure'>,
): Promise<void> {
  await tx.update(SignatureRequestEntity, { id: requestId }, { ...look, version: () => '"version"' });
}
