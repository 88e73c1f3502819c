import type { SealedRecords } from '../../journal/index.js';
import { DecisionAuthorityEntity } from './decision-authority.entity.js';
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

/** Who decides what in a leader's place, and until when. */
export const SEALED_DECISION_AUTHORITY: SealedRecords = {
  kind: 'decisionAuthority',
  entity: DecisionAuthorityEntity,
  key: 'id',
  columns: ['personId', 'office', 'matters', 'scope', 'validFrom', 'validTo', 'basis', 'fileSha256', 'endedFrom'],
};
