import type { EntityManager } from 'typeorm';
import { SignatureRequestEntity } from '../persistence/signing.entities.js';

/**
 * Keeps when the e-office was asked about a letter and when it is next. That is no change of the letter, and leaves its version as it is: otherwise a
 * look each few seconds would overtake again and again whoever needs longer than that to fetch and prove what was signed.
 */
export async function noteLook(
  tx: EntityManager,
  requestId: string,
  look: Pick<SignatureRequestEntity, 'lastLookAt' | 'nextLookAt' | 'failedLooks' | 'lookFailure'>,
): Promise<void> {
  await tx.update(SignatureRequestEntity, { id: requestId }, { ...look, version: () => '"version"' });
}
