import type { SealedRecords } from '../../../journal/index.js';
import { TrustCertificateEntity } from './trust.entities.js';

/** Whose signatures are trusted, for which purpose, and until when. */
export const SEALED_TRUST: SealedRecords = {
  kind: 'trustCertificate',
  entity: TrustCertificateEntity,
  key: 'id',
  columns: ['kind', 'origin', 'sha256', 'der', 'personId', 'purposes', 'activeFrom', 'activeTo'],
};
