import type { SealedRecords } from '../../journal/index.js';
import { ApiTokenEntity } from './api-token.entity.js';

/** What a program may do with which key, for whom, and that the owner agreed; not when it was last used. */
export const SEALED_TOKEN: SealedRecords = {
  kind: 'apiToken',
  entity: ApiTokenEntity,
  key: 'id',
  columns: ['hash', 'scopes', 'ownerId', 'expiresAt', 'confirmedAt', 'revokedAt'],
};
