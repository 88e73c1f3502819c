import type { SealedRecords } from '../../journal/index.js';
import { SubstitutionEntity } from './substitution.entity.js';

/** Who acts for whom, in which roles, and who agreed. */
export const SEALED_SUBSTITUTION: SealedRecords = {
  kind: 'substitution',
  entity: SubstitutionEntity,
  key: 'id',
  columns: ['principalId', 'substituteId', 'roles', 'validFrom', 'validTo', 'agreedAt', 'agreedById', 'endedAt'],
};
