import type { SealedRecords } from '../../journal/index.js';
import { SigningAuthorityEntity } from './signing-authority.entity.js';

/** Who may sign what, and until when. */
export const SEALED_AUTHORITY: SealedRecords = {
  kind: 'authority',
  entity: SigningAuthorityEntity,
  key: 'id',
  columns: [
    'personId',
    'form',
    'position',
    'collective',
    'sourceId',
    'kinds',
    'field',
    'validFrom',
    'validTo',
    'basis',
    'fileSha256',
    'endedFrom',
  ],
};
