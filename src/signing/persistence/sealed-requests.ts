import type { SealedRecords } from '../../journal/index.js';
import { SignatureRequestEntity } from './signing.entities.js';

/** Which files were submitted, signed and sealed. */
export const SEALED_REQUEST: SealedRecords = {
  kind: 'signatureRequest',
  entity: SignatureRequestEntity,
  key: 'id',
  columns: ['draftId', 'draftRevision', 'submittedSha256', 'signedSha256', 'sealedSha256', 'state'],
};
